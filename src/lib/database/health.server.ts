/*
 * How the database and what lies around it stand: whole, of the newest form, with room, on time, and for nobody else to read.
 */
import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import type { Health } from '#lib/settings/health.ts';
import { clockOf, damageIn } from './dialect.server.ts';
import { sqlitePath } from './handle.server.ts';
import { pendingMigrations } from './migrate.server.ts';
import type { Database } from './schema.ts';

const GIGABYTE = 1e9;
const LITTLE_ROOM = 2 * GIGABYTE;
const NO_ROOM = GIGABYTE / 4;
const SKEW_SECONDS = 30;
const OTHERS = 0o077;

async function wholeHealth(db: Database): Promise<Health> {
	const what = 'Database';
	const damage = await damageIn(db);
	if (damage === null) return { what, state: 'good', words: 'It answers, and finds itself whole.' };
	const words = `It is damaged (${damage}). Stop the server, keep a copy of the file, and restore the last good backup.`;
	return { what, state: 'wrong', words };
}

async function formHealth(db: Database): Promise<Health> {
	const what = 'Form of the database';
	const pending = await pendingMigrations(db);
	if (pending.length === 0) return { what, state: 'good', words: 'The newest.' };
	return {
		what,
		state: 'wrong',
		words: `Older than this version of Earshot (${pending.join(', ')}). Run “earshot migrate”.`
	};
}

/** Room on the disk of a folder that is there. */
export function roomHealth(what: string, freeBytes: number): Health {
	const words = `${(freeBytes / GIGABYTE).toFixed(1)} GB are free.`;
	if (freeBytes < NO_ROOM)
		return { what, state: 'wrong', words: `${words} Soon nothing can be saved, and no backup made. Make room today.` };
	if (freeBytes < LITTLE_ROOM) return { what, state: 'warning', words: `${words} Make room this week.` };
	return { what, state: 'good', words };
}

async function diskHealth(what: string, folder: string): Promise<Health[]> {
	if (!existsSync(folder)) return [];
	const { bavail, bsize } = await statfs(folder);
	return [roomHealth(what, bavail * bsize)];
}

async function clockHealth(db: Database, now: Date): Promise<Health> {
	const what = 'Clock';
	const seconds = Math.round(Math.abs((await clockOf(db)).getTime() - now.getTime()) / 1000);
	if (seconds <= SKEW_SECONDS) return { what, state: 'good', words: 'The database and this machine agree.' };
	const words = `The database and this machine are ${seconds} seconds apart. Set both by a time server: due days and codes hang on it.`;
	return { what, state: 'warning', words };
}

/** Files and folders that others on this machine can look into. */
export function privacyHealth(paths: readonly string[]): Health {
	const what = 'For nobody else to read';
	const open = paths.filter((path) => existsSync(path) && (statSync(path).mode & OTHERS) !== 0);
	if (open.length === 0)
		return { what, state: 'good', words: 'The database, the ledger and backups are for their owner only.' };
	const words = `Others on this machine may look into ${open.join(', ')}. Run: chmod -R go= ${open.join(' ')}`;
	return { what, state: 'warning', words };
}

/** Everything about the database and its surroundings. */
export async function databaseHealth(
	db: Database,
	{ databaseUrl, ledger, backups }: Pick<Configuration, 'databaseUrl' | 'ledger' | 'backups'>,
	now: Date
): Promise<Health[]> {
	const file = databaseUrl.startsWith('file:') ? sqlitePath(databaseUrl) : null;
	return [
		await wholeHealth(db),
		await formHealth(db),
		...(file ? await diskHealth('Room for the database', dirname(file)) : []),
		...(await diskHealth('Room for backups', backups)),
		await clockHealth(db, now),
		privacyHealth([...(file ? [file] : []), ledger, backups])
	];
}
