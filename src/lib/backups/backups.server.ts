/*
 * Backups as the council knows them: made, noted, handed on, and told of when they fail. Writing the file itself is in
 * writing.server.ts; putting one in place in restoring.server.ts.
 */
import { join } from 'node:path';
import type { Ledger } from '#lib/audit/ledger.server.ts';
import { record } from '#lib/audit/record.server.ts';
import { THE_SERVER, type Actor } from '#lib/auth/actor.ts';
import { holdAdministrators } from '#lib/auth/colleagues/administrators.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { BackupRunTable, Database } from '#lib/database/schema.ts';
import { notify } from '#lib/notices/outbox.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import { handOver } from './command.server.ts';
import { mirror } from './mirror/mirroring.server.ts';
import { backupsIn, keepNewest, writeBackup, type Written } from './writing.server.ts';

const KEPT = 14;
const TWO_DAYS_MS = 2 * 86_400_000;

/** Where a backup goes besides the folder. */
export const COMMAND = 'command';

/** What failed where keyring and ledger could not be copied. */
const COPY = 'copy';

/** What a backup needs; the server's own things have it all. */
export interface BackingUp {
	db: Database;
	keyring: Keyring;
	ledger: Ledger;
	configuration: Pick<Configuration, 'databaseUrl' | 'backups' | 'backupCommand' | 'keyring' | 'ledger' | 'copy'>;
}

export type Made =
	| ({ kind: 'made'; seconds: number } & Pick<Written, 'name' | 'path' | 'bytes' | 'hash'>)
	/** `path` is there when the file is good and only the copy of its keys or the command failed. */
	| { kind: 'failed'; because: string; path: string | null };

type File = Pick<Written, 'name' | 'path' | 'bytes' | 'hash'>;

async function noteGood(db: Database, actor: Actor, went_to: string, { bytes, hash, name }: File, now: Date) {
	await inTransaction(db, async (writing) => {
		const run = { id: randomId(), at: now.toISOString(), state: 'good', went_to, bytes, hash };
		await writing.insertInto('backup_run').values(run).execute();
		const detail = { to: went_to === COMMAND ? COMMAND : 'folder', bytes };
		await record(writing, actor, { what: 'backup made', subject: { kind: 'backup', id: name }, detail }, now);
	});
}

/** Notes a failure and tells every administrator, once a day however often it is tried. */
async function noteFailed(db: Database, went_to: string, now: Date): Promise<void> {
	await inTransaction(db, async (writing) => {
		const run = { id: randomId(), at: now.toISOString(), state: 'failed', went_to, bytes: null, hash: null };
		await writing.insertInto('backup_run').values(run).execute();
		for (const id of (await holdAdministrators(writing)).acting) {
			const once = `backup failed ${dayOf(now)} ${id}`;
			await notify(writing, { to: { kind: 'staff', id }, what: 'backup failed', once }, now);
		}
	});
}

async function toCommand(
	{ db }: BackingUp,
	command: string,
	actor: Actor,
	file: File,
	now: Date
): Promise<Made | null> {
	const handed = await handOver(command, file.path, file.name);
	if (handed.kind === 'taken') {
		await noteGood(db, actor, COMMAND, file, now);
		return null;
	}
	await noteFailed(db, COMMAND, now);
	return { kind: 'failed', because: handed.because, path: file.path };
}

const wordsOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

/** Brings the copy of keyring and ledger up to now; says what stopped it, and notes it. */
async function copyFault(at: BackingUp, now: Date): Promise<string | null> {
	try {
		await mirror(at, now);
		return null;
	} catch (fault) {
		await noteFailed(at.db, COPY, now);
		return `keyring and ledger could not be copied: ${wordsOf(fault)}`;
	}
}

/** Whether a backup of today was written whose keys could not be copied. */
async function failedToCopy(db: Database, now: Date): Promise<boolean> {
	const rows = await db
		.selectFrom('backup_run')
		.select('at')
		.where('state', '=', 'failed')
		.where('went_to', '=', COPY)
		.where('at', '>=', new Date(now.getTime() - TWO_DAYS_MS).toISOString())
		.execute();
	return rows.some(({ at }) => dayOf(new Date(at)) === dayOf(now));
}

