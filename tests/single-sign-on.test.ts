/*
 * Single sign-on against a real provider on this machine: the whole way through the operations, and what must fail.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordedAbout } from '#lib/audit/record.server.ts';
import { askProvider, readAnswer, type Asked } from '#lib/auth/single-sign-on/provider.server.ts';
import { comeBack, type CameBack } from '#lib/auth/single-sign-on/signing-in.server.ts';
import { welcome } from '#lib/auth/staff/second-step.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { staffMember } from './accounts.ts';
import { onEveryEngine } from './databases.ts';
import { startIdentityProvider, type IdentityProvider, type Person } from './identity-provider.ts';

const BACK = 'http://localhost:4999/sign-in/staff/council/back';
let provider: IdentityProvider;
beforeAll(async () => void (provider = await startIdentityProvider(BACK)));
afterAll(() => provider.close());

const NOW = () => new Date();

/** Goes to the provider as this person, and comes back with what was remembered. */
async function visit(person: Person | null, again = false): Promise<{ cameBackTo: URL; asked: Asked }> {
	const begun = await askProvider(provider.settings, new URL(BACK), { to: '/staff/people', again }, NOW());
	if (begun.kind !== 'ask') throw new Error(begun.kind);
	provider.next(person);
	return { cameBackTo: await provider.visit(begun.address), asked: begun.asked };
}

async function signIn(db: Database, person: Person | null): Promise<CameBack> {
	return comeBack(db, provider.settings, { ...(await visit(person)), signedInAs: null });
}

/** Somebody with an account that they have set up, and the provider's person with the same address. */
async function both(db: Database, subject: string, roles = ['IRO'] as const, amr = ['pwd', 'mfa']) {
	const actor = await staffMember(db, roles, `Person ${subject}`);
	const email = `${subject}@council.example`;
	await db.updateTable('staff').set({ email }).where('id', '=', actor.staffId).execute();
	return { staffId: actor.staffId, person: { subject, email: email.toUpperCase(), amr } satisfies Person };
}

const HOW = { means: 'single sign-on', device: 'a test' } as const;

/** Comes for the first time and passes our own second step, as /sign-in/staff/second does after a right code. */
async function first(db: Database, person: Person) {
	const came = await signIn(db, person);
	if (came.kind !== 'second step') throw new Error(came.kind);
	return welcome(db, came.staffId, HOW, NOW(), came.link);
}

