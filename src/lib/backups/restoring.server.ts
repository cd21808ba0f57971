/*
 * Putting a backup in the place of the database. Everything that can fail happens on a copy beside it; what was there is
 * moved aside last and kept. What a database from the past must learn first is in catching-up.server.ts.
 */
import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Ledger } from '#lib/audit/ledger.server.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { openDatabase, sqlitePath } from '#lib/database/handle.server.ts';
import { knownMigrations } from '#lib/database/migrate.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { tenantKeyVersions } from '#lib/secrets/records.server.ts';
import { catchUp, isPairedWith, type CaughtUp } from './catching-up.server.ts';
import { differences, type Manifest } from './manifest.ts';
import { withPassing } from './passing.server.ts';
import { listDump, putInPlace, refuseInUse } from './postgres.server.ts';
import { CannotRestore, type Refusal } from './refusal.ts';
import { decryptBackup, hashOfStream } from './sealing.server.ts';
import { makeWhole, measureSqlite, syncFolderOf } from './sqlite.server.ts';

const HEADROOM = 16 * 2 ** 20;
const NO_ROOM = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'];

export interface Restoring {
	keyring: Keyring;
	ledger: Ledger;
	/** Where the database is, or is to be. */
	databaseUrl: string;
	/** The encrypted backup. */
	file: string;
	/** age identities that may open it. */
	identities: readonly string[];
	/** The operator says that what is missing from the ledger is lost for good. */
	isLedgerLost?: boolean;
	/** Goes on though keys of young people are missing: what is sealed about them stays unreadable. */
	withoutKeys?: boolean;
	/** Bytes that are free in a folder; the disk's own answer if not given. */
	freeBytes?: (folder: string) => Promise<number>;
}

export type Restored =
	| ({
			kind: 'restored';
			manifest: Manifest;
			/** What was there before: a file beside it, or a schema; null when nothing was. */
			kept: string | null;
			seconds: number;
			/** Between the moment of the backup and now: what was done meanwhile is lost. */
			lostMinutes: number;
	  } & CaughtUp)
	/** `many`: of how many young people the keys are missing. */
	/** `ledger`: how many lines it should have and has, where that is the reason. */
	| { kind: 'refused'; refusal: Refusal; many?: number; ledger?: Missing };

/** How many lines the ledger should have, and has. */
interface Missing {
	expected: number;
	found: number;
}

/** What is missing from the ledger, by the keyring or by the backup; null when nothing is. */
function missingFrom(ledger: Ledger, manifest: Manifest): Missing | null {
	const read = ledger.read();
	if (read.kind === 'changed') throw new CannotRestore('record changed');
	const byBackup = manifest.ledger && !ledger.reaches(manifest.ledger) ? manifest.ledger.lines : 0;
	const expected = Math.max(byBackup, read.kind === 'shortened' ? read.expected : 0);
	return expected > 0 ? { expected, found: read.lines.length } : null;
}

/** A ledger of which lines are lost for good, as whoever replays it must take it. */
const asItIs = (ledger: Ledger): Ledger => ({ ...ledger, read: () => ({ kind: 'sound', lines: ledger.read().lines }) });

interface Put extends CaughtUp {
	kept: string | null;
}

interface Steps {
	/** Brings the database that is to be up to now. */
	work: (db: ReturnType<typeof openDatabase>) => Promise<CaughtUp>;
	/**
	 * Says it in the ledger, when nothing can refuse any more. Said of a restore that did not come to be, the record of an
	 * older database would be thought cut short; not said of one that did, this one's for ever: so right before the end.
	 */
	say: () => Promise<void>;
}

const freeOn = async (folder: string): Promise<number> => {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
};

const isNoRoom = (fault: unknown): boolean =>
	fault instanceof Error && 'code' in fault && NO_ROOM.includes(String(fault.code));

/** What can be refused before anything is written. */
async function refuseStrange({ keyring, databaseUrl }: Restoring, manifest: Manifest): Promise<void> {
	const isSqlite = databaseUrl.startsWith('file:');
	if ((manifest.engine === 'sqlite') !== isSqlite) throw new CannotRestore('other engine');
	const known = await knownMigrations();
	if (manifest.migrations.some((name) => !known.includes(name))) throw new CannotRestore('too new');
	const held = tenantKeyVersions(keyring, 'council');
	if (held.length === 0) throw new CannotRestore('another keyring');
	if (manifest.keys.council.some((version) => !held.includes(version))) throw new CannotRestore('too old');
}

