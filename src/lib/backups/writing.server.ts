/*
 * Writing one backup into a folder: copied, checked, encrypted, read back. What is noted of it, and to whom it goes, is in
 * backups.server.ts. Drafts are never in it, and no key is: the keyring is copied apart from it.
 */
import {
	chmodSync,
	closeSync,
	createReadStream,
	existsSync,
	mkdirSync,
	openSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync
} from 'node:fs';
import { join } from 'node:path';
import { sqlitePath } from '#lib/database/handle.server.ts';
import { knownEnd } from '#lib/audit/ledger.server.ts';
import type { LedgerEnd } from '#lib/audit/ledger.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { backupIdentity, backupRecipient } from './identity.server.ts';
import { manifestOf, type Manifest } from './manifest.ts';
import { withPassing } from './passing.server.ts';
import { dumpPostgres, listDump } from './postgres.server.ts';
import { decryptBackup, hashOfStream, writeSealed, type Sealed } from './sealing.server.ts';
import { copySqlite, syncFolderOf } from './sqlite.server.ts';

const FINISHED = /^earshot-\d{4}-\d{2}-\d{2}T[\dTZ-]+\.age$/;

export interface Written {
	/** `earshot-<stamp>.age`. */
	name: string;
	path: string;
	/** Of the encrypted file; SHA-256, base64url. */
	bytes: number;
	hash: string;
	manifest: Manifest;
}

/** The finished backups in a folder, oldest first. */
export function backupsIn(folder: string): string[] {
	if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
	return readdirSync(folder)
		.filter((file) => FINISHED.test(file))
		.sort();
}

/** When the oldest backup in a folder was made, as its name says; null where there is none. */
export function oldestKept(folder: string): Date | null {
	const [, day, hour, minute] = /^earshot-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})/.exec(backupsIn(folder)[0] ?? '') ?? [];
	return day ? new Date(`${day}T${hour}:${minute}:00Z`) : null;
}

/** Removes all but the newest so many. */
export function keepNewest(folder: string, kept: number): void {
	for (const file of backupsIn(folder).slice(0, -kept)) rmSync(join(folder, file));
}

/** Makes a file that is for its owner only, whatever is written into it later. */
function forOwnerOnly(path: string): void {
	closeSync(openSync(path, 'wx', 0o600));
	chmodSync(path, 0o600);
}

interface Said {
	madeAt: string;
	ledger: LedgerEnd | null;
}

interface Sealing {
	manifest: Manifest;
	sealed: Sealed;
}

async function sealSqlite(url: string, to: string, recipient: string, said: Said): Promise<Sealing> {
	// On the database's own disk, where the same lies readable anyway.
	return withPassing(`${sqlitePath(url)}.copy`, async (plain) => {
		forOwnerOnly(plain);
		const manifest = manifestOf('sqlite', said.madeAt, await copySqlite(sqlitePath(url), plain), said.ledger);
		return { manifest, sealed: await writeSealed(to, recipient, manifest, createReadStream(plain)) };
	});
}

const sealPostgres = (url: string, to: string, recipient: string, said: Said): Promise<Sealing> =>
	dumpPostgres(url, async (measured, copy) => {
		const manifest = manifestOf('postgres', said.madeAt, measured, said.ledger);
		return { manifest, sealed: await writeSealed(to, recipient, manifest, copy) };
	});

/** Reads a backup back as a restore would. @throws when it is not what was written. */
async function verify(url: string, path: string, identity: string, sealed: Sealed): Promise<void> {
	if ((await hashOfStream(createReadStream(path))) !== sealed.hash) throw new Error('the backup does not read back');
	const { manifest, copy } = await decryptBackup(path, [identity]);
	if ((await hashOfStream(copy)) !== sealed.payloadHash)
		throw new Error('the backup does not decrypt to what was copied');
	if (manifest.engine === 'postgres') await listDump(url, (await decryptBackup(path, [identity])).copy);
}

/**
 * Writes an encrypted and verified backup into a folder.
 * @param now goes into the name, so that two backups do not meet.
 * @throws when the copy does not verify, the disk is full, or PostgreSQL's own programs are not there.
 */
export async function writeBackup(url: string, keyring: Keyring, folder: string, now: Date): Promise<Written> {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const [identity, recipient] = [await backupIdentity(keyring), await backupRecipient(keyring)];
	// Before the copy: what is erased meanwhile is one line more.
	const said = { madeAt: now.toISOString(), ledger: knownEnd(keyring) };
	const name = `earshot-${now.toISOString().replace(/[^\dTZ-]/g, '-')}.age`;
	const path = join(folder, name);
	return withPassing(path, async (unfinished) => {
		const seal = url.startsWith('file:') ? sealSqlite : sealPostgres;
		const { manifest, sealed } = await seal(url, unfinished, recipient, said);
		await verify(url, unfinished, identity, sealed);
		renameSync(unfinished, path);
		syncFolderOf(path);
		return { name, path, bytes: sealed.bytes, hash: sealed.hash, manifest };
	});
}