onEveryEngine('single sign-on', (open) => {
	let db: Database;
	beforeAll(async () => void ({ db } = await open()));

	const linksOf = (staffId: string) =>
		db.selectFrom('single_sign_on').selectAll().where('staff_id', '=', staffId).execute();
	const recordedOf = async (id: string) =>
		(await recordedAbout(db, 'council', { kind: 'staff', id })).map(({ what }) => what);

	it('asks for our own second step the first time, however many factors the provider saw, and keeps nothing before', async () => {
		const { staffId, person } = await both(db, 'amina');
		const link = { issuer: provider.settings.issuer, subject: 'amina' };
		for (const amr of [['pwd', 'mfa'], ['pwd']])
			expect(await signIn(db, { ...person, amr })).toEqual({ kind: 'second step', staffId, link });
		expect(await linksOf(staffId)).toEqual([]);
		expect(await recordedOf(staffId)).toEqual([]);
	});

	it('keeps the link with that sign-in; from then on the link counts, not the address', async () => {
		const { staffId, person } = await both(db, 'bea');
		expect(await first(db, person)).toMatchObject({ staffId });
		expect(await recordedOf(staffId)).toEqual(['signed in', 'single sign-on linked']);
		const events = await recordedAbout(db, 'council', { kind: 'staff', id: staffId });
		expect(JSON.stringify(events)).not.toContain('council.example');
		const moved = { ...person, email: 'bea.bello@council.example' };
		expect(await signIn(db, moved)).toMatchObject({ kind: 'whole', staffId });
		expect(await signIn(db, { ...moved, amr: ['pwd'] })).toEqual({ kind: 'second step', staffId, link: null });
	});

	it('links no account that is not set up: its one-time link comes first', async () => {
		const { staffId, person } = await both(db, 'newcomer');
		await db.updateTable('staff').set({ enrolled: 0 }).where('id', '=', staffId).execute();
		expect(await signIn(db, person)).toEqual({ kind: 'not enrolled' });
		expect(await linksOf(staffId)).toEqual([]);
	});

	it('the session is as old as the provider’s proof, and older than anything when it tells none', async () => {
		const { person } = await both(db, 'hours');
		await first(db, person);
		const at = new Date(Math.floor(Date.now() / 1000) * 1000 - 3 * 3_600_000);
		expect(await signIn(db, { ...person, at })).toMatchObject({ kind: 'whole', provenAt: at });
		const begun = await askProvider(provider.settings, new URL(BACK), { to: null, again: false }, NOW());
		if (begun.kind !== 'ask') throw new Error(begun.kind);
		const silent = new URL(begun.address);
		silent.searchParams.delete('max_age');
		provider.next(person);
		const back = { cameBackTo: await provider.visit(silent.href), asked: begun.asked, signedInAs: null };
		expect(await comeBack(db, provider.settings, back)).toMatchObject({ kind: 'whole', provenAt: new Date(0) });
	});

	it('keeps one link of two that begin at once, and lets only the linked one in', async () => {
		const { staffId, person } = await both(db, 'twice');
		const [one, other] = [await signIn(db, person), await signIn(db, { ...person, subject: 'twice over' })];
		if (one.kind !== 'second step' || other.kind !== 'second step') throw new Error('both were asked');
		const came = await Promise.all([one, other].map(({ link }) => welcome(db, staffId, HOW, NOW(), link)));
		expect(came.filter((actor) => actor !== null)).toHaveLength(1);
		expect(await linksOf(staffId)).toHaveLength(1);
		expect((await recordedOf(staffId)).sort()).toEqual(['signed in', 'single sign-on linked']);
		// In two tabs of one person both come in.
		const [same] = (await linksOf(staffId)).map(({ issuer, subject }) => ({ issuer, subject }));
		expect(await welcome(db, staffId, HOW, NOW(), same)).not.toBeNull();
		// And the provider's person of one account cannot become another's.
		const lorna = await both(db, 'somebody beside');
		expect(await welcome(db, lorna.staffId, HOW, NOW(), same)).toBeNull();
		expect(await recordedOf(lorna.staffId)).toEqual([]);
	});

	it('the link wins over an address that is somebody else’s here', async () => {
		const gareth = await both(db, 'gareth');
		const lorna = await both(db, 'lorna');
		await first(db, gareth.person);
		const renamed = { ...gareth.person, email: lorna.person.email };
		expect(await signIn(db, renamed)).toMatchObject({ kind: 'whole', staffId: gareth.staffId });
	});

	it('an address that was given to a new person does not open the old account', async () => {
		const { person } = await both(db, 'sunil');
		await first(db, person);
		expect(await signIn(db, { ...person, subject: 'another sunil' })).toEqual({ kind: 'nobody' });
	});

	it('gives nobody an account: unknown, disabled, unchecked address, none at all, or the advocacy service’s', async () => {
		const disabled = await both(db, 'tomas');
		await db.updateTable('staff').set({ disabled: 1 }).where('id', '=', disabled.staffId).execute();
		const unchecked = await both(db, 'esther');
		const advocate = await staffMember(db, ['advocacy worker']);
		await db.updateTable('staff').set({ email: 'helen@nyas.example' }).where('id', '=', advocate.staffId).execute();
		const people: Person[] = [
			{ subject: 'stranger', email: 'stranger@council.example', amr: ['mfa'] },
			{ subject: 'no address', amr: ['mfa'] },
			disabled.person,
			{ ...unchecked.person, emailVerified: false },
			{ subject: 'helen', email: 'helen@nyas.example', amr: ['mfa'] }
		];
		for (const person of people) expect(await signIn(db, person), person.subject).toEqual({ kind: 'nobody' });
		expect(await signIn(db, { ...unchecked.person, emailVerified: true })).toMatchObject({ kind: 'second step' });
	});

	it('lets nobody in who was linked and is disabled now', async () => {
		const { staffId, person } = await both(db, 'quaye');
		await first(db, person);
		await db.updateTable('staff').set({ disabled: 1 }).where('id', '=', staffId).execute();
		expect(await signIn(db, person)).toEqual({ kind: 'nobody' });
	});

	it('a fresh proof is theirs, is of two factors, and was given after we asked', async () => {
		const { staffId, person } = await both(db, 'marchbank');
		await first(db, person);
		const prove = async (who: Person, signedInAs: string | null) =>
			(await comeBack(db, provider.settings, { ...(await visit(who, true)), signedInAs })).kind;
		expect(await prove(person, staffId)).toBe('proven again');
		expect(await prove({ ...person, amr: ['pwd'] }, staffId)).toBe('prove here');
		expect(await prove({ ...person, at: new Date(Date.now() - 600_000) }, staffId)).toBe('prove here');
		expect(await prove(person, 'somebody else')).toBe('somebody else');
		expect(await prove(person, null)).toBe('somebody else');
		const unlinked = await both(db, 'whitcombe');
		expect(await prove(unlinked.person, unlinked.staffId)).toBe('somebody else');
	});
});