async function withDatabase<T>(url: string, work: (db: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> {
	const db = openDatabase(url);
	try {
		return await work(db);
	} finally {
		await db.destroy();
	}
}

async function restoreSqlite(at: Restoring, stamp: string, { work, say }: Steps): Promise<Put> {
	const path = sqlitePath(at.databaseUrl);
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	makeWhole(path);
	const free = await (at.freeBytes ?? freeOn)(dirname(path));
	if (free < statSync(at.file).size + HEADROOM) throw new CannotRestore('disk full');
	return withPassing(`${path}.restored`, async (copied) => {
		const { manifest, copy } = await decryptBackup(at.file, at.identities);
		await pipeline(copy, createWriteStream(copied, { flags: 'wx', mode: 0o600, flush: true }));
		const found = await measureSqlite(copied).catch((fault: unknown) => {
			throw isNoRoom(fault) ? fault : new CannotRestore('damaged', fault);
		});
		if (differences(manifest.tables, found.tables).length > 0) throw new CannotRestore('damaged');
		const caughtUp = await withDatabase(`file:${copied}`, work);
		makeWhole(copied);
		// Nobody may have come meanwhile, and nothing acknowledged may be left in a log.
		makeWhole(path);
		await say();
		const old = existsSync(path) ? `${path}.before-restore-${stamp}` : null;
		if (old) renameSync(path, old);
		renameSync(copied, path);
		syncFolderOf(path);
		return { ...caughtUp, kept: old };
	});
}

async function restorePostgres(at: Restoring, stamp: string, { work, say }: Steps): Promise<Put> {
	await refuseInUse(at.databaseUrl);
	const again = async () => (await decryptBackup(at.file, at.identities)).copy;
	await listDump(at.databaseUrl, await again());
	const { manifest } = await decryptBackup(at.file, at.identities);
	const put = await putInPlace(at.databaseUrl, await again(), stamp);
	try {
		if (differences(manifest.tables, put.measured.tables).length > 0) throw new CannotRestore('damaged');
		const caughtUp = await withDatabase(at.databaseUrl, work);
		// Killed before this, it is restored once more: nothing that is there then stands in the way.
		await say();
		return { ...caughtUp, kept: put.kept };
	} catch (fault) {
		await put.undo();
		throw fault;
	}
}

/**
 * Restores a backup into the configured database, or a new one; the server must be stopped.
 * Every refusal leaves everything as it was. The database is not in place before it has learned who was erased since.
 */
export async function restore(at: Restoring, actor: Actor, now: Date): Promise<Restored> {
	const began = performance.now();
	const stamp = now.toISOString().replace(/[^\dTZ-]/g, '-');
	try {
		const { manifest, copy } = await decryptBackup(at.file, at.identities);
		await refuseStrange(at, manifest);
		// To its end, once, before anything is touched: a file that was cut off opens well until there.
		await hashOfStream(copy);
		const missing = missingFrom(at.ledger, manifest);
		if (missing && !at.isLedgerLost) return { kind: 'refused', refusal: 'ledger shortened', ledger: missing };
		const learnsFrom = missing ? { ...at, ledger: asItIs(at.ledger) } : at;
		const how = { withoutKeys: at.withoutKeys ?? false, ledgerHad: missing?.expected ?? null };
		const work: Steps['work'] = async (db) => {
			if (!(await isPairedWith(db, at.keyring))) throw new CannotRestore('another keyring');
			return catchUp(db, learnsFrom, actor, manifest, now, how);
		};
		const say = async () => {
			if (missing) await at.ledger.acceptLoss(missing.expected, now);
			await at.ledger.append({ kind: 'restored', ends: manifest.chains }, now);
		};
		const put = await (manifest.engine === 'sqlite' ? restoreSqlite : restorePostgres)(at, stamp, { work, say });
		const lostMinutes = Math.round((now.getTime() - Date.parse(manifest.madeAt)) / 60_000);
		return { kind: 'restored', manifest, ...put, lostMinutes, seconds: (performance.now() - began) / 1000 };
	} catch (fault) {
		if (fault instanceof CannotRestore)
			return { kind: 'refused', refusal: fault.refusal, ...(fault.many === null ? {} : { many: fault.many }) };
		if (isNoRoom(fault)) return { kind: 'refused', refusal: 'disk full' };
		throw fault;
	}
}
