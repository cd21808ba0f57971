import { beforeAll, beforeEach, expect, it } from 'vitest';
import { sentConcern, withoutConcerns } from '../../../../tests/data/concerned.ts';
import { NOW, peopled, type Peopled } from '../../../../tests/data/peopled.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { OPERATOR } from '../../../../tests/open-wave.ts';
import type { Database } from '#lib/database/schema.ts';
import { changeSettings } from '#lib/settings/changes.server.ts';
import { answerConcern } from '../board/answers.server.ts';
import { boardOf, waitingFor } from '../board/board.server.ts';
import { openConcern } from '../board/threads.server.ts';
import { concernsHealth } from '../health.server.ts';
import { escalateLate } from './escalations.server.ts';

const at = (day: string, time = '12:00') => new Date(`${day}T${time}:00Z`);

onEveryEngine('what was seen and nobody answers', (open) => {
	let db: Database;
	let all: Peopled;
	beforeAll(async () => {
		({ db } = await open());
	});
	beforeEach(async () => {
		await withoutConcerns(db);
		all = await peopled(db);
		const [first, second] = [all.officer, all.sunil].map(({ staffId }) => ({ id: staffId, name: 'Somebody' }));
		await changeSettings(db, OPERATOR, { 'concerns go up to': { first: first ?? null, second: second ?? null } }, NOW);
	});
	const steps = () => db.selectFrom('concern_escalation').selectAll().orderBy('level').execute();
	const told = async () => {
		const rows = await db.selectFrom('notice').select('recipient_id').where('what', '=', 'concern escalated').execute();
		return rows.map(({ recipient_id }) => recipient_id).sort();
	};
	const sent = (dueOn: string, changes: object) =>
		sentConcern(db, all.keyring, { person: all.id('A1'), at: at('2018-04-06'), dueOn, ...changes });

	it('goes up when it was seen and nobody answers, once each working day, until somebody does', async () => {
		const id = await sent('2018-04-09', { answerBy: '2018-04-10' });
		await openConcern(db, all.keyring, all.lead, id, at('2018-04-09'));
		expect(await escalateLate(db, at('2018-04-10', '22:30'))).toBe(0);
		expect(await escalateLate(db, at('2018-04-11'))).toBe(1);
		expect(await steps()).toMatchObject([{ due_on: '2018-04-10', level: 1, to_staff_id: all.officer.staffId }]);
		expect(await told()).toEqual([all.officer.staffId, all.lead.staffId].sort());
		const waitsFor = 'an answer';
		expect(await all.lastEvent()).toMatchObject({ what: 'concern escalated', detail: { level: 1, waitsFor } });
		expect(await escalateLate(db, at('2018-04-11', '18:00'))).toBe(0);
		expect(await escalateLate(db, at('2018-04-12'))).toBe(1);
		expect((await steps()).at(-1)).toMatchObject({ level: 2, to_staff_id: all.sunil.staffId });
		const thread = await openConcern(db, all.keyring, all.officer, id, at('2018-04-12'));
		expect(thread).toMatchObject({ standing: 'unanswered', clock: 'seen, but the answer is 2 working days late' });
		const answer = { concern: id, print: thread?.print ?? '', words: 'I am sorry that you waited.' };
		await answerConcern(db, all.keyring, all.officer, answer, at('2018-04-12', '13:00'));
		expect(await escalateLate(db, at('2018-04-20'))).toBe(0);
	});

	it('counts what was seen and waits for an answer as late, on the board and for administrators', async () => {
		const answers = async (now: Date) => (await concernsHealth(db, now)).find(({ what }) => what.includes('answered'));
		const id = await sent('2018-04-09', { answerBy: '2018-04-10' });
		await openConcern(db, all.keyring, all.lead, id, at('2018-04-09'));
		expect(await answers(at('2018-04-10'))).toMatchObject({ state: 'good' });
		expect(await answers(at('2018-04-11'))).toMatchObject({ state: 'wrong', words: /nobody was told/ });
		await escalateLate(db, at('2018-04-11'));
		expect(await answers(at('2018-04-11'))).toMatchObject({ state: 'wrong', words: /went up/ });
		expect(await waitingFor(db, all.lead, at('2018-04-11'))).toEqual({ waiting: 1, late: 1 });
		const board = await boardOf(db, all.keyring, all.lead, at('2018-04-11'));
		expect(board?.lines).toMatchObject([
			{ standing: 'unanswered', clock: 'seen, but the answer is 1 working day late' }
		]);
	});
});
