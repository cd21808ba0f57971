import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordedAbout } from '#lib/audit/record.server.ts';
import type { SignedIn } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { openKeyring } from '#lib/secrets/keyring.server.ts';
import { staffMember } from '../../../../tests/accounts.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { softwarePasskey } from '../../../../tests/server/software-passkey.ts';
import { storePasskey } from '../passkeys.server.ts';
import { checkNewPasskey, registrationOptions } from '../passkeys/making.server.ts';
import { signInOptions } from '../passkeys/proving.server.ts';
import { codeAt, drawGeneratorSecret, nextCodeOf, storeGenerator } from './code-generators.server.ts';
import { drawRecoveryCodes, recoveryCodesLeft, storeRecoveryCodes } from './recovery-codes.server.ts';
import { checkPasskeyAlone, checkSecondFactor, welcome, type Shown } from './second-step.server.ts';

const ORIGIN = 'https://earshot.example';
const NOW = new Date('2027-03-01T10:00:15Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const RIGHT = { kind: 'right', means: 'password and code' };

onEveryEngine('the second step', (open) => {
	let db: Database;
	const folder = mkdtempSync(join(tmpdir(), 'earshot-keys-'));
	const keyring = openKeyring(folder, randomBytes(32));
	keyring.put('tenant/council', randomBytes(32));
	beforeAll(async () => {
		({ db } = await open());
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	/** Somebody with an authenticator app and recovery codes. */
	async function enrolled() {
		const actor = await staffMember(db, ['IRO']);
		const secret = drawGeneratorSecret();
		const codes = drawRecoveryCodes();
		await inTransaction(db, async (writing) => {
			await storeGenerator(writing, keyring, actor.staffId, secret, 0);
			await storeRecoveryCodes(writing, keyring, actor.staffId, codes);
		});
		return { actor, secret, codes };
	}

	async function passkeyOf({ staffId }: SignedIn) {
		const holder = { kind: 'staff', id: staffId } as const;
		const device = softwarePasskey(ORIGIN);
		const { challenge } = await registrationOptions(db, ORIGIN, holder, { userName: 'x', displayName: 'x' });
		const made = await checkNewPasskey(ORIGIN, challenge, device.make({ challenge }));
		if (!made) throw new Error('no key');
		await inTransaction(db, (writing) => storePasskey(writing, holder, made, 'A phone', '2027-03-01'));
		return device;
	}

	const show = (actor: SignedIn, shown: Shown, now = NOW) => checkSecondFactor(db, keyring, actor.staffId, shown, now);
	const typed = (actor: SignedIn, code: string, now = NOW) => show(actor, { kind: 'code', typed: code }, now);

	it('takes the present code, and those of one step before and after', async () => {
		for (const drift of [-30, 0, 30]) {
			const { actor, secret } = await enrolled();
			expect(await typed(actor, codeAt(secret, later(drift))), `${drift} s`).toEqual(RIGHT);
		}
		for (const drift of [-60, 60]) {
			const { actor, secret } = await enrolled();
			expect(await typed(actor, codeAt(secret, later(drift))), `${drift} s`).toEqual({ kind: 'no' });
		}
		const { actor, secret } = await enrolled();
		const code = codeAt(secret, NOW);
		expect(await typed(actor, `${code.slice(0, 3)} ${code.slice(3)}`)).toEqual(RIGHT);
	});

	it('takes no code twice, nor an earlier one after a later one', async () => {
		const { actor, secret } = await enrolled();
		expect(await typed(actor, codeAt(secret, NOW))).toEqual(RIGHT);
		expect(await typed(actor, codeAt(secret, NOW))).toEqual({ kind: 'no' });
		expect(await typed(actor, codeAt(secret, later(-30)))).toEqual({ kind: 'no' });
		expect(await typed(actor, codeAt(secret, later(30)), later(30))).toEqual(RIGHT);
	});

	it('lets only one of two in who show the same code at the same moment', async () => {
		const { actor, secret } = await enrolled();
		const code = codeAt(secret, NOW);
		const both = await Promise.all([typed(actor, code), typed(actor, code)]);
		expect(both.map(({ kind }) => kind).sort()).toEqual(['no', 'right']);
	});

	it('tells the demonstration a code that would be taken', async () => {
		const { actor } = await enrolled();
		for (let round = 0; round < 2; round += 1) {
			const code = await nextCodeOf(db, keyring, actor.staffId, NOW);
			expect(await typed(actor, code ?? '')).toEqual(RIGHT);
		}
		expect(await nextCodeOf(db, keyring, actor.staffId, NOW)).toBeNull();
	});

	it('takes each recovery code once, and nobody else’s', async () => {
		const [{ actor, codes }, other] = [await enrolled(), await enrolled()];
		const recover = (code: string) => show(actor, { kind: 'recovery code', typed: code });
		expect(await recover(other.codes[0] ?? '')).toEqual({ kind: 'no' });
		const first = (codes[0] ?? '').toLowerCase().replaceAll('-', ' ');
		expect(await recover(first)).toEqual({ kind: 'right', means: 'recovery code' });
		expect(await recover(first)).toEqual({ kind: 'no' });
		expect(await recoveryCodesLeft(db, actor.staffId)).toBe(7);
	});

	it('takes one’s own passkey, and no colleague’s', async () => {
		const [{ actor }, other] = [await enrolled(), await enrolled()];
		const [mine, theirs] = [await passkeyOf(actor), await passkeyOf(other.actor)];
		const prove = async (device: typeof mine) => {
			const { challenge } = await signInOptions(db, ORIGIN, { kind: 'staff', id: actor.staffId });
			return show(actor, { kind: 'passkey', origin: ORIGIN, challenge, answer: device.prove({ challenge }) });
		};
		expect(await prove(theirs)).toEqual({ kind: 'no' });
		expect(await prove(mine)).toEqual({ kind: 'right', means: 'passkey' });
	});

	it('lets a passkey in by itself, but no young person’s on the staff’s side', async () => {
		const { actor } = await enrolled();
		const device = await passkeyOf(actor);
		const alone = async () => {
			const { challenge } = await signInOptions(db, ORIGIN, null);
			return checkPasskeyAlone(db, keyring, { origin: ORIGIN, challenge, answer: device.prove({ challenge }) }, NOW);
		};
		expect(await alone()).toEqual({ staffId: actor.staffId });
		await db.updateTable('passkey').set({ holder_kind: 'young person' }).where('id', '=', device.id).execute();
		expect(await alone()).toBeNull();
	});

	it('shuts the door for five minutes after five wrong tries, whatever was tried, and writes it down once', async () => {
		const { actor, secret, codes } = await enrolled();
		for (let wrong = 0; wrong < 5; wrong += 1)
			expect(await show(actor, { kind: wrong % 2 ? 'code' : 'recovery code', typed: '000000' })).toEqual({
				kind: 'no'
			});
		for (const shown of [
			{ kind: 'code', typed: codeAt(secret, NOW) },
			{ kind: 'recovery code', typed: codes[0] ?? '' }
		] as const)
			expect(await show(actor, shown)).toEqual({ kind: 'wait', seconds: 300 });
		const told = await recordedAbout(db, 'council', { kind: 'staff', id: actor.staffId });
		expect(told).toMatchObject([{ what: 'sign-in locked', actorKind: 'nobody', detail: { step: 'second factor' } }]);
		expect(await typed(actor, codeAt(secret, later(301)), later(301))).toEqual(RIGHT);
		expect(await recoveryCodesLeft(db, actor.staffId)).toBe(8);
	});

	it('takes no more codes after twenty wrong ones in a day, but a passkey, and writes that down once', async () => {
		const { actor, secret, codes } = await enrolled();
		const device = await passkeyOf(actor);
		const minute = (count: number) => later(count * 60);
		for (let wrong = 0; wrong < 20; wrong += 1) {
			const at = minute(10 * wrong);
			const recovery = wrong % 2 ? ('code' as const) : ('recovery code' as const);
			expect(await show(actor, { kind: recovery, typed: '000000' }, at)).toEqual({ kind: 'no' });
			// The right one, in between, opens the door and forgives the wrong ones of the day nothing.
			if (wrong === 10) expect(await typed(actor, codeAt(secret, minute(105)), minute(105))).toEqual(RIGHT);
		}
		const now = minute(240);
		const left = { kind: 'locked', seconds: 20 * 3600 };
		for (let again = 0; again < 12; again += 1) expect(await typed(actor, codeAt(secret, now), now)).toEqual(left);
		expect(await show(actor, { kind: 'recovery code', typed: codes[0] ?? '' }, now)).toEqual(left);
		const told = await recordedAbout(db, 'council', { kind: 'staff', id: actor.staffId });
		expect(told).toMatchObject([{ what: 'sign-in locked', detail: { step: 'second factor, all day' } }]);

		const { challenge } = await signInOptions(db, ORIGIN, { kind: 'staff', id: actor.staffId });
		const answer = device.prove({ challenge });
		const proof = { kind: 'passkey', origin: ORIGIN, challenge, answer } as const;
		expect(await show(actor, proof, now)).toEqual({ kind: 'right', means: 'passkey' });
		expect(await typed(actor, codeAt(secret, now), now)).toEqual(left);
		const tomorrow = minute(24 * 60);
		expect(await typed(actor, codeAt(secret, tomorrow), tomorrow)).toEqual(RIGHT);
	});

	it('shows in the record who came in, how and from what; nobody comes in once disabled', async () => {
		const { actor } = await enrolled();
		const how = { means: 'passkey', device: 'Firefox on Linux' } as const;
		expect(await welcome(db, actor.staffId, how, NOW)).toMatchObject({ staffId: actor.staffId, roles: ['IRO'] });
		const told = () => recordedAbout(db, 'council', { kind: 'staff', id: actor.staffId });
		expect(await told()).toMatchObject([{ what: 'signed in', detail: how }]);
		await db.updateTable('staff').set({ disabled: 1 }).where('id', '=', actor.staffId).execute();
		expect(await welcome(db, actor.staffId, how, NOW)).toBeNull();
		expect(await told()).toHaveLength(1);
	});
});