it('asks with a code, PKCE, state and nonce of its own each time, and anew for a fresh proof', async () => {
	const ask = (again: boolean) => askProvider(provider.settings, new URL(BACK), { to: null, again }, NOW());
	const [first, second] = [await ask(false), await ask(true)];
	if (first.kind !== 'ask' || second.kind !== 'ask') throw new Error('the provider is there');
	const { searchParams } = new URL(first.address);
	expect(searchParams.get('response_type')).toBe('code');
	expect(searchParams.get('code_challenge_method')).toBe('S256');
	expect(searchParams.get('redirect_uri')).toBe(BACK);
	expect(searchParams.has('prompt')).toBe(false);
	expect(searchParams.get('max_age')).toBe('28800');
	expect(first.address).not.toContain(first.asked.verifier);
	for (const name of ['state', 'nonce', 'verifier'] as const) expect(first.asked[name]).not.toBe(second.asked[name]);
	expect(Object.fromEntries(new URL(second.address).searchParams)).toMatchObject({ prompt: 'login', max_age: '0' });
});

it('takes no answer to another question: other state, other nonce, other verifier, other issuer, none', async () => {
	const person = { subject: 'keane', email: 'keane@council.example' };
	const altered: [string, (asked: Asked) => Asked][] = [
		['state', (asked) => ({ ...asked, state: 'another' })],
		['nonce', (asked) => ({ ...asked, nonce: 'another' })],
		['verifier', (asked) => ({ ...asked, verifier: 'another'.repeat(8) })]
	];
	for (const [what, alter] of altered) {
		const { cameBackTo, asked } = await visit(person);
		expect(await readAnswer(provider.settings, cameBackTo, alter(asked)), what).toEqual({ kind: 'refused' });
	}
	const { cameBackTo, asked } = await visit(person);
	const elsewhere = new URL(cameBackTo);
	elsewhere.searchParams.set('iss', 'https://login.elsewhere.example');
	expect(await readAnswer(provider.settings, elsewhere, asked)).toEqual({ kind: 'refused' });
	expect(await readAnswer(provider.settings, new URL(BACK), asked)).toEqual({ kind: 'refused' });
});

it('takes a code once', async () => {
	const { cameBackTo, asked } = await visit({ subject: 'rao', email: 'rao@council.example' });
	expect(await readAnswer(provider.settings, cameBackTo, asked)).toMatchObject({ kind: 'known' });
	expect(await readAnswer(provider.settings, cameBackTo, asked)).toEqual({ kind: 'refused' });
});

it('says when the person, or the provider, says no', async () => {
	const { cameBackTo, asked } = await visit(null);
	expect(await readAnswer(provider.settings, cameBackTo, asked)).toEqual({ kind: 'cancelled' });
	const busy = new URL(cameBackTo);
	busy.searchParams.set('error', 'temporarily_unavailable');
	expect(await readAnswer(provider.settings, busy, asked)).toEqual({ kind: 'down' });
});

it('says when nobody answers, and asks again the next time', async () => {
	const later = await startIdentityProvider(BACK);
	const ask = () => askProvider(later.settings, new URL(BACK), { to: null, again: false }, NOW());
	const wrong = { ...later.settings, issuer: `${later.settings.issuer}/nowhere` };
	expect(await askProvider(wrong, new URL(BACK), { to: null, again: false }, NOW())).toEqual({ kind: 'down' });
	const begun = await ask();
	if (begun.kind !== 'ask') throw new Error('the provider is there');
	later.next({ subject: 'pugh', email: 'pugh@council.example' });
	const cameBackTo = await later.visit(begun.address);
	await later.close();
	expect(await readAnswer(later.settings, cameBackTo, begun.asked)).toEqual({ kind: 'down' });
	const gone = { ...later.settings, clientId: 'another' };
	expect(await askProvider(gone, new URL(BACK), { to: null, again: false }, NOW())).toEqual({ kind: 'down' });
});
