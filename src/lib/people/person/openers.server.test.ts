import { beforeAll, beforeEach, expect, it } from 'vitest';
import { record } from '#lib/audit/record.server.ts';
import type { AuditEvent } from '#lib/audit/event.ts';
import { THE_SERVER, type Actor, type SignedIn } from '#lib/auth/actor.ts';
import { makeCard } from '#lib/auth/young/cards/joining-cards.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { NOW, peopled, type Peopled } from '../../../../tests/data/peopled.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { together } from './openers.ts';
import { whoOpenedMyThings } from './openers.server.ts';
import { openYoungPerson } from './persons.server.ts';
import { giveReason } from './reasons.server.ts';

const REASON = { why: 'worry', words: 'Their school rang about them.' };
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

onEveryEngine('who opened my things', (open) => {
	let db: Database;
	let all: Peopled;
	beforeAll(async () => {
		({ db } = await open());
	});
	beforeEach(async () => {
		all = await peopled(db);
	});
	const seenBy = (child: string, before: number | null = null) =>
		whoOpenedMyThings(db, all.keyring, { accountId: 'account', youngPersonId: all.id(child) }, before);
	const note = (actor: Actor, event: AuditEvent, now = NOW) =>
		inTransaction(db, (writing) => record(writing, actor, event, now));
	const look = async (actor: SignedIn, child: string, now = NOW) => {
		await giveReason(db, all.keyring, actor, all.id(child), REASON, now);
		return openYoungPerson(db, all.keyring, actor, all.id(child), now);
	};

	it('names who looked, what they are to them, and why, in the words they wrote', async () => {
		await look(all.lead, 'A1');
		await openYoungPerson(db, all.keyring, all.lead, all.id('A1'), later(5));
		await makeCard(db, all.keyring, all.amina, all.id('A1'), later(6));
		const { lines, older } = await seenBy('A1');
		expect(older).toBeNull();
		const day = '2018-04-10';
		expect(lines).toEqual([
			{ day, name: 'Amina Bello', who: 'IRO', what: 'joining card made', times: 1, reason: null },
			{ day, name: 'Ruth Lead', who: 'safeguarding lead', what: 'young person opened', times: 2, reason: REASON }
		]);
	});

	it('tells of their messages and requests too, with no reason that was given for something else', async () => {
		await look(all.lead, 'A1');
		const person = all.id('A1');
		await note(all.lead, { what: 'concern opened', subject: { kind: 'concern', id: 'c' }, person }, later(1));
		await note(
			all.officer,
			{ what: 'data request opened', subject: { kind: 'data request', id: 'd' }, person },
			later(2)
		);
		await note(THE_SERVER, { what: 'concern escalated', subject: { kind: 'concern', id: 'c' }, person }, later(3));
		const { lines } = await seenBy('A1');
		expect(lines.slice(0, 3).map(({ who, what, reason }) => [who, what, reason])).toEqual([
			['Earshot', 'concern escalated', null],
			['participation officer', 'data request opened', null],
			['safeguarding lead', 'concern opened', null]
		]);
	});

	it('is in order of time, also where something earlier was written down later', async () => {
		const person = all.id('A1');
		const opened = (id: string) => ({ what: 'concern opened', subject: { kind: 'concern', id }, person }) as const;
		await note(all.officer, opened('new'), later(3 * 24 * 60));
		await note(all.lead, opened('old'), NOW);
		const days = (await seenBy('A1')).lines.map(({ day }) => day);
		expect(days.slice(0, 2)).toEqual(['2018-04-13', '2018-04-10']);
	});

	it('tells nothing of others, nor of what they did themselves, nor of what is not about opening', async () => {
		await look(all.lead, 'B2');
		const self = { accountId: 'account', youngPersonId: all.id('A1') };
		const person = all.id('A1');
		await inTransaction(db, (writing) => record(writing, self, { what: 'concern opened', person }, NOW));
		await note(all.officer, { what: 'signed out', person });
		expect(await seenBy('A1')).toEqual({ lines: [], older: null });
	});

	it('finds what was written down before events said whom they are about', async () => {
		await look(all.lead, 'A1');
		await db.updateTable('audit_event').set({ about_person: null }).where('what', '=', 'young person opened').execute();
		expect((await seenBy('A1')).lines).toHaveLength(1);
	});

	it('goes on page by page to the oldest', async () => {
		for (let n = 0; n < 53; n += 1)
			await note(all.lead, { what: 'young person opened', subject: { kind: 'young person', id: all.id('C3') } }, NOW);
		const first = await seenBy('C3');
		expect(first.lines).toMatchObject([{ times: 50 }]);
		const second = await seenBy('C3', first.older);
		expect(second).toMatchObject({ lines: [{ times: 3 }], older: null });
	});
});

it('puts together only what differs in nothing', () => {
	const line = { day: '2018-04-10', name: 'A', who: 'IRO', what: 'concern opened', reason: null } as const;
	const other = { ...line, reason: { why: 'other', words: 'x' } };
	expect(together([line, other, line, { ...line, day: '2018-04-09' }]).map(({ times }) => times)).toEqual([2, 1, 1]);
});
