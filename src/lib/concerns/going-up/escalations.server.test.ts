import { beforeAll, beforeEach, expect, it } from 'vitest';
import fc from 'fast-check';
import { sentConcern, withoutConcerns, writtenBy } from '../../../../tests/data/concerned.ts';
import { NOW, peopled, type Peopled } from '../../../../tests/data/peopled.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { OPERATOR } from '../../../../tests/open-wave.ts';
import { addDays, dayOf } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import { setCover } from '#lib/people/workers/covers.server.ts';
import { changeSettings } from '#lib/settings/changes.server.ts';
import { answerConcern } from '../board/answers.server.ts';
import { closeConcern } from '../board/closings.server.ts';
import { openConcern } from '../board/threads.server.ts';
import { dueOn } from '../concern.ts';
import { escalateLate } from './escalations.server.ts';
import { concernsHealth } from '../health.server.ts';

const at = (day: string, time = '12:00') => new Date(`${day}T${time}:00Z`);

onEveryEngine('what nobody has seen or answered', (open, engine) => {
	let db: Database;
	let all: Peopled;
	beforeAll(async () => {
		({ db } = await open());
	});
	beforeEach(async () => {
		await withoutConcerns(db);
		all = await peopled(db);
		await named(all.officer.staffId, all.sunil.staffId);
	});

	const one = (id: string | null) => (id === null ? null : { id, name: 'Somebody' });
	const named = (first: string | null, second: string | null) =>
		changeSettings(db, OPERATOR, { 'concerns go up to': { first: one(first), second: one(second) } }, NOW);
	const steps = (concern?: string) => {
		const rows = db
			.selectFrom('concern_escalation')
			.select(['concern_id', 'due_on', 'level', 'to_staff_id'])
			.orderBy('due_on')
			.orderBy('level');
		return (concern ? rows.where('concern_id', '=', concern) : rows).execute();
	};
	const told = async () => {
		const rows = await db
			.selectFrom('notice')
			.select('recipient_id')
			.where('what', '=', 'concern escalated')
			.where('recipient_kind', '=', 'staff')
			.execute();
		return rows.map(({ recipient_id }) => recipient_id).sort();
	};
	const ids = (...people: { staffId: string }[]) => people.map(({ staffId }) => staffId).sort();
	const sent = (dueOn: string, changes: object = {}) =>
		sentConcern(db, all.keyring, { person: all.id('A1'), at: at('2018-03-28'), dueOn, ...changes });

	it('goes up once the day is over, over Easter no second step; the lead is told too', async () => {
		// 29 March 2018 was Maundy Thursday; Good Friday and Easter Monday are bank holidays.
		const id = await sent('2018-03-29');
		// 23:30 in London is still the 29th, although it is 22:30 in UTC.
		expect(await escalateLate(db, at('2018-03-29', '22:30'))).toBe(0);
		expect(await escalateLate(db, at('2018-03-29', '23:10'))).toBe(1);
		for (const day of ['2018-03-30', '2018-04-01', '2018-04-02']) expect(await escalateLate(db, at(day))).toBe(0);
		expect(await steps()).toMatchObject([{ concern_id: id, level: 1, to_staff_id: all.officer.staffId }]);
		expect(await told()).toEqual(ids(all.officer, all.lead));
		expect(await all.lastEvent()).toMatchObject({ what: 'concern escalated', subject: id, detail: { level: 1 } });
		expect(await escalateLate(db, at('2018-04-03'))).toBe(0);
		expect(await escalateLate(db, at('2018-04-04'))).toBe(1);
		expect(await steps()).toMatchObject([{ level: 1 }, { level: 2, to_staff_id: all.sunil.staffId }]);
	});

	it('catches up with every step after a week without a server, and tells each person once', async () => {
		await sent('2018-04-09');
		expect(await escalateLate(db, at('2018-04-13'))).toBe(4);
		expect((await steps()).map(({ to_staff_id }) => to_staff_id)).toEqual([
			all.officer.staffId,
			all.sunil.staffId,
			all.sunil.staffId,
			all.sunil.staffId
		]);
		expect(await told()).toEqual(ids(all.officer, all.sunil, all.lead));
		const [concern] = await steps();
		const thread = await openConcern(db, all.keyring, all.lead, concern?.concern_id ?? '', at('2018-04-13'));
		expect(thread?.wentUp).toHaveLength(2);
	});

	it('may be opened by whom it went up to, and by who covers for them; that stops the clock', async () => {
		const id = await sent('2018-04-09', { person: all.id('B2') });
		expect(await openConcern(db, all.keyring, all.officer, id, at('2018-04-09'))).toBeNull();
		await escalateLate(db, at('2018-04-11'));
		const days = { starts: '2018-04-11', ends: '2018-04-11' };
		const cover = { staffId: all.sunil.staffId, coveredBy: all.amina.staffId, ...days };
		expect(await setCover(db, all.officer, cover, at('2018-04-11'))).toMatchObject({ kind: 'set' });
		expect(await openConcern(db, all.keyring, all.amina, id, at('2018-04-12'))).toBeNull();
		expect(await openConcern(db, all.keyring, all.amina, id, at('2018-04-11'))).toMatchObject({ id });
		expect(await escalateLate(db, at('2018-04-20'))).toBe(0);
	});

	it('starts afresh when they write again', async () => {
		const id = await sent('2018-04-09');
		await escalateLate(db, at('2018-04-10'));
		await openConcern(db, all.keyring, all.lead, id, at('2018-04-10', '13:00'));
		const again = { concern: id, person: all.id('A1'), words: 'Please', at: at('2018-04-10'), place: 2 };
		await writtenBy(db, all.keyring, { ...again, dueOn: '2018-04-11' });
		expect(await escalateLate(db, at('2018-04-11'))).toBe(0);
		expect(await escalateLate(db, at('2018-04-12'))).toBe(1);
		expect(await steps()).toMatchObject([
			{ due_on: '2018-04-09', level: 1 },
			{ due_on: '2018-04-11', level: 1 }
		]);
	});

	it('goes to the other one, and tells the administrators, when who is named has left or nobody is', async () => {
		await db.updateTable('staff').set({ disabled: 1 }).where('id', '=', all.officer.staffId).execute();
		const first = await sent('2018-04-09');
		await escalateLate(db, at('2018-04-10'));
		expect(await steps(first)).toMatchObject([{ level: 1, to_staff_id: all.sunil.staffId }]);
		expect((await concernsHealth(db, NOW)).find(({ what }) => what.startsWith('Whom'))).toMatchObject({
			state: 'wrong'
		});
		await named(null, null);
		const second = await sent('2018-04-09');
		await escalateLate(db, at('2018-04-10'));
		expect(await steps(second)).toMatchObject([{ level: 1, to_staff_id: null }]);
		expect(await told()).toEqual(
			[...ids(all.sunil, all.lead), ...ids(all.lead, all.administrator)].sort((one, other) => (one < other ? -1 : 1))
		);
		for (const actor of [all.administrator]) expect(await openConcern(db, all.keyring, actor, second, NOW)).toBeNull();
	});

	it('passes by the worker whom it may be about, though they are named', async () => {
		await named(all.amina.staffId, all.sunil.staffId);
		const id = await sent('2018-04-09', { aboutWorker: true, topic: 'someone who works with me' });
		await escalateLate(db, at('2018-04-10'));
		expect(await steps(id)).toMatchObject([{ level: 1, to_staff_id: all.sunil.staffId }]);
		expect(await told()).toEqual(ids(all.sunil, all.lead));
		expect(await openConcern(db, all.keyring, all.amina, id, at('2018-04-10'))).toBeNull();
	});

	it('is said to be late, and whether anybody was told, in counts only', async () => {
		const unread = async (now: Date) => (await concernsHealth(db, now)).find(({ what }) => what.includes('read'));
		await sent('2018-04-09');
		expect(await unread(at('2018-04-09'))).toMatchObject({ state: 'good' });
		expect(await unread(at('2018-04-10'))).toMatchObject({ state: 'wrong', words: /nobody was told/ });
		await escalateLate(db, at('2018-04-10'));
		expect(await unread(at('2018-04-10'))).toMatchObject({ state: 'wrong', words: /went up/ });
	});

	// Kept apart from the rules: weekdays and these holidays, counted day by day.
	const HOLIDAYS = ['2027-03-26', '2027-03-29', '2027-05-03', '2027-12-27', '2027-12-28', '2028-01-03'];
	const works = (day: string) => {
		return ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) && !HOLIDAYS.includes(day);
	};
	const after = (day: string): string => (works(addDays(day, 1)) ? addDays(day, 1) : after(addDays(day, 1)));
	const stepsBy = (due: string, today: string) => {
		if (today <= due) return 0;
		let count = 0;
		for (let day = addDays(due, 1); day <= today; day = addDays(day, 1)) if (works(day)) count += 1;
		return Math.max(1, count);
	};

	const step = fc.oneof(
		{ weight: 3, arbitrary: fc.constant({ what: 'send' } as const) },
		{ weight: 2, arbitrary: fc.record({ what: fc.constant('open' as const), which: fc.nat(5) }) },
		{ weight: 2, arbitrary: fc.record({ what: fc.constant('write again' as const), which: fc.nat(5) }) },
		{ weight: 2, arbitrary: fc.record({ what: fc.constant('answer' as const), which: fc.nat(5) }) },
		{ weight: 1, arbitrary: fc.record({ what: fc.constant('close' as const), which: fc.nat(5) }) },
		{ weight: 4, arbitrary: fc.record({ what: fc.constant('work' as const) }) },
		{ weight: 5, arbitrary: fc.record({ what: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 120 }) }) }
	);
	const start = fc.constantFrom('2027-03-24', '2027-04-29', '2027-12-22', '2027-10-29');

	it(`is never beyond its clock without a step on record, never before its time, no step twice (${engine})`, async () => {
		await fc.assert(
			fc.asyncProperty(start, fc.integer({ min: 0, max: 23 }), fc.array(step, { maxLength: 22 }), async (...drawn) => {
				const [from, hour, walk] = drawn;
				await withoutConcerns(db);
				let now = at(from, `${String(hour).padStart(2, '0')}:20`);
				const ours: {
					id: string;
					due: string;
					/** Null when nothing waits for an answer. */
					answerBy: string | null;
					unseen: boolean;
					steps: Map<string, number>;
				}[] = [];
				const messagesOf = async (id: string) =>
					(await db.selectFrom('concern_message').select('id').where('concern_id', '=', id).execute()).length;
				const work = async () => {
					await escalateLate(db, now);
					for (const { due, answerBy, unseen, steps: taken } of ours) {
						const today = dayOf(now);
						const ranOut = unseen && today > due ? due : answerBy !== null && today > answerBy ? answerBy : null;
						if (ranOut !== null) taken.set(ranOut, Math.max(taken.get(ranOut) ?? 0, stepsBy(ranOut, today)));
					}
					const expected = ours.flatMap(({ id, steps: taken }) =>
						[...taken].flatMap(([due, most]) => Array.from({ length: most }, (_, n) => `${id} ${due} ${n + 1}`))
					);
					const rows = await steps();
					expect(rows.map((row) => `${row.concern_id} ${row.due_on} ${row.level}`).sort()).toEqual(expected.sort());
				};
				for (const next of walk) {
					const chosen = 'which' in next ? ours[next.which % Math.max(1, ours.length)] : undefined;
					if (next.what === 'wait') now = new Date(now.getTime() + next.hours * 3_600_000);
					if (next.what === 'work') await work();
					if (next.what === 'send') {
						const due = dueOn(dayOf(now), 1);
						expect(due).toBe(after(dayOf(now)));
						const answerBy = after(due);
						const id = await sentConcern(db, all.keyring, { person: all.id('A1'), at: now, dueOn: due, answerBy });
						ours.push({ id, due, answerBy, unseen: true, steps: new Map() });
					}
					if (next.what === 'open' && chosen) {
						await openConcern(db, all.keyring, all.lead, chosen.id, now);
						chosen.unseen = false;
					}
					if (next.what === 'write again' && chosen) {
						const due = chosen.unseen ? chosen.due : dueOn(dayOf(now), 1);
						const answerBy = chosen.answerBy ?? dueOn(dayOf(now), 2);
						const again = { concern: chosen.id, person: all.id('A1'), words: 'Again', at: now };
						const place = (await messagesOf(chosen.id)) + 1;
						await writtenBy(db, all.keyring, { ...again, place, dueOn: due, answerBy });
						Object.assign(chosen, { due, answerBy, unseen: true });
					}
					if ((next.what === 'answer' || next.what === 'close') && chosen) {
						const thread = await openConcern(db, all.keyring, all.lead, chosen.id, now);
						const shown = { concern: chosen.id, print: thread?.print ?? '' };
						if (next.what === 'answer')
							await answerConcern(db, all.keyring, all.lead, { ...shown, words: 'We will help.' }, now);
						else await closeConcern(db, all.keyring, all.lead, { ...shown, forThem: 'We talked.', forRecord: '' }, now);
						const stays = next.what === 'answer' && thread?.standing === 'closed';
						Object.assign(chosen, { unseen: false, answerBy: stays ? chosen.answerBy : null });
					}
				}
				await work();
				await work();
			}),
			{ numRuns: 25 }
		);
		const { events } = await db
			.selectFrom('audit_event')
			.select((row) => row.fn.countAll().as('events'))
			.where('what', '=', 'concern escalated')
			.executeTakeFirstOrThrow();
		expect(Number(events)).toBeGreaterThan(0);
	}, 60_000);
});
