import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { passingFolder } from '../../../tests/open-wave.ts';
import { deriveKey, seal, unseal } from './envelope.ts';
import { isSecret, slowHash } from './hashing.server.ts';
import { openKeyring } from './keyring.server.ts';
import { pair, pairingOf } from './pairing.server.ts';
import { COUNCIL_KEY } from './records.server.ts';
import { drawSealingKeys, openSealed, sealTo } from './sealing.server.ts';
import { shuffled } from './shuffle.server.ts';

describe('a keyring', () => {
	it('gives two processes that draw the same key for the first time one and the same', () => {
		const folder = passingFolder();
		const master = randomBytes(32);
		const other = openKeyring(folder, master);
		const slow = openKeyring(folder, master);
		const first = other.getOrDraw('cookie/survey');
		expect(slow.getOrDraw('cookie/survey')).toEqual(first);
		expect(() => slow.put('cookie/survey', randomBytes(32))).toThrow('already');
		expect(other.get('cookie/survey')).toEqual(first);
		expect(readdirSync(join(folder, 'cookie'))).toEqual(['survey.key']);
	});

	it('keeps its files for their owner only and writes over a key before it is removed', () => {
		const folder = passingFolder();
		const keyring = openKeyring(folder, randomBytes(32));
		keyring.put('wave/one', randomBytes(64));
		expect(statSync(join(folder, 'wave')).mode & 0o777).toBe(0o700);
		expect(statSync(join(folder, 'wave/one.key')).mode & 0o777).toBe(0o600);
		keyring.destroy('wave/one');
		keyring.destroy('wave/one');
		expect(readdirSync(join(folder, 'wave'))).toEqual([]);
	});

	it('does not open a key that was moved to another name', () => {
		const folder = passingFolder();
		const keyring = openKeyring(folder, randomBytes(32));
		keyring.put('wave/one', randomBytes(64));
		writeFileSync(join(folder, 'wave/two.key'), readFileSync(join(folder, 'wave/one.key')));
		expect(() => keyring.get('wave/two')).toThrow('does not open');
	});
});

onEveryEngine('a database and its keyring', (open) => {
	let db: Database;
	beforeAll(async () => ({ db } = await open()));

	it('are paired once, and refuse another keyring, an empty one and one without the council’s key', async () => {
		const folder = passingFolder();
		const master = randomBytes(32);
		const keyring = openKeyring(folder, master);
		expect(await pairingOf(db, keyring)).toBe('new');
		expect(await pair(db, keyring)).toBe('paired');
		const council = keyring.get(COUNCIL_KEY);
		expect(await pair(db, keyring)).toBe('paired');
		expect(keyring.get(COUNCIL_KEY)).toEqual(council);

		const empty = openKeyring(passingFolder(), randomBytes(32));
		expect(await pair(db, empty)).toBe('the keyring is missing');
		expect(empty.list('tenant')).toEqual([]);
		const strange = openKeyring(passingFolder(), randomBytes(32));
		strange.put('tenant/identity', randomBytes(32));
		strange.put(COUNCIL_KEY, randomBytes(32));
		expect(await pair(db, strange)).toBe('another keyring');
		await expect(pairingOf(db, openKeyring(folder, randomBytes(32)))).rejects.toThrow('EARSHOT_MASTER_KEY');

		rmSync(join(folder, 'tenant/council.key'));
		expect(await pair(db, keyring)).toBe('another keyring');
		expect(keyring.get(COUNCIL_KEY)).toBeNull();
	});

	it('refuse a keyring in use when the database is new', async () => {
		await db.deleteFrom('setting').execute();
		const used = openKeyring(passingFolder(), randomBytes(32));
		used.put('tenant/identity', randomBytes(32));
		expect(await pair(db, used)).toBe('another keyring');
	});
});

describe('sealing', () => {
	it('opens with the key and the context it was sealed for, and with no other', async () => {
		const { publicKey, privateKey } = await drawSealingKeys();
		const other = await drawSealingKeys();
		const sealed = await sealTo(publicKey, Buffer.from('words'), 'ballot one');
		expect((await openSealed(privateKey, sealed, 'ballot one'))?.toString()).toBe('words');
		expect(await openSealed(privateKey, sealed, 'ballot two')).toBeNull();
		expect(await openSealed(other.privateKey, sealed, 'ballot one')).toBeNull();
		expect(await openSealed(privateKey, sealed.slice(0, 40), 'ballot one')).toBeNull();
		expect(await openSealed(privateKey, '', 'ballot one')).toBeNull();
		expect(await sealTo(publicKey, Buffer.from('words'), 'ballot one')).not.toBe(sealed);
	});

	it('opens bytes only under their key and context, and derives keys whose parts do not run together', () => {
		const key = randomBytes(32);
		const sealed = seal(key, Buffer.from('words'), 'here');
		expect(unseal(key, sealed, 'here')?.toString()).toBe('words');
		expect(unseal(key, sealed, 'there')).toBeNull();
		expect(unseal(randomBytes(32), sealed, 'here')).toBeNull();
		expect(unseal(key, sealed.subarray(0, 20), 'here')).toBeNull();
		expect(deriveKey('p', 'ab', 'c')).not.toEqual(deriveKey('p', 'a', 'bc'));
		expect(deriveKey('p', 'ab')).not.toEqual(deriveKey('q', 'ab'));
	});
});

it('knows the right secret, refuses a wrong one and what does not exist, also many at a time', async () => {
	const hashed = await slowHash('right');
	const all = await Promise.all([
		isSecret('codes', hashed, 'right'),
		isSecret('codes', hashed, 'wrong'),
		isSecret('codes', null, 'nobody has this')
	]);
	expect(all).toEqual([true, false, false]);
});

it('says "busy" instead of making hundreds wait, and answers again afterwards', async () => {
	const hashed = await slowHash('right');
	// Not a hash at all: refused at once, so that the queue empties quickly.
	const waiting = Array.from({ length: 400 }, () => isSecret('codes', 'damaged', 'x').catch(() => 'refused'));
	expect(await isSecret('codes', hashed, 'right')).toBe('busy');
	expect(new Set(await Promise.all(waiting))).toEqual(new Set(['refused']));
	await expect.poll(() => isSecret('codes', hashed, 'right')).toBe(true);
});

it('shuffles into every order about equally often, and loses nothing', () => {
	const often = new Map<string, number>();
	for (let round = 0; round < 6000; round += 1) {
		const order = shuffled(['a', 'b', 'c']).join('');
		often.set(order, (often.get(order) ?? 0) + 1);
	}
	expect([...often.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
	// 1000 each; 200 is more than six standard deviations.
	for (const count of often.values()) expect(Math.abs(count - 1000)).toBeLessThan(200);
});
