/*
 * Our own small SQLite driver for Kysely: BEGIN IMMEDIATE, waiting without blocking, prepared statements kept,
 * and a guard against using the handle inside its own transaction. Nothing about our tables lives here.
 */
import { closeSync, openSync } from 'node:fs';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import SQLite from 'better-sqlite3';
import {
	CompiledQuery,
	SqliteAdapter,
	SqliteIntrospector,
	SqliteQueryCompiler,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type Kysely,
	type QueryResult
} from 'kysely';

const PATIENCE_MS = 15_000;
const MOST_STATEMENTS = 400;

/** Set while a transaction's callback runs; the driver refuses a second connection from within. */
export const insideTransaction = new AsyncLocalStorage<true>();

export class HandleInsideTransaction extends Error {
	override name = 'HandleInsideTransaction';
	constructor() {
		super('The database handle was used inside its own transaction: pass the transaction on instead.');
	}
}

function isBusy(fault: unknown): boolean {
	return fault instanceof Error && 'code' in fault && String(fault.code).startsWith('SQLITE_BUSY');
}

class Connection implements DatabaseConnection {
	readonly #file: SQLite.Database;
	readonly #statements = new Map<string, SQLite.Statement>();

	constructor(file: SQLite.Database) {
		this.#file = file;
	}

	#prepared(sql: string): SQLite.Statement {
		const known = this.#statements.get(sql);
		if (known) return known;
		if (this.#statements.size >= MOST_STATEMENTS) this.#statements.clear();
		const fresh = this.#file.prepare(sql);
		this.#statements.set(sql, fresh);
		return fresh;
	}

	async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
		for (const started = Date.now(); ; await pause(2 + Math.random() * 20)) {
			try {
				const statement = this.#prepared(sql);
				if (statement.reader) return { rows: statement.all(parameters) as R[] };
				const { changes } = statement.run(parameters);
				return { rows: [], numAffectedRows: BigInt(changes) };
			} catch (fault) {
				// Another process is writing. Inside a transaction we hold the lock already, so this is a lone statement or a BEGIN.
				if (!isBusy(fault) || this.#file.inTransaction || Date.now() - started > PATIENCE_MS) throw fault;
			}
		}
	}

	// eslint-disable-next-line require-yield
	async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
		throw new Error('Streaming would hold the only connection; read in pages.');
	}
}

class OneConnectionDriver implements Driver {
	readonly #file: SQLite.Database;
	readonly #connection: Connection;
	#last: Promise<void> = Promise.resolve();
	#release: () => void = () => undefined;

	constructor(file: SQLite.Database) {
		this.#file = file;
		this.#connection = new Connection(file);
	}

	async init(): Promise<void> {
		// The file is open already; its pragmas are set in handle.server.ts.
	}

	async acquireConnection(): Promise<DatabaseConnection> {
		if (insideTransaction.getStore()) throw new HandleInsideTransaction();
		const before = this.#last;
		let release: () => void = () => undefined;
		this.#last = new Promise((resolve) => (release = resolve));
		await before;
		this.#release = release;
		return this.#connection;
	}

	async releaseConnection(): Promise<void> {
		this.#release();
	}

	async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
	}

	async commitTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(CompiledQuery.raw('commit'));
	}

	async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		// A full disk makes SQLite roll back by itself; a second rollback would hide the real fault.
		if (this.#file.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
	}

	async destroy(): Promise<void> {
		this.#file.close();
	}
}

/** Our driver keeps its own queue, which can refuse where Kysely's own would wait for ever. */
class QueuedAdapter extends SqliteAdapter {
	override get supportsMultipleConnections(): boolean {
		return true;
	}
}

/** Kysely's dialect over one open SQLite file. */
export function sqliteDialect(file: SQLite.Database): Dialect {
	return {
		createDriver: () => new OneConnectionDriver(file),
		createQueryCompiler: () => new SqliteQueryCompiler(),
		createAdapter: () => new QueuedAdapter(),
		createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db)
	};
}

/** Opens a file with every pragma said out loud: an acknowledged row is on the disk. */
export function openSqliteFile(path: string): SQLite.Database {
	// The roster is in it: a new file is for its owner only.
	if (path !== ':memory:') closeSync(openSync(path, 'a', 0o600));
	const file = new SQLite(path);
	file.pragma('busy_timeout = 10');
	file.pragma('journal_mode = WAL');
	file.pragma('synchronous = FULL');
	file.pragma('foreign_keys = ON');
	file.pragma('secure_delete = ON');
	return file;
}
