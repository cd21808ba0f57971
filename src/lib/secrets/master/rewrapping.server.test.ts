import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { passingFolder } from '../../../../tests/open-wave.ts';
import { holding } from '../key-files.server.ts';
import { openKeyring } from '../keyring.server.ts';
import { namesIn, rewrapKeyring } from './rewrapping.server.ts';

const [present, next] = [randomBytes(32), randomBytes(32)];
const NAMES = ['cookie/survey', 'person/ann', 'tenant/council', 'tenant/identity', 'wave/one'];

let folder: string;
let secrets: Map<string, Buffer>;
beforeEach(() => {
	folder = passingFolder();
	const keyring = openKeyring(folder, present);
	secrets = new Map(NAMES.map((name) => [name, keyring.getOrDraw(name)]));
});

const expectAll = (keyring: ReturnType<typeof openKeyring>) => {
	for (const [name, secret] of secrets) expect(keyring.get(name)).toEqual(secret);
};

it('every key is under the next master key afterwards, the old one opens none, and the age of each stays', () => {
	utimesSync(join(folder, 'tenant/council.key'), 1_000_000, 1_000_000);
	const said: number[] = [];
	const done = rewrapKeyring(folder, { present, next }, (count) => said.push(count));
	expect(done).toEqual({ rewrapped: NAMES.length, done: 0, unreadable: [] });
	expect(said).toEqual([1, 2, 3, 4, 5]);
	expectAll(openKeyring(folder, next));
	for (const name of NAMES) expect(() => openKeyring(folder, present).get(name)).toThrow('does not open');
	expect(statSync(join(folder, 'tenant/council.key')).mtimeMs).toBe(1_000_000_000);
	expect(statSync(join(folder, 'tenant/council.key')).mode & 0o777).toBe(0o600);
	expect(namesIn(folder)).toEqual(NAMES);
});

it('servers that have both master keys read and write all the time, and what they wrote needs the next one only', () => {
	const both = openKeyring(folder, present, next);
	expectAll(both);
	secrets.set('person/ben', both.getOrDraw('person/ben'));
	expect(rewrapKeyring(folder, { present, next })).toEqual({ rewrapped: NAMES.length, done: 1, unreadable: [] });
	expectAll(both);
	expectAll(openKeyring(folder, next));
});

it('killed after any file, it is taken up where it was', () => {
	for (let kill = 0; kill < NAMES.length; kill += 1) {
		const again = passingFolder();
		const keyring = openKeyring(again, present);
		for (const [name, secret] of secrets) keyring.put(name, secret);
		const cutOff = () =>
			rewrapKeyring(again, { present, next }, (done) => {
				if (done === kill) throw new Error('the power went');
			});
		if (kill > 0) expect(cutOff).toThrow('power');
		expectAll(openKeyring(again, present, next));
		expect(rewrapKeyring(again, { present, next })).toEqual({
			rewrapped: NAMES.length - kill,
			done: kill,
			unreadable: []
		});
		expectAll(openKeyring(again, next));
	}
});

it('names what neither master key opens, leaves it as it is, and does the rest', () => {
	const path = join(folder, 'person/ann.key');
	writeFileSync(path, randomBytes(60));
	const before = readFileSync(path);
	expect(rewrapKeyring(folder, { present, next })).toEqual({ rewrapped: 4, done: 0, unreadable: ['person/ann'] });
	expect(readFileSync(path)).toEqual(before);
});

it('a key that is destroyed meanwhile stays destroyed, and one that is being wrapped is destroyed afterwards', () => {
	const server = openKeyring(folder, present, next);
	rewrapKeyring(folder, { present, next }, (done) => {
		if (done === 2) server.destroy('wave/one');
	});
	expect(server.has('wave/one')).toBe(false);
	expect(namesIn(folder)).not.toContain('wave/one');
	// A lock that a killed process left is taken over once it is old.
	const path = join(folder, 'person/ann.key');
	writeFileSync(`${path}.lock`, '');
	utimesSync(`${path}.lock`, 1, 1);
	server.destroy('person/ann');
	expect(server.has('person/ann')).toBe(false);
	expect(holding(path, () => 'free')).toBe('free');
});

it('many keys that are drawn at once are there, and those that were there stay as they were', async () => {
	const keyring = openKeyring(folder, present);
	const names = Array.from({ length: 200 }, (_, n) => `person/child-${n}`);
	const known = keyring.getOrDraw('person/child-7');
	await Promise.all([keyring.drawAll([...names, 'person/ann']), openKeyring(folder, present).drawAll(names)]);
	expect(keyring.get('person/child-7')).toEqual(known);
	expect(keyring.get('person/ann')).toEqual(secrets.get('person/ann'));
	const drawn = new Set(names.map((name) => keyring.get(name)?.toString('hex')));
	expect(drawn.size).toBe(200);
	expect(drawn).not.toContain(undefined);
});
