import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { openKeyring } from '#lib/secrets/keyring.server.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { softwarePasskey, type Faults } from '../../../../tests/server/software-passkey.ts';
import { passkeysOf, removePasskey, storePasskey } from '../passkeys.server.ts';
import { checkNewPasskey, registrationOptions } from './making.server.ts';
import { passkeyHolder, signInOptions } from './proving.server.ts';
import type { Holder } from '../session-adapter.server.ts';

const ORIGIN = 'https://earshot.example';
const HER: Holder = { kind: 'staff', id: 'her-id' };
const THEM: Holder = { kind: 'young person', id: 'her-id' };
const NAMES = { userName: 'ada@council.example', displayName: 'Ada' };
const NOW = new Date('2027-03-01T10:00:00Z');
const TODAY = '2027-03-01';

onEveryEngine('passkeys', (open) => {
	let db: Database;
	const folder = mkdtempSync(join(tmpdir(), 'earshot-keys-'));
	const keyring = openKeyring(folder, randomBytes(32));
	beforeAll(async () => {
		({ db } = await open());
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	/** A key made, checked and kept for somebody. */
	async function keyOf(holder: Holder, faults: Faults = {}) {
		const device = softwarePasskey(ORIGIN);
		const { challenge } = await registrationOptions(db, ORIGIN, holder, NAMES);
		const made = await checkNewPasskey(ORIGIN, challenge, device.make({ challenge }, faults));
		const stored = made && (await inTransaction(db, (w) => storePasskey(w, holder, made, 'A phone', TODAY)));
		return { device, made, stored };
	}

	const holderOf = (challenge: string, answer: string, now = NOW) =>
		passkeyHolder(db, keyring, ORIGIN, challenge, answer, now);

	/** Asks, answers with these faults, and says whose key it was. */
	async function prove(device: ReturnType<typeof softwarePasskey>, faults: Faults = {}) {
		const { challenge } = await signInOptions(db, ORIGIN, null);
		return holderOf(challenge, device.prove({ challenge }, faults));
	}

	it('asks for a key on the device that the device checks its owner for', async () => {
		const { options } = await registrationOptions(db, ORIGIN, HER, NAMES);
		expect(options.rp.id).toBe('earshot.example');
		expect(options.authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' });
		expect((await signInOptions(db, ORIGIN, null)).options).toMatchObject({ userVerification: 'required' });
	});

	it('tells whose key proved the challenge, staff and young people apart', async () => {
		const hers = await keyOf(HER);
		const theirs = await keyOf(THEM);
		expect(hers.stored).toBe(true);
		expect(await prove(hers.device)).toEqual(HER);
		expect(await prove(theirs.device)).toEqual(THEM);
		const handle = Buffer.from('staff:her-id').toString('base64url');
		expect(await prove(hers.device, { userHandle: handle })).toEqual(HER);
		expect(await prove(theirs.device, { userHandle: handle })).toBeNull();
	});

	it('makes no key for another site, another challenge, or without a check of the owner', async () => {
		expect((await keyOf(HER, { origin: 'https://earsh0t.example' })).made).toBeNull();
		expect((await keyOf(HER, { host: 'earsh0t.example' })).made).toBeNull();
		expect((await keyOf(HER, { verified: false })).made).toBeNull();
		const device = softwarePasskey(ORIGIN);
		const { challenge } = await registrationOptions(db, ORIGIN, HER, NAMES);
		expect(await checkNewPasskey(ORIGIN, challenge, device.make({ challenge: 'AAAA' }))).toBeNull();
	});

	it('believes no proof from another site, another host, or without a check of the owner', async () => {
		const { device } = await keyOf(HER);
		expect(await prove(device, { origin: 'https://earsh0t.example' })).toBeNull();
		expect(await prove(device, { host: 'earsh0t.example' })).toBeNull();
		expect(await prove(device, { verified: false })).toBeNull();
		expect(await prove(device)).toEqual(HER);
	});

	it('takes each challenge once, and no other', async () => {
		const { device } = await keyOf(HER);
		const { challenge } = await signInOptions(db, ORIGIN, HER);
		expect(await holderOf(challenge, device.prove({ challenge: 'AAAA' }))).toBeNull();
		expect(await holderOf(challenge, device.prove({ challenge }))).toBeNull();
		const another = await signInOptions(db, ORIGIN, HER);
		const answer = device.prove(another);
		const both = await Promise.all([holderOf(another.challenge, answer), holderOf(another.challenge, answer)]);
		expect(both.filter((one) => one !== null)).toEqual([HER]);
		expect(await holderOf(another.challenge, answer)).toBeNull();
	});

	it('believes nothing that answers no question', async () => {
		const { device } = await keyOf(HER);
		expect(await holderOf('', device.prove({ challenge: '' }))).toBeNull();
		expect(await checkNewPasskey(ORIGIN, '', softwarePasskey(ORIGIN).make({ challenge: '' }))).toBeNull();
	});

	it('refuses a copied key, whose counter goes back', async () => {
		const { device } = await keyOf(HER);
		expect(await prove(device, { counter: 7 })).toEqual(HER);
		expect(await prove(device, { counter: 7 })).toBeNull();
		expect(await prove(device, { counter: 3 })).toBeNull();
		expect(await prove(device, { counter: 8 })).toEqual(HER);
	});

	it('knows no key that was never kept, and no nonsense', async () => {
		expect(await prove(softwarePasskey(ORIGIN))).toBeNull();
		for (const nonsense of ['', '{', '[]', 'null', '{"id":"x"}', 'x'.repeat(30_000)])
			expect(await holderOf('AAAA', nonsense)).toBeNull();
	});

	it('keeps a key for one holder only, and lets nobody remove another’s', async () => {
		const owner: Holder = { kind: 'staff', id: 'owner' };
		const { device, made } = await keyOf(owner);
		if (!made) throw new Error('no key was made');
		expect(await inTransaction(db, (w) => storePasskey(w, HER, made, 'Mine now', TODAY))).toBe(false);
		expect(await passkeysOf(db, owner)).toEqual([{ id: device.id, name: 'A phone', addedOn: TODAY, lastUsedOn: null }]);
		expect((await signInOptions(db, ORIGIN, owner)).options.allowCredentials).toMatchObject([{ id: device.id }]);
		await prove(device);
		expect(await passkeysOf(db, owner)).toMatchObject([{ lastUsedOn: TODAY }]);
		expect(await inTransaction(db, (w) => removePasskey(w, HER, device.id))).toBe(false);
		expect(await inTransaction(db, (w) => removePasskey(w, owner, device.id))).toBe(true);
		expect(await prove(device)).toBeNull();
	});
});
