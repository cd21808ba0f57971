/*
 * A PostgreSQL database by its own programs: pg_dump streams out of one snapshot, pg_restore streams into a fresh schema,
 * and the schema that was there is kept beside it. Encryption is in sealing.server.ts.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { versionOf } from '#lib/secrets/records.server.ts';
import { LEFT_OUT, measuring, type Measured } from './manifest.ts';
import { CannotRestore } from './refusal.ts';
import type { Bytes } from './sealing.server.ts';

const AT_ONCE = 200;

/** The address without its password, which goes into the environment: arguments are seen by everybody on the machine. */
function withoutPassword(url: string): { address: string; env: NodeJS.ProcessEnv } {
	const address = new URL(url);
	const password = decodeURIComponent(address.password);
	address.password = '';
	return { address: address.href, env: password ? { ...process.env, PGPASSWORD: password } : process.env };
}

/** Runs one of PostgreSQL's programs. `ended` throws its last words when it fails, or says that it is not installed. */
function program(name: string, args: readonly string[], url: string) {
	const child = spawn(name, args, { env: withoutPassword(url).env, stdio: ['pipe', 'pipe', 'pipe'] });
	let words = '';
	child.stderr.on('data', (bytes: Buffer) => (words = (words + bytes.toString()).slice(-1000)));
	// A program that is not there, or ends early, closes its input under us; what counts is how it ended.
	child.stdin.on('error', () => undefined);
	const ended = once(child, 'close').then(
		([code]) => {
			if (code !== 0) throw new Error(`${name} failed: ${words.trim().split('\n').at(-1) ?? ''}`);
		},
		(fault: unknown) => {
			throw fault instanceof Error && 'code' in fault && fault.code === 'ENOENT'
				? new CannotRestore('tools missing', fault)
				: fault;
		}
	);
	ended.catch(() => undefined);
	return { out: child.stdout, in: child.stdin as Writable, ended };
}

/** Sends everything to a program and waits for its end; what it printed is dropped. */
async function fed(name: string, args: readonly string[], url: string, copy: Bytes): Promise<void> {
	const running = program(name, args, url);
	running.out.resume();
	try {
		await pipeline(copy, running.in);
	} catch (fault) {
		// A damaged backup is told as such; a program that stopped listening says itself why.
		if (fault instanceof CannotRestore) throw fault;
	}
	await running.ended;
}

/** Measures every table of the schema, in the transaction of the client. */
async function measured(client: pg.Client): Promise<Measured> {
	const { rows } = await client.query<{ name: string }>(
		`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`
	);
	const measures = measuring((sealed) => versionOf(sealed)?.version ?? null);
	for (const { name } of rows) {
		const take = measures.table(name);
		const isLeftOut = (LEFT_OUT as readonly string[]).includes(name);
		await client.query(`declare every_row cursor for select * from public."${name}" ${isLeftOut ? 'where false' : ''}`);
		for (;;) {
			const part = await client.query<Record<string, unknown>>(`fetch ${AT_ONCE} from every_row`);
			for (const row of part.rows) take(row);
			if (part.rows.length < AT_ONCE) break;
		}
		await client.query('close every_row');
	}
	return measures.measured();
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}

/** Measures a database as it stands. */
export const measurePostgres = (url: string): Promise<Measured> =>
	withClient(url, async (client) => {
		await client.query('begin isolation level repeatable read read only');
		return measured(client);
	});

/** Dumps one moment of the database: gives what is in it, and its bytes, to `write`. */
export async function dumpPostgres<T>(url: string, write: (measured: Measured, copy: Bytes) => Promise<T>): Promise<T> {
	return withClient(url, async (client) => {
		await client.query('begin isolation level repeatable read read only');
		const { rows } = await client.query<{ id: string }>('select pg_export_snapshot() as id');
		const found = await measured(client);
		const { address } = withoutPassword(url);
		const wanted = ['--format=custom', '--schema=public', '--no-owner', '--no-privileges'];
		const out = LEFT_OUT.map((table) => `--exclude-table-data=public.${table}`);
		async function* copy() {
			const dump = program('pg_dump', [...wanted, ...out, `--snapshot=${rows[0]?.id ?? ''}`, address], url);
			dump.in.end();
			for await (const chunk of dump.out) yield chunk as Uint8Array;
			await dump.ended;
		}
		return write(found, copy());
	});
}

/** Has pg_restore read a dump to its end. @throws when it is none. */
export const listDump = (url: string, copy: Bytes): Promise<void> => fed('pg_restore', ['--list'], url, copy);

/** Refuses when anybody else is in the database. */
export const refuseInUse = (url: string): Promise<void> =>
	withClient(url, async (client) => {
		const { rows } = await client.query<{ others: string }>(
			`select count(*) as others from pg_stat_activity
			where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`
		);
		if (Number(rows[0]?.others) > 0) throw new CannotRestore('database in use');
	});

export interface InPlace {
	measured: Measured;
	/** The schema that holds what was there; null when nothing was. */
	kept: string | null;
	/** Throws away what was put in place, and brings back what was there. */
	undo(): Promise<void>;
}

/** PostgreSQL's word for a schema that still has something in it. */
const NOT_EMPTY = '2BP01';

/** Moves what is there out of the way; gives the schema that holds it now, or null when nothing was there. */
async function setAside(client: pg.Client, aside: string): Promise<string | null> {
	const { rows } = await client.query<{ name: string }>(
		`select nspname as name from pg_namespace where nspname = 'public' or nspname like 'before\\_restore\\_%' order by 1`
	);
	const names = rows.map(({ name }) => name);
	// A restore was killed half-way: what was there is aside already, and nothing is in its place.
	if (!names.includes('public')) return names.at(-1) ?? null;
	try {
		// An empty schema, of a new database, goes; one with anything in it stays.
		await client.query('drop schema public');
		return null;
	} catch (fault) {
		if (!(fault instanceof pg.DatabaseError && fault.code === NOT_EMPTY)) throw fault;
	}
	await client.query(`alter schema public rename to ${aside}`);
	return aside;
}

/** Puts a dump in the place of the schema and measures it; what was there stays under another name. */
export async function putInPlace(url: string, copy: Bytes, stamp: string): Promise<InPlace> {
	const aside = `before_restore_${stamp.replace(/\D/g, '')}`;
	const kept = await withClient(url, (client) => setAside(client, aside));
	const back = kept ? `alter schema ${kept} rename to public` : 'create schema public';
	const undo = () =>
		withClient(url, async (client) => {
			await client.query(`begin; drop schema if exists public cascade; ${back}; commit`);
		});
	try {
		const into = ['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges'];
		// A dump of this one schema makes it anew.
		await fed('pg_restore', [...into, `--dbname=${withoutPassword(url).address}`], url, copy);
		return { measured: await measurePostgres(url), kept, undo };
	} catch (fault) {
		await undo();
		throw fault;
	}
}