/** Makes a backup now: into the folder, and to the operator's command where there is one. A fault is noted, told and returned. */
export async function backUp(at: BackingUp, actor: Actor, now: Date): Promise<Made> {
	const { databaseUrl, backups, backupCommand } = at.configuration;
	const began = performance.now();
	let written: Written;
	try {
		written = await writeBackup(databaseUrl, at.keyring, backups, now);
	} catch (fault) {
		await noteFailed(at.db, 'folder', now);
		return { kind: 'failed', because: wordsOf(fault), path: null };
	}
	// Whatever is sealed in it must open from the copy too: without its keys a backup is none.
	const because = await copyFault(at, now);
	if (because !== null) return { kind: 'failed', because, path: written.path };
	await noteGood(at.db, actor, written.name, written, now);
	const failed = backupCommand ? await toCommand(at, backupCommand, actor, written, now) : null;
	const { name, path, bytes, hash } = written;
	return failed ?? { kind: 'made', name, path, bytes, hash, seconds: (performance.now() - began) / 1000 };
}

/** The same for work that must not go on without one. @throws when it failed. */
export async function mustBackUp(at: BackingUp, actor: Actor, now: Date): Promise<void> {
	const made = await backUp(at, actor, now);
	if (made.kind === 'failed') throw new Error(`there is no backup: ${made.because}`);
}

type Good = Pick<BackupRunTable, 'at' | 'went_to' | 'bytes' | 'hash'>;

/** The good backups since an instant, oldest first. */
function goodSince(db: Database, since: Date): Promise<Good[]> {
	return db
		.selectFrom('backup_run')
		.select(['at', 'went_to', 'bytes', 'hash'])
		.where('state', '=', 'good')
		.where('at', '>=', since.toISOString())
		.orderBy('at')
		.execute();
}

/**
 * The day's backup, unless there is a good one; where only the command failed, the same file is offered to it again.
 * All but the newest fourteen are removed. For the job: at most a day is lost with the disk.
 * @throws when it failed, so that the job is tried again; the failure is noted and told by then.
 */
export async function backUpDaily(at: BackingUp, now: Date, kept = KEPT): Promise<void> {
	const { backups, backupCommand } = at.configuration;
	const isOfToday = ({ at: made }: Good) => dayOf(new Date(made)) === dayOf(now);
	const today = (await goodSince(at.db, new Date(now.getTime() - TWO_DAYS_MS))).filter(isOfToday);
	const there = new Set(backupsIn(backups));
	const file = today.findLast(({ went_to: name }) => there.has(name));
	let made: Made | null = null;
	if (!file) {
		// Tried every hour: files whose keys could not be copied must not push out the good ones of other days.
		const because = (await failedToCopy(at.db, now)) ? await copyFault(at, now) : null;
		made = because === null ? await backUp(at, THE_SERVER, now) : { kind: 'failed', because, path: null };
	} else if (backupCommand && !today.some(({ went_to }) => went_to === COMMAND)) {
		const { went_to: name, bytes, hash } = file;
		const again = { name, path: join(backups, name), bytes: bytes ?? 0, hash: hash ?? '' };
		made = await toCommand(at, backupCommand, THE_SERVER, again, now);
	}
	keepNewest(backups, kept);
	if (made?.kind === 'failed') throw new Error(`the backup failed: ${made.because}`);
}

/** When the last good backup was made, to the folder and to the command; null where none ever was. */
export async function lastGood(db: Database): Promise<{ folder: string | null; command: string | null }> {
	const latest = async (comparison: '=' | '<>') => {
		const row = await db
			.selectFrom('backup_run')
			.select(({ fn }) => fn.max('at').as('at'))
			.where('state', '=', 'good')
			.where('went_to', comparison, COMMAND)
			.executeTakeFirst();
		return (row?.at as string | null | undefined) ?? null;
	};
	return { folder: await latest('<>'), command: await latest('=') };
}
