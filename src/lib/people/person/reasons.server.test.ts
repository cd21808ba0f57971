import { beforeAll, beforeEach, expect, it } from 'vitest';
import { openingsOf } from '#lib/audit/openings.server.ts';
import { OPENING_MINUTES } from '#lib/audit/openings.server.ts';
import type { SignedIn } from '#lib/auth/actor.ts';
import { makeCard } from '#lib/auth/young/cards/joining-cards.server.ts';
import { stopCards } from '#lib/auth/young/cards/stopped-cards.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { NOW, peopled, type Peopled } from '../../../../tests/data/peopled.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { OPERATOR } from '../../../../tests/open-wave.ts';
import { openYoungPerson } from './persons.server.ts';
import { askedWhy, giveReason } from './reasons.server.ts';

const REASON = { why: 'asked', words: 'Their grandmother rang me about a letter.' };
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

onEveryEngine('a reason before looking', (open) => {
	let db: Database;
	let all: Peopled;
	beforeAll(async () => {
		({ db } = await open());
	});
	beforeEach(async () => {
		all = await peopled(db);
	});
	const look = async (actor: SignedIn, child = 'A1', now = NOW) =>
		(await openYoungPerson(db, all.keyring, actor, all.id(child), now)).kind;
	const say = (actor: SignedIn, form: Record<string, string> = REASON, child = 'A1', now = NOW) =>
		giveReason(db, all.keyring, actor, all.id(child), form, now);

	it('is asked of who does not work with them, shows nothing meanwhile, and leaves no trace', async () => {
		const before = await all.lastEvent();
		for (const actor of [all.officer, all.lead]) expect(await look(actor)).toBe('needs reason');
		expect(await makeCard(db, all.keyring, all.officer, all.id('A1'), NOW)).toEqual({ kind: 'needs reason' });
		expect(await stopCards(db, all.keyring, all.officer, all.id('A1'), NOW)).toBe('needs reason');
		expect(await makeCard(db, all.keyring, all.lead, all.id('A1'), NOW)).toEqual({ kind: 'not yours' });
		expect(await all.lastEvent()).toEqual(before);
	});

	it('is asked of nobody’s own worker, nor of who covers for one, nor of the operator', async () => {
		for (const actor of [all.amina, all.banks]) {
			expect(await look(actor)).toBe('opened');
			expect(await askedWhy(db, all.keyring, actor, all.id('A1'), NOW)).toBeNull();
			expect(await say(actor)).toEqual({ kind: 'not theirs' });
		}
		const days = { starts: '2018-04-01', ends: '2018-04-30' };
		await db
			.insertInto('cover')
			.values({ id: 'c', staff_id: all.amina.staffId, covered_by: all.sunil.staffId, ...days })
			.execute();
		expect(await look(all.sunil)).toBe('opened');
		expect((await makeCard(db, all.keyring, OPERATOR, all.id('A1'), NOW)).kind).toBe('made');
	});

	it('is good for an hour, for that person and that young person alone', async () => {
		expect(await say(all.officer)).toEqual({ kind: 'given' });
		expect(await look(all.officer)).toBe('opened');
		expect(await look(all.officer, 'B2')).toBe('needs reason');
		expect(await look(all.lead)).toBe('needs reason');
		expect(await look(all.officer, 'A1', later(OPENING_MINUTES - 1))).toBe('opened');
		expect(await look(all.officer, 'A1', later(OPENING_MINUTES))).toBe('needs reason');
		expect(await look(all.officer, 'A1', later(-1))).toBe('needs reason');
	});

	it('is recorded before the look, by its kind alone; its words are sealed for the young person', async () => {
		await say(all.officer);
		expect(await all.lastEvent()).toEqual({
			what: 'reason given',
			subject: all.id('A1'),
			detail: { why: 'asked' }
		});
		await look(all.officer);
		expect((await all.lastEvent()).what).toBe('young person opened');
		const stored = JSON.stringify([
			await db.selectFrom('opening').selectAll().execute(),
			await db.selectFrom('audit_event').selectAll().execute()
		]);
		expect(stored).not.toContain('grandmother');
		const since = NOW.toISOString();
		const [kept] = await openingsOf(db, all.keyring, all.id('A1'), since);
		expect(kept).toMatchObject({ staffId: all.officer.staffId, reason: REASON });
		all.keyring.destroy(`person/${all.id('A1')}`);
		await expect(openingsOf(db, all.keyring, all.id('A1'), since)).rejects.toThrow('erased');
	});

	it('opens nothing when it is wanting, or given by who may not look at all', async () => {
		expect(await say(all.officer, { why: 'asked', words: 'because' })).toMatchObject({ kind: 'wrong' });
		expect(await look(all.officer)).toBe('needs reason');
		for (const actor of [all.administrator, all.sunil]) expect(await say(actor)).toEqual({ kind: 'not theirs' });
		expect(await giveReason(db, all.keyring, all.officer, 'nobody', REASON, NOW)).toEqual({ kind: 'not theirs' });
		expect(await db.selectFrom('opening').selectAll().execute()).toEqual([]);
	});
});
