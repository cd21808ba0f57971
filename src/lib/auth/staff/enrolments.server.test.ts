import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordedAbout } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { openKeyring } from '#lib/secrets/keyring.server.ts';
import { drawEntryCode } from '../entry-codes.server.ts';
import { staffMember } from '../../../../tests/accounts.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { softwarePasskey } from '../../../../tests/server/software-passkey.ts';
import { passkeysOf } from '../passkeys.server.ts';
import { checkNewPasskey, registrationOptions } from '../passkeys/making.server.ts';
import { sessionsIn } from '../sessions.server.ts';
import { codeAt, hasGenerator } from './code-generators.server.ts';
import {
	beginEnrolling,
	endEnrolling,
	enrolling,
	nextPage,
	withGenerator,
	type Enrolment
} from './enrolling.server.ts';
import { openEnrolment, storeEnrolment } from './enrolments.server.ts';
import { hashPassword } from './own/passwords.server.ts';
import { factorsOf } from './own/second-factors.server.ts';
import { checkPassword } from './signing-in.server.ts';

const ORIGIN = 'https://earshot.example';
const NOW = new Date('2027-03-01T10:00:15Z');
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
const WORDS = 'harbour bicycle lantern soup';

onEveryEngine('enrolling', (open) => {
	let db: Database;
	let passwordHash = '';
	const folder = mkdtempSync(join(tmpdir(), 'earshot-keys-'));
	const keyring = openKeyring(folder, randomBytes(32));
	keyring.put('tenant/council', randomBytes(32));
	beforeAll(async () => {
		({ db } = await open());
		passwordHash = await hashPassword(WORDS);
	});
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	/** Somebody with a link, not yet enrolled. */
	async function invited() {
		const actor = await staffMember(db, ['IRO']);
		await db.updateTable('staff').set({ enrolled: 0 }).where('id', '=', actor.staffId).execute();
		const drawn = await drawEntryCode();
		await inTransaction(db, (writing) => storeEnrolment(writing, actor.staffId, drawn, NOW));
		const { email } = await db
			.selectFrom('staff')
			.select('email')
			.where('id', '=', actor.staffId)
			.executeTakeFirstOrThrow();
		return { id: actor.staffId, code: drawn.printed, email };
	}

	/** The way through the pages up to the last one, with an authenticator app. */
	async function chosen(code: string, now = NOW): Promise<Enrolment> {
		const opened = await openEnrolment(db, keyring, code, now);
		if (opened.kind !== 'right') throw new Error(opened.kind);
		const begun = beginEnrolling({ staffId: opened.row.staffId, selector: opened.row.selector });
		expect(nextPage(begun)).toBe('/enrol/password');
		const withPassword = { ...begun, passwordHash };
		expect(nextPage(withPassword)).toBe('/enrol/second');
		expect(withGenerator(withPassword, '000000', now)).toBeNull();
		const whole = withGenerator(withPassword, codeAt(begun.generatorSecret, now), now);
		if (!whole) throw new Error('the code did not fit');
		expect(nextPage(whole)).toBe('/enrol/codes');
		return whole;
	}

	const end = (enrolment: Enrolment, now = NOW) => endEnrolling(db, keyring, enrolment, now);

	it('changes nothing until the end; then all at once, and the code is spent', async () => {
		const { id, code, email } = await invited();
		const enrolment = await chosen(code);
		const carried = enrolling.read(keyring, enrolling.seal(keyring, enrolment, NOW), NOW);
		expect(carried).toEqual(enrolment);
		expect(await checkPassword(db, keyring, email, WORDS, NOW)).toEqual({ kind: 'no' });
		expect(await factorsOf(db, id)).toEqual({ generator: false, passkeys: [], recoveryCodes: 0 });
		expect(await openEnrolment(db, keyring, code, NOW)).toMatchObject({ kind: 'right' });

		expect(await end(enrolment)).toMatchObject({ actor: { staffId: id }, means: 'password and code' });
		expect(await checkPassword(db, keyring, email, WORDS, NOW)).toEqual({ kind: 'right', staffId: id });
		expect(await factorsOf(db, id)).toEqual({ generator: true, passkeys: [], recoveryCodes: 8 });
		expect(await openEnrolment(db, keyring, code, NOW)).toEqual({ kind: 'no' });
		expect(await recordedAbout(db, 'council', { kind: 'staff', id })).toMatchObject([{ what: 'enrolled' }]);
	});

	it('lets one of two browsers finish that hold the same code', async () => {
		const { id, code } = await invited();
		const both = await Promise.all([chosen(code), chosen(code)]);
		const ended = await Promise.all(both.map((one) => end(one)));
		expect(ended.filter((one) => one !== null)).toHaveLength(1);
		expect(await factorsOf(db, id)).toMatchObject({ recoveryCodes: 8 });
	});

	it('ends after seven days, when a newer code is drawn, and when the account is disabled', async () => {
		const late = await invited();
		const enrolment = await chosen(late.code, days(6.9));
		expect(await openEnrolment(db, keyring, late.code, days(7.1))).toEqual({ kind: 'no' });
		expect(await end(enrolment, days(7.1))).toBeNull();

		const replaced = await invited();
		const before = await chosen(replaced.code);
		const newer = await drawEntryCode();
		await inTransaction(db, (writing) => storeEnrolment(writing, replaced.id, newer, NOW));
		expect(await openEnrolment(db, keyring, replaced.code, NOW)).toEqual({ kind: 'no' });
		expect(await end(before)).toBeNull();
		expect(await end(await chosen(newer.printed))).not.toBeNull();

		const left = await invited();
		const half = await chosen(left.code);
		await db.updateTable('staff').set({ disabled: 1 }).where('id', '=', left.id).execute();
		expect(await openEnrolment(db, keyring, left.code, NOW)).toEqual({ kind: 'no' });
		expect(await end(half)).toBeNull();
		expect(await hasGenerator(db, left.id)).toBe(false);
	});

	it('makes everything of before void: password, factors and sessions', async () => {
		const { id, code } = await invited();
		const holder = { kind: 'staff', id } as const;
		await end(await chosen(code));
		const token = await sessionsIn(db).open(holder, { means: 'passkey', device: 'a phone' }, NOW);
		const again = await drawEntryCode();
		await inTransaction(db, (writing) => storeEnrolment(writing, id, again, NOW));
		const opened = await openEnrolment(db, keyring, again.printed, NOW);
		if (opened.kind !== 'right') throw new Error(opened.kind);

		const { challenge } = await registrationOptions(db, ORIGIN, holder, { userName: 'x', displayName: 'x' });
		const passkey = await checkNewPasskey(ORIGIN, challenge, softwarePasskey(ORIGIN).make({ challenge }));
		if (!passkey) throw new Error('no key');
		const begun = beginEnrolling({ staffId: id, selector: opened.row.selector });
		const factor = { kind: 'passkey', passkey, name: 'work phone' } as const;
		expect(await end({ ...begun, passwordHash, factor })).toMatchObject({ means: 'passkey' });
		expect(await hasGenerator(db, id)).toBe(false);
		expect(await passkeysOf(db, holder)).toMatchObject([{ name: 'work phone' }]);
		expect(await sessionsIn(db).read(token, NOW)).toBeNull();
	});

	it('ends with nothing when something is missing', async () => {
		const { code } = await invited();
		const whole = await chosen(code);
		expect(await end({ ...whole, factor: null })).toBeNull();
		expect(await end({ ...whole, passwordHash: null })).toBeNull();
		expect(await end(whole)).not.toBeNull();
	});
});
