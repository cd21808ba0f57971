/*
 * Opening the database that the configuration names, and running a transaction. Queries live with their modules.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { CommitteeHandle, Database, Schema, Writing } from './schema.ts';
import { insideTransaction, openSqliteFile, sqliteDialect } from './sqlite.server.ts';

const INT8 = 20;

/** The path of a `file:` address, relative to the working directory. */
export function sqlitePath(url: string): string {
	return url.slice('file:'.length);
}

/**
 * Opens `file:path` (SQLite, made if missing) or `postgres://…`.
 * @throws when the address is of neither kind: that is a mistake in the configuration.
 */
export function openDatabase(url: string): Database {
	if (url.startsWith('file:')) {
		const path = sqlitePath(url);
		if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
		return new Kysely<Schema>({ dialect: sqliteDialect(openSqliteFile(path)) });
	}
	if (/^postgres(ql)?:/.test(url)) {
		pg.types.setTypeParser(INT8, Number);
		const pool = new pg.Pool({ connectionString: url, max: 10 });
		// An idle connection that the server drops is replaced at the next use; unheard, it would end the process.
		pool.on('error', () => undefined);
		return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
	}
	throw new Error(`DATABASE_URL must start with "file:" or "postgres:", but is "${url.split(':')[0]}:…"`);
}

/**
 * Runs `work` in one transaction (BEGIN IMMEDIATE on SQLite). Await nothing but queries inside.
 * Using the outer handle within throws instead of waiting for itself for ever.
 */
export async function inTransaction<T>(db: Database, work: (writing: Writing) => Promise<T>): Promise<T> {
	return db.transaction().execute((writing) => insideTransaction.run(true, () => work(writing)));
}

/** The same handle, narrowed by type to what the Committee may read. */
export function forCommittee(db: Database): CommitteeHandle {
	return db as unknown as CommitteeHandle;
}
