/*
 * Files of the keyring as files: written so that they are on the disk, placed whole, replaced whole, written over before
 * they are removed. What is in them, and under which names, is keyring.server.ts.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, futimesSync, linkSync, mkdirSync, openSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

export const UNFINISHED = '.unfinished';
export const LOCK = '.lock';
const STALE_MS = 10_000;
const PAUSE_MS = 5;

export function syncFolder(folder: string): void {
	const handle = openSync(folder, 'r');
	fsyncSync(handle);
	closeSync(handle);
}

function writeDurably(path: string, bytes: Uint8Array, flags: 'wx' | 'r+'): void {
	const handle = openSync(path, flags, 0o600);
	writeSync(handle, bytes, 0, bytes.length, 0);
	fsyncSync(handle);
	closeSync(handle);
}

const besides = (path: string): string => `${path}.${randomBytes(6).toString('hex')}${UNFINISHED}`;

/** Moves a finished file to its name, whole, and never over another's: two processes may draw the same key. */
function placeOnce(unfinished: string, path: string): 'placed' | 'taken' {
	try {
		linkSync(unfinished, path);
	} catch {
		// Taken, or a volume without links: there a rename would overwrite, so that one looks and renames at a time.
		return holding(path, () => {
			const taken = existsSync(path);
			if (taken) rmSync(unfinished);
			else renameSync(unfinished, path);
			return taken ? 'taken' : 'placed';
		});
	}
	rmSync(unfinished);
	return 'placed';
}

/** Makes a folder for the owner only, with those above it, all on the disk when it returns. */
export function makeFolder(folder: string): void {
	const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
	if (first === undefined) return;
	// Each new name stands in the folder above it.
	for (let made = resolve(folder); made.length >= resolve(first).length; made = dirname(made))
		syncFolder(dirname(made));
}

/** Writes a new file, on the disk before it returns; 'taken' when there is one already. */
export function placeFile(path: string, bytes: Uint8Array): 'placed' | 'taken' {
	const unfinished = besides(path);
	writeDurably(unfinished, bytes, 'wx');
	const placed = placeOnce(unfinished, path);
	syncFolder(dirname(path));
	return placed;
}

/** The same for many, whose writes the disk takes together: the folder must be synced afterwards. */
export async function placeOfMany(path: string, bytes: Uint8Array): Promise<'placed' | 'taken'> {
	const unfinished = besides(path);
	const handle = await open(unfinished, 'wx', 0o600);
	try {
		await handle.write(bytes, 0, bytes.length, 0);
		await handle.sync();
	} finally {
		await handle.close();
	}
	return placeOnce(unfinished, path);
}

/** One process at a time for one file; a lock whose holder was killed is taken over after ten seconds. */
export function holding<T>(path: string, work: () => T): T {
	const lock = `${path}${LOCK}`;
	for (;;) {
		try {
			closeSync(openSync(lock, 'wx', 0o600));
			break;
		} catch (fault) {
			if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
			const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
			if (made !== undefined && Date.now() - made > STALE_MS) rmSync(lock, { force: true });
			else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
		}
	}
	try {
		return work();
	} finally {
		rmSync(lock, { force: true });
	}
}

/** Puts new bytes in the place of a file, whole or not at all; what it held before is written over. Its age stays. */
export function replaceFile(path: string, bytes: Uint8Array): void {
	const before = openSync(path, 'r+');
	try {
		const { size, atime, mtime } = fstatSync(before);
		const unfinished = besides(path);
		writeDurably(unfinished, bytes, 'wx');
		const fresh = openSync(unfinished, 'r+');
		futimesSync(fresh, atime, mtime);
		closeSync(fresh);
		renameSync(unfinished, path);
		syncFolder(dirname(path));
		writeSync(before, randomBytes(size), 0, size, 0);
		fsyncSync(before);
	} finally {
		closeSync(before);
	}
}

/** Writes over a file and removes it; nothing happens when it is gone already. */
export function destroyFile(path: string): void {
	if (!existsSync(path)) return;
	holding(path, () => {
		if (!existsSync(path)) return;
		writeDurably(path, randomBytes(statSync(path).size), 'r+');
		rmSync(path);
		syncFolder(dirname(path));
	});
}
