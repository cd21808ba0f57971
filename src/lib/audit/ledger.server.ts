/*
 * The ledger: a file outside the database that outlives it, one line a thing, each with a keyed hash over itself and the
 * line before. What must be known after the database was changed or restored stands here; never a name, never content.
 */
import {
	closeSync,
	existsSync,
	fsyncSync,
	ftruncateSync,
	mkdirSync,
	openSync,
	readFileSync,
	rmSync,
	statSync,
	writeSync
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { keyedHash } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { ledgerEnd, type LedgerEnd, type LedgerEntry, type LedgerLine } from './ledger.ts';

export type LedgerRead =
	| { kind: 'sound'; lines: LedgerLine[] }
	/** `line` counts from 1: from there on nothing can be believed. */
	| { kind: 'changed'; line: number; lines: LedgerLine[] }
	/** Every line follows the one before, but not all that were written are there: it had `expected` lines. */
	| { kind: 'shortened'; expected: number; lines: LedgerLine[] };

export interface Ledger {
	/** Appends and is on the disk when it returns; several processes may append at once. */
	append(entry: LedgerEntry, now: Date): Promise<void>;
	/** Every line, checked, and against the end that the keyring knows: nothing can be cut off unnoticed. */
	read(): LedgerRead;
	/** Whether an end that was known at some time is in it still. */
	reaches(end: LedgerEnd): boolean;
	/** Goes on with the lines that are there, when all others are lost for good; writes down how many there were. */
	acceptLoss(expected: number, now: Date): Promise<void>;
}

const FILE = 'ledger.jsonl';
const KEY = 'ledger/key';
/** The end after the last line that was appended: outside the folder of the ledger, and sealed. */
const END = 'ledger/end';
const LINE_END = '\n';
const STALE_MS = 10_000;

const hashOfLine = (key: Buffer, previous: string, said: string) => keyedHash(key, JSON.stringify([previous, said]));

/** One process at a time: a lock file, taken over when whoever made it is long gone. */
async function locked(path: string, work: () => void): Promise<void> {
	for (;;) {
		try {
			closeSync(openSync(path, 'wx', 0o600));
			break;
		} catch (fault) {
			if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
			const age = existsSync(path) ? Date.now() - statSync(path).mtimeMs : 0;
			if (age > STALE_MS) rmSync(path, { force: true });
			else await pause(10 + Math.random() * 20);
		}
	}
	try {
		work();
	} finally {
		rmSync(path, { force: true });
	}
}

/** Appends after so many whole bytes, all of it and on the disk, or nothing. @throws when there is no room. */
function appendWhole(path: string, after: number, line: string): void {
	const bytes = Buffer.from(line);
	const handle = openSync(path, 'a', 0o600);
	try {
		ftruncateSync(handle, after);
		// A disk that is nearly full takes some of it and says how much.
		if (writeSync(handle, bytes) < bytes.length)
			throw Object.assign(new Error('no room for a line of the ledger'), { code: 'ENOSPC' });
		fsyncSync(handle);
	} catch (fault) {
		ftruncateSync(handle, after);
		throw fault;
	} finally {
		closeSync(handle);
	}
}

/** The end of the ledger as the keyring knows it; null where no line was written since it does. */
export function knownEnd(keyring: Keyring): LedgerEnd | null {
	const known = keyring.get(END);
	return known && ledgerEnd.parse(JSON.parse(known.toString()));
}

/** Opens the ledger of a folder, made if missing. */
export function openLedger(folder: string, keyring: Keyring): Ledger {
	const path = join(folder, FILE);
	/** Whole lines only: what follows the last of them was torn off in writing, and never acknowledged. */
	const raw = (): { lines: string[]; bytes: number } => {
		const file = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
		const whole = file.subarray(0, file.lastIndexOf(LINE_END) + 1);
		return { lines: whole.toString().split('\n').slice(0, -1), bytes: whole.length };
	};
	const reaches = ({ lines, hash }: LedgerEnd): boolean =>
		lines === 0 || raw().lines[lines - 1]?.split('\t')[1] === hash;
	const read = (): LedgerRead => {
		const key = keyring.getOrDraw(KEY);
		// Known before it is read: a line that another process appends meanwhile is one more, never one less.
		const known = knownEnd(keyring);
		const lines: LedgerLine[] = [];
		let end = '';
		for (const [place, text] of raw().lines.entries()) {
			const [said = '', hash = ''] = text.split('\t');
			if (hash !== hashOfLine(key, end, said)) return { kind: 'changed', line: place + 1, lines };
			lines.push(JSON.parse(said) as LedgerLine);
			end = hash;
		}
		return known && !reaches(known) ? { kind: 'shortened', expected: known.lines, lines } : { kind: 'sound', lines };
	};
	/** The end that is known moves on only from where it was: else the next line would hide that others are missing. */
	const write = async (entry: LedgerEntry, now: Date, isLossAccepted: boolean): Promise<void> => {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		await locked(`${path}.lock`, () => {
			const key = keyring.getOrDraw(KEY);
			const { lines, bytes } = raw();
			const known = knownEnd(keyring);
			const isWhole = isLossAccepted || !known || reaches(known);
			const previous = lines.at(-1)?.split('\t')[1] ?? '';
			const said = JSON.stringify({ ...entry, at: now.toISOString() });
			const hash = hashOfLine(key, previous, said);
			appendWhole(path, bytes, `${said}\t${hash}\n`);
			const end: LedgerEnd = { lines: lines.length + 1, hash };
			if (isWhole) keyring.replace(END, Buffer.from(JSON.stringify(end)));
		});
	};
	return {
		append: (entry, now) => write(entry, now, false),
		acceptLoss: (expected, now) => write({ kind: 'lines lost', expected }, now, true),
		read,
		reaches
	};
}
