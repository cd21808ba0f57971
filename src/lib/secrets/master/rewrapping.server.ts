/*
 * Changing the master key: every file of a keyring is wrapped anew under the next one, each whole or not at all. Killed
 * half-way it is simply run again; a file that opens with the next one is done.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { seal, unseal } from '../envelope.ts';
import { holding, replaceFile } from '../key-files.server.ts';
import { fileOf, openKeyring, wrappingOf } from '../keyring.server.ts';

export interface Rewrapped {
	rewrapped: number;
	/** Were under the next one before. */
	done: number;
	/** Names of keys that open with neither. */
	unreadable: string[];
}

/** All names in a keyring's folder. */
export function namesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	const { list } = openKeyring(folder, new Uint8Array());
	const kinds = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
	return kinds.flatMap(({ name }) => list(name)).sort();
}

/**
 * Wraps every key of a folder under the next master key. Servers that run meanwhile must have been started with both,
 * see `openKeyring`. A key that is destroyed meanwhile stays destroyed.
 */
export function rewrapKeyring(
	folder: string,
	{ present, next }: { present: Uint8Array; next: Uint8Array },
	report: (done: number, total: number) => void = () => undefined
): Rewrapped {
	const [from, to] = [wrappingOf(present), wrappingOf(next)];
	const result: Rewrapped = { rewrapped: 0, done: 0, unreadable: [] };
	const rewrap = (name: string, path: string): void => {
		if (!existsSync(path)) return; // destroyed a moment ago
		const sealed = readFileSync(path);
		if (unseal(to, sealed, name)) return void (result.done += 1);
		const secret = unseal(from, sealed, name);
		if (!secret) return void result.unreadable.push(name);
		const fresh = seal(to, secret, name);
		if (!unseal(to, fresh, name)?.equals(secret)) throw new Error(`the key ${name} could not be wrapped anew`);
		replaceFile(path, fresh);
		result.rewrapped += 1;
	};
	const names = namesIn(folder);
	for (const [place, name] of names.entries()) {
		const path = fileOf(folder, name);
		if (existsSync(path)) holding(path, () => rewrap(name, path));
		report(place + 1, names.length);
	}
	return result;
}
