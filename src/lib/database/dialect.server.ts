/*
 * Everything that differs between SQLite and PostgreSQL, and nothing else: one query body serves both everywhere.
 */
import { setTimeout as pause } from 'node:timers/promises';
import {
	sql,
	SqliteAdapter,
	type CreateTableBuilder,
	type Kysely,
	type SelectQueryBuilder,
	type Transaction
} from 'kysely';

// A migration's handle knows no tables, and what is asked here is the same for all.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyHandle = Kysely<any>;

const SWEEPS = 40;

export type Engine = 'sqlite' | 'postgres';

/** Which engine stands behind a handle or a transaction. */
export function engineOf(db: AnyHandle): Engine {
	return db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';
}

/**
 * A table kept in the order of its random key: SQLite's hidden row number would tell who came first.
 * PostgreSQL has no such table; there the rows are written shuffled and in one transaction.
 */
export function inOrderOfKey<T extends string, C extends string>(
	db: AnyHandle,
	table: CreateTableBuilder<T, C>
): CreateTableBuilder<T, C> {
	return engineOf(db) === 'sqlite' ? table.modifyEnd(sql`without rowid`) : table;
}

/**
 * Gives back the room of deleted rows, so that what was erased is not left in a log or a dead row.
 * Must run outside a transaction.
 */
export async function sweep(db: AnyHandle, tables: readonly string[]): Promise<void> {
	if (engineOf(db) === 'postgres') {
		for (const table of tables) await sql`vacuum full ${sql.table(table)}`.execute(db);
		return;
	}
	// Another process may be reading the log just now; it is emptied as soon as nobody is.
	for (let tries = 0; tries < SWEEPS; tries += 1) {
		const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
		if (rows[0]?.busy === 0) return;
		await pause(50);
	}
}

/** Holds what is read against change until the end of the transaction; SQLite's one writer does so by itself. */
export function sharedLock<DB, T extends keyof DB, O>(
	query: SelectQueryBuilder<DB, T, O>,
	db: Transaction<DB>
): SelectQueryBuilder<DB, T, O> {
	return engineOf(db) === 'postgres' ? query.forShare() : query;
}

/** Holds what is read for this transaction alone, until its end; SQLite's one writer does so by itself. */
export function exclusiveLock<DB, T extends keyof DB, O>(
	query: SelectQueryBuilder<DB, T, O>,
	db: Transaction<DB>
): SelectQueryBuilder<DB, T, O> {
	return engineOf(db) === 'postgres' ? query.forUpdate() : query;
}

/** Whether the database itself finds anything wrong with its file; null when not. PostgreSQL looks after its own. */
export async function damageIn(db: AnyHandle): Promise<string | null> {
	if (engineOf(db) === 'postgres') return null;
	const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db);
	const said = rows[0]?.quick_check ?? 'no answer';
	return said === 'ok' ? null : said;
}

/** What time it is where the database is. */
export async function clockOf(db: AnyHandle): Promise<Date> {
	const clock = engineOf(db) === 'postgres' ? sql`clock_timestamp()::text` : sql`strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`;
	const { rows } = await sql<{ now: string }>`select ${clock} as now`.execute(db);
	return new Date(rows[0]?.now ?? NaN);
}
