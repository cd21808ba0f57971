import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { pad, unpad } from './envelope.ts';
import { openKeyring, type Keyring } from './keyring.server.ts';
import { COUNCIL_KEY, forManyRecords, openRecord, sealRecord } from './records.server.ts';

let folder: string;
let keyring: Keyring;
const masterKey = randomBytes(32);
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'earshot-keyring-'));
	keyring = openKeyring(folder, masterKey);
});

describe('the keyring', () => {
	it('gives back what was put, to another process with the same master key', () => {
		keyring.put('wave/one', Buffer.from('secret'));
		expect(openKeyring(folder, masterKey).get('wave/one')?.toString()).toBe('secret');
	});
	it('writes no key in clear', () => {
		keyring.put('wave/one', Buffer.from('plainly visible'));
		for (const file of readdirSync(join(folder, 'wave'))) {
			expect(readFileSync(join(folder, 'wave', file)).includes('plainly visible')).toBe(false);
		}
	});
	it('says so when the master key is another', () => {
		keyring.put('wave/one', Buffer.from('secret'));
		expect(() => openKeyring(folder, randomBytes(32)).get('wave/one')).toThrow('another keyring');
	});
	it('never overwrites a key', () => {
		keyring.put('wave/one', Buffer.from('first'));
		expect(() => keyring.put('wave/one', Buffer.from('second'))).toThrow('already');
	});
	it('has nothing left of a destroyed key', () => {
		keyring.put('wave/one', Buffer.from('secret'));
		keyring.destroy('wave/one');
		expect(keyring.get('wave/one')).toBeNull();
		expect(keyring.list('wave')).toEqual([]);
	});
	it('does not let a name climb out of its folder', () => {
		expect(() => keyring.get('wave/../../etc')).toThrow("not a key's name");
	});
});

describe('a sealed record', () => {
	const place = { table: 'comment', id: 'a', column: 'sealed' };
	it('opens in its place and nowhere else', () => {
		keyring.put(COUNCIL_KEY, randomBytes(32));
		const sealed = sealRecord(keyring, place, 'My words');
		expect(openRecord(keyring, place, sealed)).toBe('My words');
		expect(() => openRecord(keyring, { ...place, id: 'b' }, sealed)).toThrow('does not open');
		expect(() => openRecord(keyring, { ...place, column: 'other' }, sealed)).toThrow('does not open');
	});
	it('looks different each time', () => {
		keyring.put(COUNCIL_KEY, randomBytes(32));
		expect(sealRecord(keyring, place, 'My words')).not.toBe(sealRecord(keyring, place, 'My words'));
	});
});

describe('many records in one operation', () => {
	it('read the council’s key when the first is opened, once, and every other key each time', () => {
		keyring.put(COUNCIL_KEY, randomBytes(32));
		const read: string[] = [];
		const watched: Keyring = { ...keyring, get: (name) => (read.push(name), keyring.get(name)) };
		const many = forManyRecords(watched);
		expect(read).toEqual([]);
		for (const id of ['a', 'b', 'c']) {
			const place = { table: 'comment', id, column: 'sealed' };
			expect(openRecord(many, place, sealRecord(keyring, place, id))).toBe(id);
		}
		expect(read).toEqual([COUNCIL_KEY]);
		for (const name of ['wave/one', 'wave/one']) many.get(name);
		expect(read).toEqual([COUNCIL_KEY, 'wave/one', 'wave/one']);
	});
	it('do without the key once another operation begins after it was lost', () => {
		keyring.put(COUNCIL_KEY, randomBytes(32));
		const place = { table: 'comment', id: 'a', column: 'sealed' };
		const sealed = sealRecord(forManyRecords(keyring), place, 'My words');
		keyring.destroy(COUNCIL_KEY);
		expect(() => openRecord(forManyRecords(keyring), place, sealed)).toThrow('no tenant key');
	});
});

describe('padding', () => {
	it('makes every text the same length and gives it back', () => {
		for (const text of ['', 'a', 'à'.repeat(40)]) {
			const padded = pad(Buffer.from(text), 100);
			expect(padded.length).toBe(100);
			expect(unpad(padded).toString()).toBe(text);
		}
	});
	it('refuses what does not fit', () => {
		expect(() => pad(Buffer.alloc(97), 100)).toThrow('do not fit');
	});
});
