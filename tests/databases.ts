/*
 * Every data test runs on each engine: SQLite in a file, PGlite, and a real PostgreSQL where one answers.
 * Only the opening of empty, migrated databases lives here.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import pg from 'pg';
import { afterAll, describe } from 'vitest';
import { openDatabase } from '#lib/database/handle.server.ts';
import { migrate } from '#lib/database/migrate.server.ts';
import type { Database, Schema } from '#lib/database/schema.ts';

export type EngineName = 'SQLite' | 'PGlite' | 'PostgreSQL';

const server = process.env['TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

async function answers(url: string): Promise<boolean> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
	try {
		await client.connect();
		await client.end();
		return true;
	} catch {
		return false;
	}
}

/** An empty, migrated database and what closes and removes it. */
export interface Opened {
	db: Database;
	/** The folder of the SQLite file, or '' for the others. */
	folder: string;
	close(): Promise<void>;
}

async function openSqlite(): Promise<Opened> {
	const folder = mkdtempSync(join(tmpdir(), 'earshot-test-'));
	const db = openDatabase(`file:${join(folder, 'test.db')}`);
	await migrate(db);
	return {
		db,
		folder,
		async close() {
			await db.destroy();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

async function openPGlite(): Promise<Opened> {
	const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: new PGlite() }) });
	await migrate(db);
	return { db, folder: '', close: () => db.destroy() };
}

async function openPostgres(): Promise<Opened> {
	const name = `earshot_test_${randomBytes(6).toString('hex')}`;
	const admin = new pg.Client({ connectionString: server });
	await admin.connect();
	await admin.query(`create database ${name}`);
	const own = new URL(server);
	own.pathname = `/${name}`;
	const db = openDatabase(own.href);
	await migrate(db);
	return {
		db,
		folder: '',
		async close() {
			await db.destroy();
			await admin.query(`drop database ${name} with (force)`);
			await admin.end();
		}
	};
}

const engines: [EngineName, () => Promise<Opened>][] = [
	['SQLite', openSqlite],
	['PGlite', openPGlite]
];
if (await answers(server)) engines.push(['PostgreSQL', openPostgres]);
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
