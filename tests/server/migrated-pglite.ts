/*
 * One migrated PGlite, made once for a whole run of Vitest and copied by every data test: starting an empty one and
 * migrating it costs each of them three seconds. Nothing of any test lives here.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import type { TestProject } from 'vitest/node';
import { migrate } from '#lib/database/migrate.server.ts';
import type { Schema } from '#lib/database/schema.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The file with the migrated data directory. */
		migratedPGlite: string;
	}
}

/** Vitest's global setup: makes the copy's original and says where it is; gives what removes it. */
export default async function setup(project: TestProject): Promise<() => void> {
	const folder = mkdtempSync(join(tmpdir(), 'earshot-pglite-'));
	const path = join(folder, 'migrated.tar');
	const pglite = new PGlite();
	const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
	await migrate(db);
	writeFileSync(path, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()));
	await db.destroy();
	project.provide('migratedPGlite', path);
	return () => rmSync(folder, { recursive: true, force: true });
}

/** A PGlite that starts as a copy of the migrated one. */
export function copyOf(path: string): PGlite {
	return new PGlite({ loadDataDir: new Blob([readFileSync(path)]) });
}
