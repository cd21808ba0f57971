/*
 * The copy of keyring and ledger on another disk, where the council named a folder for it: kept up with both, whole file by
 * whole file. Keys stay wrapped by the master key, which is not there. What was lost is never taken for destroyed.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Ledger } from '#lib/audit/ledger.server.ts';
import { keyedHash } from '#lib/secrets/envelope.ts';
import {
	destroyFile,
	holding,
	placeFile,
	placeOfMany,
	replaceFile,
	syncFolder,
	UNFINISHED
} from '#lib/secrets/key-files.server.ts';
import { fileOf, type Keyring } from '#lib/secrets/keyring.server.ts';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import { mayVanish } from './vanishing.ts';

/** Never copied: what must be gone for good when a box was counted or a day's comments were opened. */
const NOT_COPIED = ['wave', 'half', 'intake', 'demonstration'];
const IDENTITY = 'tenant/identity';
const ENDING = '.key';
const LEDGER_FILE = 'ledger.jsonl';
const STALE_MS = 60_000;

export interface Mirroring {
	keyring: Keyring;
	ledger: Ledger;
	configuration: Pick<Configuration, 'keyring' | 'ledger' | 'copy'>;
}

/** Where the parts of a copy lie. */
export const partsOf = (copy: string) => ({
	keyring: join(copy, 'keyring'),
	ledger: join(copy, 'ledger', LEDGER_FILE),
	said: join(copy, 'copied.json')
});

/** What the copy says of itself: when it was last whole, and which keyring's it is. */
export interface Said {
	at: string;
	of: string;
}

/** What a copy says; null when none was ever finished. */
export function saidBy(copy: string): Said | null {
	const { said } = partsOf(copy);
	return existsSync(said) ? (JSON.parse(readFileSync(said, 'utf8')) as Said) : null;
}

/** The names of the keys in a keyring's folder that belong into a copy. */
export function keysIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true })
		.filter((kind) => kind.isDirectory() && !NOT_COPIED.includes(kind.name))
		.flatMap(({ name: kind }) =>
			readdirSync(join(folder, kind))
				.filter((file) => file.endsWith(ENDING))
				.map((file) => `${kind}/${file.slice(0, -ENDING.length)}`)
		);
}

const bytesAt = (path: string): Promise<Buffer | null> =>
	readFile(path).catch((fault: unknown) => {
		if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null;
		throw fault;
	});

function place(path: string, bytes: Uint8Array): void {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	if (existsSync(path)) replaceFile(path, bytes);
	else placeFile(path, bytes);
}

function opens(keyring: Keyring, name: string): boolean {
	try {
		return keyring.get(name) !== null;
	} catch {
		return false;
	}
}

/**
 * Writes what is new or wrapped anew. A key that does not open does not replace the good copy of it, and does not keep the
 * others back; gives the names of those that are there and do not open.
 */
async function copyKeys(keyring: Keyring, from: string, to: string): Promise<string[]> {
	const damaged: string[] = [];
	const touched = new Set<string>();
	for (const name of keysIn(from)) {
		const target = fileOf(to, name);
		const [bytes, copied] = [await bytesAt(fileOf(from, name)), await bytesAt(target)];
		if (!bytes || copied?.equals(bytes)) continue;
		if (!opens(keyring, name)) {
			if (keyring.has(name)) damaged.push(name);
			continue;
		}
		if (copied) {
			replaceFile(target, bytes);
			continue;
		}
		mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
		await placeOfMany(target, bytes);
		touched.add(dirname(target));
	}
	for (const folder of touched) syncFolder(folder);
	return damaged;
}

/** Takes what was destroyed out of the copy, written over; what a killed process left half written goes too. */
function removeDestroyed({ keyring, ledger }: Mirroring, to: string): void {
	const erased = new Set(ledger.read().lines.flatMap((line) => (line.kind === 'erased' ? [line.youngPersonId] : [])));
	const tenants = keyring.list('tenant');
	for (const name of keysIn(to))
		if (!keyring.has(name) && mayVanish(name, { erased, tenants })) destroyFile(fileOf(to, name));
	for (const name of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
		const path = join(to, name);
		if (!name.endsWith(UNFINISHED)) continue;
		// By the clock that files are dated with; it may be another process's, and done meanwhile.
		const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
		if (made !== undefined && Date.now() - made > STALE_MS) rmSync(path, { force: true });
	}
}

/** @throws when the ledger does not go on from its copy: then it was cut short, and the copy is the better one. */
function copyLedger(from: string, to: string): void {
	// The copy first: the ledger only grows, so that what is read of it later begins with the copy.
	const before = existsSync(to) ? readFileSync(to) : Buffer.alloc(0);
	const now = existsSync(from) ? readFileSync(from) : Buffer.alloc(0);
	// A line that is being appended just now is for the next time.
	const whole = now.subarray(0, now.lastIndexOf('\n') + 1);
	if (!whole.subarray(0, before.length).equals(before))
		throw new Error(`the ledger does not go on from its copy ${to}: run “earshot audit verify”, and put the copy back`);
	if (whole.length > before.length) place(to, whole);
}

/** Which keyring it is, without its bytes. @throws when it is not there: an empty folder must not empty the copy. */
function markOf(keyring: Keyring): string {
	const identity = keyring.get(IDENTITY);
	if (!identity) throw new Error('the keyring is missing: check EARSHOT_KEYRING');
	return keyedHash(identity, 'copy of keyring and ledger');
}

/**
 * Brings the copy up to now; does nothing where no folder is named. What it does twice is the same as once.
 * @throws when it cannot be written, belongs to another keyring, or the ledger does not go on from its copy.
 */
export async function mirror(at: Mirroring, now: Date): Promise<void> {
	const { copy, keyring: folder, ledger } = at.configuration;
	if (copy === null) return;
	const to = partsOf(copy);
	const of = markOf(at.keyring);
	const said = saidBy(copy);
	if (said && said.of !== of) throw new Error(`${copy} is the copy of another keyring: check EARSHOT_COPY`);
	mkdirSync(to.keyring, { recursive: true, mode: 0o700 });
	// Keys first: somebody who is erased meanwhile is in the ledger's copy, and their key is destroyed by it.
	const damaged = await copyKeys(at.keyring, folder, to.keyring);
	removeDestroyed(at, to.keyring);
	mkdirSync(dirname(to.ledger), { recursive: true, mode: 0o700 });
	// A backup by hand may meet the server's own copying: the shorter must not come last.
	holding(to.ledger, () => copyLedger(join(ledger, LEDGER_FILE), to.ledger));
	if (damaged.length > 0) throw new Error(`${damaged.length} keys do not open: ${damaged.slice(0, 3).join(', ')}`);
	place(to.said, Buffer.from(JSON.stringify({ at: now.toISOString(), of } satisfies Said)));
}
