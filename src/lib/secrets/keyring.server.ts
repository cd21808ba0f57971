/*
 * The keyring: a folder outside the database, one file a key, each wrapped by the master key that is in no file.
 * Keys are read afresh each time, so that a key destroyed by one process is gone for all. No records are sealed here.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { linkSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deriveKey, KEY_BYTES, seal, unseal } from './envelope.ts';

/** `tenant/council`, `wave/<id>`, `intake/<day>`, `cookie/survey`: letters, digits, - and _ around one slash. */
const NAME = /^[a-z]+\/[\w-]+$/;

export interface Keyring {
	/** Stores bytes under a name, on the disk before it returns. @throws if the name is taken. */
	put(name: string, secret: Uint8Array): void;
	/** The bytes, or null when there is no such key. @throws when the master key does not open it. */
	get(name: string): Buffer | null;
	/** The bytes, drawn at random the first time. Only for keys whose loss is no harm. */
	getOrDraw(name: string): Buffer;
	has(name: string): boolean;
	/** Overwrites and removes the file; nothing happens when it is gone already. */
	destroy(name: string): void;
	/** Names that begin with the kind, e.g. all of `intake`. */
	list(kind: string): string[];
}

function syncFolder(folder: string): void {
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

/** Moves a finished file to its name, whole, and never over another's: two processes may draw the same key. */
function placeOnce(unfinished: string, path: string, name: string): void {
	try {
		linkSync(unfinished, path);
	} catch (fault) {
		const taken = existsSync(path);
		// A volume without links: there the rename may overwrite, in a moment that two first starts would have to share.
		if (!taken) return renameSync(unfinished, path);
		rmSync(unfinished);
		throw new Error(`the keyring holds ${name} already`, { cause: fault });
	}
	rmSync(unfinished);
}

/** Opens the keyring in a folder, made if missing. */
export function openKeyring(folder: string, masterKey: Uint8Array): Keyring {
	const wrapping = deriveKey('earshot keyring', masterKey);

	function pathOf(name: string): string {
		if (!NAME.test(name)) throw new Error(`not a key's name: ${name}`);
		return join(folder, `${name}.key`);
	}

	const keyring: Keyring = {
		put(name, secret) {
			const path = pathOf(name);
			if (existsSync(path)) throw new Error(`the keyring holds ${name} already`);
			mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
			const unfinished = `${path}.${randomBytes(6).toString('hex')}.unfinished`;
			writeDurably(unfinished, seal(wrapping, secret, name), 'wx');
			placeOnce(unfinished, path, name);
			syncFolder(dirname(path));
		},
		get(name) {
			const path = pathOf(name);
			if (!existsSync(path)) return null;
			const secret = unseal(wrapping, readFileSync(path), name);
			if (!secret) throw new Error(`EARSHOT_MASTER_KEY does not open the key ${name}: it is another keyring's`);
			return secret;
		},
		getOrDraw(name) {
			const known = keyring.get(name);
			if (known) return known;
			try {
				keyring.put(name, randomBytes(KEY_BYTES));
			} catch (fault) {
				if (!keyring.has(name)) throw fault; // else another process was quicker, and its key is the one
			}
			return keyring.getOrDraw(name);
		},
		has: (name) => existsSync(pathOf(name)),
		destroy(name) {
			const path = pathOf(name);
			if (!existsSync(path)) return;
			writeDurably(path, randomBytes(statSync(path).size), 'r+');
			rmSync(path);
			syncFolder(dirname(path));
		},
		list(kind) {
			const inside = join(folder, kind);
			if (!existsSync(inside)) return [];
			return readdirSync(inside)
				.filter((file) => file.endsWith('.key'))
				.map((file) => `${kind}/${file.slice(0, -'.key'.length)}`);
		}
	};
	return keyring;
}
