/*
 * The keyring: a folder outside the database, one file a key, each wrapped by the master key that is in no file.
 * Keys are read afresh each time, so that a key destroyed by one process is gone for all. No records are sealed here.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deriveKey, KEY_BYTES, seal, unseal } from './envelope.ts';
import {
	destroyFile,
	holding,
	makeFolder,
	placeFile,
	placeOfMany,
	replaceFile,
	syncFolder
} from './key-files.server.ts';

/** `tenant/council`, `wave/<id>`, `intake/<day>`, `cookie/survey`: letters, digits, - and _ around one slash. */
const NAME = /^[a-z]+\/[\w-]+$/;
const ENDING = '.key';
/** So many files are on their way to the disk at once. */
const AT_ONCE = 32;

export interface Keyring {
	/** Stores bytes under a name, on the disk before it returns. @throws if the name is taken. */
	put(name: string, secret: Uint8Array): void;
	/** Stores bytes under a name, whole or not at all, in the place of what may be there. */
	replace(name: string, secret: Uint8Array): void;
	/** The bytes, or null when there is no such key. @throws when the master key does not open it. */
	get(name: string): Buffer | null;
	/** The bytes, drawn at random the first time. Only for keys whose loss is no harm. */
	getOrDraw(name: string): Buffer;
	/** Draws those of one kind that are not there, many at a time; all on the disk when it resolves. */
	drawAll(names: readonly string[]): Promise<void>;
	has(name: string): boolean;
	/** Overwrites and removes the file; nothing happens when it is gone already. */
	destroy(name: string): void;
	/** Names that begin with the kind, e.g. all of `intake`. */
	list(kind: string): string[];
}

/** The file of a key in a keyring's folder. */
export function fileOf(folder: string, name: string): string {
	if (!NAME.test(name)) throw new Error(`not a key's name: ${name}`);
	return join(folder, `${name}${ENDING}`);
}

/** One look at the disk, not two: a list of the roster reads a key for each child. */
function readIfThere(path: string): Buffer | null {
	try {
		return readFileSync(path);
	} catch (fault) {
		if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null;
		throw fault;
	}
}

/** What a master key wraps the files with. */
export const wrappingOf = (masterKey: Uint8Array): Buffer => deriveKey('earshot keyring', masterKey);

/**
 * Opens the keyring in a folder, made if missing. While the master key is being changed (`next`) everything is written
 * under the next one and read under either.
 */
export function openKeyring(folder: string, masterKey: Uint8Array, next?: Uint8Array | null): Keyring {
	const present = wrappingOf(masterKey);
	const [wrapping, other] = next ? [wrappingOf(next), present] : [present, null];
	const pathOf = (name: string) => fileOf(folder, name);

	const keyring: Keyring = {
		put(name, secret) {
			const path = pathOf(name);
			if (!existsSync(path)) {
				makeFolder(dirname(path));
				if (placeFile(path, seal(wrapping, secret, name)) === 'placed') return;
			}
			throw new Error(`the keyring holds ${name} already`);
		},
		replace(name, secret) {
			const path = pathOf(name);
			if (!existsSync(path)) return keyring.put(name, secret);
			holding(path, () => replaceFile(path, seal(wrapping, secret, name)));
		},
		get(name) {
			const sealed = readIfThere(pathOf(name));
			if (!sealed) return null;
			const secret = unseal(wrapping, sealed, name) ?? (other && unseal(other, sealed, name));
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
		async drawAll(names) {
			const missing = names.filter((name) => !keyring.has(name));
			const folders = new Set(missing.map((name) => dirname(pathOf(name))));
			for (const inside of folders) makeFolder(inside);
			const draw = async () => {
				for (let name = missing.pop(); name; name = missing.pop())
					await placeOfMany(pathOf(name), seal(wrapping, randomBytes(KEY_BYTES), name));
			};
			await Promise.all(Array.from({ length: AT_ONCE }, draw));
			for (const inside of folders) syncFolder(inside);
		},
		has: (name) => existsSync(pathOf(name)),
		destroy: (name) => destroyFile(pathOf(name)),
		list(kind) {
			const inside = join(folder, kind);
			if (!existsSync(inside)) return [];
			return readdirSync(inside)
				.filter((file) => file.endsWith(ENDING))
				.map((file) => `${kind}/${file.slice(0, -ENDING.length)}`);
		}
	};
	return keyring;
}

/** The keyring that the settings name. */
export function keyringOf(settings: {
	keyring: string;
	masterKey: Uint8Array;
	nextMasterKey: Uint8Array | null;
}): Keyring {
	return openKeyring(settings.keyring, settings.masterKey, settings.nextMasterKey);
}
