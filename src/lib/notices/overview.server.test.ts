import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { SignedIn } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { staffIn } from '../../../tests/notices/people.ts';
import { OPERATOR, passingKeyring } from '../../../tests/open-wave.ts';
import { noticesHealth, noticesWrong } from './health.server.ts';
import { notify } from './outbox.server.ts';
import { noticesOverview, sendTest, sendTestTo, tryAgain } from './overview.server.ts';
import { sendDue } from './sending/sending.server.ts';

const NOON = new Date('2027-03-01T12:00:00Z');
const NOWHERE = {
	origin: undefined,
	channels: { folder: 'data/notices', filesAreTaken: false, smtp: null, notify: null }
};
const OUT = { ...NOWHERE, channels: { ...NOWHERE.channels, filesAreTaken: true } };
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

onEveryEngine('the overview of notices', (open) => {
	let db: Database;
	let admin: SignedIn;
	const IRO: SignedIn = { staffId: 'iro', name: 'Ann', tenant: 'council', roles: ['IRO'] };
	beforeAll(async () => {
		({ db } = await open());
		const staffId = await staffIn(db, 'admin@council.example', { name: 'Ada Min' });
		admin = { staffId, name: 'Ada Min', tenant: 'council', roles: ['administrator'] };
	});
	beforeEach(async () => void (await db.deleteFrom('notice').execute()));

	const given = async (once: string, to: { kind: 'staff' | 'young person'; id: string }, now = NOON) => {
		const what = to.kind === 'staff' ? 'concern waiting' : 'new message';
		await inTransaction(db, (writing) => notify(writing, { to, what, once } as Parameters<typeof notify>[1], now));
	};
	const send = (answer: { kind: 'sent' } | { kind: 'refused'; because: string } | null, now: Date) =>
		sendDue({
			db,
			keyring: passingKeyring(),
			channels: answer ? { email: { name: 'mail', send: () => Promise.resolve(answer) } } : {},
			origin: undefined,
			who: 'a test',
			clock: () => now,
			chance: () => 0.5
		});
	const dead = async (once: string) => {
		await given(once, { kind: 'staff', id: admin.staffId });
		await send({ kind: 'refused', because: 'the mail server answered 550 to RCPT TO' }, NOON);
	};
	const states = async (now: Date) => (await noticesHealth(db, now)).map(({ state }) => state);

	it('shows how many stand how, what waits longest, and what was given up, with no young person’s name', async () => {
		await dead('1');
		await given('2', { kind: 'staff', id: admin.staffId });
		await send({ kind: 'sent' }, NOON);
		await given('3', { kind: 'young person', id: 'jay' }, later(5));
		await db
			.updateTable('notice')
			.set({ state: 'dead', ended_at: later(6).toISOString(), because: 'GOV.UK Notify answered 400' })
			.where('recipient_id', '=', 'jay')
			.execute();
		await given('4', { kind: 'staff', id: admin.staffId }, later(7));
		const seen = await noticesOverview(db, admin, later(9));
		expect(seen).toMatchObject({
			counts: { waiting: 1, sending: 0, sent: 1, 'not sent': 0, dead: 2 },
			longestDue: later(7),
			givenUp: [
				{ recipient: 'a young person', because: 'GOV.UK Notify answered 400' },
				{ recipient: 'Ada Min', what: 'concern waiting', way: 'email', tries: 1 }
			]
		});
		expect(JSON.stringify(seen)).not.toMatch(/jay|@/);
		expect(await noticesOverview(db, IRO, NOON)).toBeNull();
	});

	it('tries one again, or all, and records each; nobody else may', async () => {
		for (const once of ['1', '2', '3']) await dead(once);
		const ids = (await noticesOverview(db, admin, NOON))?.givenUp.map(({ id }) => id) ?? [];
		expect(await tryAgain(db, IRO, 'all', NOON)).toBe(0);
		expect(await tryAgain(db, admin, { id: ids[0] ?? '' }, later(1))).toBe(1);
		expect(await tryAgain(db, admin, { id: ids[0] ?? '' }, later(1))).toBe(0);
		expect(await send({ kind: 'sent' }, later(1))).toMatchObject({ sent: 1 });
		expect(await tryAgain(db, OPERATOR, 'all', later(2))).toBe(2);
		const recorded = await db
			.selectFrom('audit_event')
			.select(['subject_kind', 'subject_id'])
			.where('what', '=', 'notice tried again')
			.execute();
		expect(recorded.map((event) => event.subject_id).sort()).toEqual([...ids].sort());
	});

	it('sends a test to oneself, one at a time; the operator to a colleague', async () => {
		expect(await sendTest(db, admin, OUT, NOON)).toBe('on its way');
		expect(await sendTest(db, admin, OUT, NOON)).toBe('one is on its way');
		expect(await sendTest(db, admin, OUT, later(2))).toBe('on its way');
		expect(await sendTest(db, IRO, OUT, NOON)).toBe('not allowed');
		expect(await sendTestTo(db, admin, 'another', OUT, NOON)).toBe('not allowed');
		expect(await sendTestTo(db, OPERATOR, admin.staffId, OUT, later(4))).toBe('on its way');
		expect(await send({ kind: 'sent' }, later(4))).toMatchObject({ sent: 3 });
	});

	it('is well, late, or given up for the doctor', async () => {
		expect(await states(NOON)).toEqual(['good', 'good']);
		await given('1', { kind: 'staff', id: admin.staffId });
		expect(await states(later(15))).toEqual(['good', 'good']);
		expect(await states(later(16))).toEqual(['good', 'wrong']);
		await dead('2');
		expect(await states(NOON)).toEqual(['wrong', 'good']);
	});

	it('says that nobody is told of anything where nothing carries a notice, to administrators too, and tries nothing', async () => {
		const wrong = { state: 'wrong', words: expect.stringContaining('Nobody is told of anything') };
		expect((await noticesHealth(db, NOON, NOWHERE.channels))[0]).toMatchObject(wrong);
		expect(await noticesWrong(db, admin, NOWHERE.channels, NOON)).toMatchObject([wrong]);
		expect(await noticesWrong(db, IRO, NOWHERE.channels, NOON)).toEqual([]);
		expect(await noticesWrong(db, admin, OUT.channels, NOON)).toEqual([]);
		expect(await sendTest(db, admin, NOWHERE, NOON)).toBe('no way out');
		const texts = { key: 'k', url: null, templates: { text: 'template' } };
		const [noEmail] = await noticesHealth(db, NOON, { ...NOWHERE.channels, notify: texts });
		expect(noEmail).toMatchObject({ state: 'wrong', words: expect.stringContaining('No member of staff is told') });
		const noTemplate = { ...NOWHERE.channels, notify: { ...texts, templates: {} } };
		expect((await noticesHealth(db, NOON, noTemplate))[0]).toMatchObject(wrong);
	});

	it('sends what waited for a way out when there is one again', async () => {
		await given('1', { kind: 'staff', id: admin.staffId });
		for (const minutes of [0, 10, 20])
			expect(await send(null, later(minutes))).toMatchObject({ waiting: 1, 'not sent': 0 });
		const row = await db.selectFrom('notice').selectAll().executeTakeFirstOrThrow();
		expect(row).toMatchObject({ state: 'waiting', attempts: 0, because: 'no email is set up', channel: null });
		const [wrong] = await noticesHealth(db, later(21), NOWHERE.channels);
		expect(wrong?.words).toContain('1 notice waits, since');
		expect(await send({ kind: 'sent' }, later(30))).toMatchObject({ sent: 1 });
		expect((await noticesHealth(db, later(31), OUT.channels))[0]).toMatchObject({ state: 'good' });
	});
});
