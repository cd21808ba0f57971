/*
 * Backing up and restoring the database: VACUUM INTO for SQLite, pg_dump for PostgreSQL. Drafts are never in a backup,
 * and no key is: the keyring is copied apart from it. What a backup holds of the box is sealed.
 */
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import SQLite from 'better-sqlite3';
import { copySqlite } from './dialect.server.ts';
import { sqlitePath } from './handle.server.ts';
import type { Database } from './schema.ts';

const run = promisify(execFile);

const FINISHED = /^earshot-\d{4}-\d{2}-\d{2}T.*\.(db|dump)$/;
const KEPT = 14;
const UNFINISHED = /^earshot-.*\.unfinished(-journal|-wal|-shm)?$/;

/** Never in a backup: what was begun and not sent, when somebody guessed, and what lets somebody in for a while. */
const LEFT_OUT = ['draft', 'guess', 'session', 'import_draft', 'enrolment'] as const;

function verifySqlite(path: string): void {
	const copy = new SQLite(path, { readonly: true });
	const verdict = copy.pragma('integrity_check', { simple: true });
	copy.close();
	if (verdict !== 'ok') throw new Error(`the backup does not verify: ${String(verdict)}`);
}

/** The address without its password, which goes into the environment: arguments are seen by everybody on the machine. */
function withoutPassword(url: string): { address: string; env: NodeJS.ProcessEnv } {
	const address = new URL(url);
	const password = decodeURIComponent(address.password);
	address.password = '';
	return { address: address.href, env: password ? { ...process.env, PGPASSWORD: password } : process.env };
}

async function backUpSqlite(db: Database, path: string): Promise<void> {
	const unfinished = `${path}.unfinished`;
	rmSync(unfinished, { force: true });
	writeFileSync(unfinished, '', { mode: 0o600 }); // the roster is in it: for its owner only, whatever folder it is put into
	await copySqlite(db, unfinished);
	const copy = new SQLite(unfinished);
	copy.pragma('secure_delete = ON');
	for (const table of LEFT_OUT) copy.exec(`delete from ${table}`);
	copy.exec('vacuum');
	copy.close();
	verifySqlite(unfinished);
	renameSync(unfinished, path);
}

/**
 * Writes a verified backup into a folder and returns its path.
 * @param stamp goes into the name, so that two backups do not meet.
 * @throws when the copy does not verify, or PostgreSQL's own tools are not there.
 */
export async function backUp(db: Database, url: string, folder: string, stamp: string): Promise<string> {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	// What a backup that was cut off left behind still holds drafts.
	for (const file of readdirSync(folder)) if (UNFINISHED.test(file)) rmSync(join(folder, file));
	const name = `earshot-${stamp.replace(/[^\dTZ-]/g, '-')}`;
	if (url.startsWith('file:')) {
		const path = join(folder, `${name}.db`);
		await backUpSqlite(db, path);
		return path;
	}
	const path = join(folder, `${name}.dump`);
	const { address, env } = withoutPassword(url);
	writeFileSync(`${path}.unfinished`, '', { mode: 0o600 });
	await run(
		'pg_dump',
		[
			'--format=custom',
			...LEFT_OUT.map((table) => `--exclude-table-data=${table}`),
			`--file=${path}.unfinished`,
			address
		],
		{
			env
		}
	);
	await run('pg_restore', ['--list', `${path}.unfinished`]);
	renameSync(`${path}.unfinished`, path);
	return path;
}

/**
 * Writes the day's backup unless there is one, and removes all but the newest so many. For the daily work: at most a day
 * is lost with the disk.
 */
export async function backUpDaily(db: Database, url: string, folder: string, now: Date, kept = KEPT): Promise<void> {
	const stamp = now.toISOString();
	const backups = (): string[] =>
		existsSync(folder)
			? readdirSync(folder)
					.filter((file) => FINISHED.test(file))
					.sort()
			: [];
	if (backups().some((file) => file.startsWith(`earshot-${stamp.slice(0, 10)}`))) return;
	await backUp(db, url, folder, stamp);
	for (const file of backups().slice(0, -kept)) rmSync(join(folder, file));
}

/** Folds the log into the file, so that nothing acknowledged is left behind. @throws when somebody still has it open. */
function makeWhole(path: string): void {
	const file = new SQLite(path);
	try {
		// Leaving write-ahead logging needs the file for oneself alone, and takes the log with it.
		file.pragma('journal_mode = DELETE');
	} catch (fault) {
		throw new Error('The database is in use: stop the server first. Nothing has changed.', { cause: fault });
	} finally {
		file.close();
	}
}

/**
 * Puts a backup in the place of the database; the one that was there is kept beside it.
 * The server must be stopped. Returns where the old one went, or null when there was none.
 */
export async function restore(url: string, backup: string, stamp: string): Promise<string | null> {
	if (!url.startsWith('file:')) {
		const { address, env } = withoutPassword(url);
		await run('pg_restore', ['--clean', '--if-exists', '--single-transaction', `--dbname=${address}`, backup], { env });
		return null;
	}
	verifySqlite(backup);
	const path = sqlitePath(url);
	const old = `${path}.before-restore-${stamp.replace(/[^\dTZ-]/g, '-')}`;
	mkdirSync(dirname(path), { recursive: true });
	const there = existsSync(path);
	if (there) makeWhole(path);
	// Copied before anything is moved: a full disk must not leave the place of the database empty.
	copyFileSync(backup, `${path}.unfinished`);
	if (there) renameSync(path, old);
	renameSync(`${path}.unfinished`, path);
	return there ? old : null;
}
