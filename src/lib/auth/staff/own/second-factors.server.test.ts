import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordedAbout } from '#lib/audit/record.server.ts';
import type { SignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { openKeyring } from '#lib/secrets/keyring.server.ts';
import { staffMember } from '../../../../../tests/accounts.ts';
import { onEveryEngine } from '../../../../../tests/databases.ts';
import { sessionsIn } from '../../sessions.server.ts';
import { codeAt, drawGeneratorSecret, generatorSecretOf } from '../code-generators.server.ts';
import { checkSecondFactor } from '../second-step.server.ts';
import { checkPassword } from '../signing-in.server.ts';
import { ownAccount, signOutDevice, signOutOthers } from './account.server.ts';
import { changePassword, hashPassword } from './passwords.server.ts';
import { addFactor, factorsOf, removeFactor, renewRecoveryCodes, type SecondFactor } from './second-factors.server.ts';

const NOW = new Date('2027-03-01T10:00:15Z');
const OLD = 'harbour bicycle lantern soup';
const FRESH = 'another long lantern soup';

onEveryEngine('one’s own account', (open) => {
	let db: Database;
	const folder = mkdtempSync(join(tmpdir(), 'earshot-keys-'));
	const keyring = openKeyring(folder, randomBytes(32));
	keyring.put('tenant/council', randomBytes(32));
	beforeAll(async () => {
		({ db } = await open());
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	const generator = (secret = drawGeneratorSecret()): SecondFactor => ({ kind: 'generator', secret, step: 0 });
	const passkey = (): SecondFactor & { kind: 'passkey' } => {
		const key = { id: randomId(), publicKey: randomId(), counter: 0, transports: [] };
		return { kind: 'passkey', passkey: key, name: 'a phone' };
	};
	const add = (actor: SignedIn, factor: SecondFactor) => addFactor(db, keyring, actor, factor, NOW);
	const recorded = async ({ staffId: id }: SignedIn) =>
		(await recordedAbout(db, 'council', { kind: 'staff', id })).map(({ what, detail }) => ({ what, ...detail }));

	it('replaces an authenticator app: only the new one’s codes are right', async () => {
		const actor = await staffMember(db, ['IRO']);
		const [before, after] = [drawGeneratorSecret(), drawGeneratorSecret()];
		await add(actor, generator(before));
		await add(actor, generator(after));
		const show = (secret: string) =>
			checkSecondFactor(db, keyring, actor.staffId, { kind: 'code', typed: codeAt(secret, NOW) }, NOW);
		expect(await show(before)).toEqual({ kind: 'no' });
		expect(await show(after)).toMatchObject({ kind: 'right' });
		expect(await recorded(actor)).toMatchObject([
			{ what: 'second factor changed', factor: 'authenticator app', change: 'replaced' },
			{ change: 'added' }
		]);
	});

	it('keeps the secret sealed where it rests', async () => {
		const actor = await staffMember(db, ['IRO']);
		const secret = drawGeneratorSecret();
		await add(actor, generator(secret));
		const rows = await db.selectFrom('code_generator').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain(secret);
		expect(await generatorSecretOf(db, keyring, actor.staffId)).toBe(secret);
	});

	it('never lets the last factor go, nor another person’s', async () => {
		const [actor, other] = [await staffMember(db, ['IRO']), await staffMember(db, ['IRO'])];
		const key = passkey();
		await add(actor, key);
		const which = { kind: 'passkey', id: key.passkey.id } as const;
		expect(await removeFactor(db, other, which, NOW)).toBe('not there');
		expect(await removeFactor(db, actor, which, NOW)).toBe('the last one');
		expect(await removeFactor(db, actor, { kind: 'generator' }, NOW)).toBe('not there');
		await add(actor, generator());
		expect(await removeFactor(db, actor, which, NOW)).toBe('removed');
		expect(await removeFactor(db, actor, { kind: 'generator' }, NOW)).toBe('the last one');
		expect(await factorsOf(db, actor.staffId)).toMatchObject({ generator: true, passkeys: [] });
	});

	it('leaves one when two are removed at the same moment', async () => {
		const actor = await staffMember(db, ['IRO']);
		const keys = [passkey(), passkey()];
		for (const key of keys) await add(actor, key);
		const removed = await Promise.all(
			keys.map(({ passkey: { id } }) => removeFactor(db, actor, { kind: 'passkey', id }, NOW))
		);
		expect(removed.sort()).toEqual(['removed', 'the last one']);
		expect((await factorsOf(db, actor.staffId)).passkeys).toHaveLength(1);
	});

	it('makes earlier recovery codes worthless with new ones', async () => {
		const actor = await staffMember(db, ['IRO']);
		const before = await renewRecoveryCodes(db, keyring, actor, NOW);
		const after = await renewRecoveryCodes(db, keyring, actor, NOW);
		expect(new Set([...before, ...after]).size).toBe(16);
		const show = (typed = '') => checkSecondFactor(db, keyring, actor.staffId, { kind: 'recovery code', typed }, NOW);
		expect(await show(before[0])).toEqual({ kind: 'no' });
		expect(await show(after[0])).toMatchObject({ kind: 'right' });
		expect((await factorsOf(db, actor.staffId)).recoveryCodes).toBe(7);
	});

	it('changes the password with the old one, by the rules, and ends all other sessions', async () => {
		const actor = await staffMember(db, ['IRO']);
		const { staffId: id } = actor;
		const give = { email: `${id.toLowerCase()}@x.example`, password_hash: await hashPassword(OLD) };
		await db.updateTable('staff').set(give).where('id', '=', id).execute();
		const [here, there] = [await openOne(id), await openOne(id)];
		const session = (await sessionsIn(db).read(here, NOW))?.id ?? '';
		const change = (old: string, fresh: string) => changePassword(db, keyring, actor, { old, fresh, session }, NOW);
		expect(await change('not this one', FRESH)).toEqual({ kind: 'no' });
		expect(await change(OLD, 'too short')).toMatchObject({ kind: 'weak' });
		expect(await checkPassword(db, keyring, give.email, OLD, NOW)).toMatchObject({ kind: 'right' });
		expect(await change(OLD, FRESH)).toEqual({ kind: 'changed' });
		expect(await checkPassword(db, keyring, give.email, OLD, NOW)).toEqual({ kind: 'no' });
		expect(await checkPassword(db, keyring, give.email, FRESH, NOW)).toEqual({ kind: 'right', staffId: id });
		expect(await sessionsIn(db).read(here, NOW)).not.toBeNull();
		expect(await sessionsIn(db).read(there, NOW)).toBeNull();
		expect(await recorded(actor)).toMatchObject([{ what: 'password changed' }]);
	});

	it('gives no password to who comes by single sign-on', async () => {
		const actor = await staffMember(db, ['IRO']);
		const given = { old: '', fresh: FRESH, session: '' };
		expect(await changePassword(db, keyring, actor, given, NOW)).toEqual({ kind: 'has none' });
	});

	const openOne = (id: string) =>
		sessionsIn(db).open({ kind: 'staff', id }, { means: 'passkey', device: 'Firefox on Linux' }, NOW);

	it('shows one’s own devices and signs them out, and nobody else’s', async () => {
		const [actor, other] = [await staffMember(db, ['IRO']), await staffMember(db, ['IRO'])];
		const tokens = [await openOne(actor.staffId), await openOne(actor.staffId), await openOne(actor.staffId)];
		const ids = await Promise.all(tokens.map(async (token) => (await sessionsIn(db).read(token, NOW))?.id ?? ''));
		const theirs = (await sessionsIn(db).read(await openOne(other.staffId), NOW))?.id ?? '';
		const [here = '', second = ''] = ids;
		const devices = async () => (await ownAccount(db, actor, here, NOW)).devices;
		expect((await devices()).filter((device) => device.here)).toMatchObject([{ id: here }]);
		expect(await devices()).toHaveLength(3);
		expect(await signOutDevice(db, actor, theirs, NOW)).toBe(false);
		expect(await signOutDevice(db, actor, second, NOW)).toBe(true);
		expect(await devices()).toHaveLength(2);
		await signOutOthers(db, actor, here, NOW);
		expect(await devices()).toMatchObject([{ id: here, here: true }]);
		expect((await ownAccount(db, other, theirs, NOW)).devices).toHaveLength(1);
		expect(await recorded(actor)).toMatchObject([
			{ what: 'device signed out', all: true },
			{ what: 'device signed out', all: false }
		]);
	});
});
