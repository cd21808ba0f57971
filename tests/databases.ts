/*
 * Every data test runs on each engine: SQLite in a file, PGlite, and a real PostgreSQL where one answers.
 * Only the opening of empty, migrated databases lives here.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PGliteDialect } from 'kysely';
import { afterAll, describe, inject } from 'vitest';
import { openDatabase } from '#lib/database/handle.server.ts';
import { migrate } from '#lib/database/migrate.server.ts';
import type { Database, Schema } from '#lib/database/schema.ts';
import { copyOf } from './server/migrated-pglite.ts';
import { emptyPostgres, postgresAnswers } from './server/postgres.ts';

export type EngineName = 'SQLite' | 'PGlite' | 'PostgreSQL';

/** An empty, migrated database and what closes and removes it. */
export interface Opened {
	db: Database;
	/** The folder of the SQLite file, or '' for the others. */
	folder: string;
	/** A second handle on the same database, as another server has one; PGlite knows only one. */
	another(): Database;
	close(): Promise<void>;
}

/** Handles on one address that close together. */
function handlesOn(url: string): { db: Database; another: () => Database; closeAll: () => Promise<void> } {
	const handles: Database[] = [];
	const another = () => {
		const handle = openDatabase(url);
		handles.push(handle);
		return handle;
	};
	return {
		db: another(),
		another,
		closeAll: async () => void (await Promise.all(handles.map((one) => one.destroy())))
	};
}

async function openSqlite(): Promise<Opened> {
	const folder = mkdtempSync(join(tmpdir(), 'earshot-test-'));
	const { db, another, closeAll } = handlesOn(`file:${join(folder, 'test.db')}`);
	await migrate(db);
	return {
		db,
		folder,
		another,
		async close() {
			await closeAll();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

async function openPGlite(): Promise<Opened> {
	const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: copyOf(inject('migratedPGlite')) }) });
	return { db, folder: '', another: () => db, close: () => db.destroy() };
}

async function openPostgres(): Promise<Opened> {
	const { url, drop } = await emptyPostgres();
	const { db, another, closeAll } = handlesOn(url);
	await migrate(db);
	return {
		db,
		folder: '',
		another,
		async close() {
			await closeAll();
			await drop();
		}
	};
}

const engines: [EngineName, () => Promise<Opened>][] = [
	['SQLite', openSqlite],
	['PGlite', openPGlite]
];
if (await postgresAnswers()) engines.push(['PostgreSQL', openPostgres]);
else console.log('not run: PostgreSQL (no server answers at TEST_POSTGRES_URL or 127.0.0.1:5432)');

/** Runs a suite once for each engine; `open` gives a fresh database, closed after the suite. */
export function onEveryEngine(title: string, suite: (open: () => Promise<Opened>, engine: EngineName) => void): void {
	for (const [engine, openOne] of engines) {
		describe(`${title} (${engine})`, () => {
			const opened: Opened[] = [];
			afterAll(async () => {
				for (const one of opened.splice(0)) await one.close();
			});
			suite(async () => {
				const one = await openOne();
				opened.push(one);
				return one;
			}, engine);
		});
	}
}
