/*
 * What nobody has read, or answered, in time goes up: a row, an event and notices for each step, in one transaction, as often as it is
 * looked for and on however many servers. When a step is due is in concern.ts; who is named in naming.server.ts.
 */
import type { Selectable } from 'kysely';
import { record } from '#lib/audit/record.server.ts';
import { THE_SERVER } from '#lib/auth/actor.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { ConcernTable, Database, Writing } from '#lib/database/schema.ts';
import { workersOf } from '#lib/people/workers/covering.server.ts';
import { escalationLevel, lateFor } from '../concern.ts';
import { namedNow } from './naming.server.ts';
import { tellStaff } from '../told.server.ts';

type Concern = Selectable<ConcernTable>;

/** Whom each step goes to: the first named, then the second, each standing in for the other; null when nobody can be told. */
async function goesTo(writing: Writing, concern: Concern): Promise<(level: number) => string | null> {
	const { able } = await namedNow(writing);
	// What is about a worker of theirs goes up past every worker of theirs.
	const about = concern.about_worker === 1 && concern.young_person_id !== null ? concern.young_person_id : null;
	const not = about === null ? [] : await workersOf(writing, about);
	const first = able.first !== null && !not.includes(able.first) ? able.first : null;
	const second = able.second !== null && !not.includes(able.second) ? able.second : null;
	return (level) => (level === 1 ? (first ?? second) : (second ?? first));
}

/** Takes every step that is due and not on record; says how many. Another server's are left as they are. */
async function takeSteps(writing: Writing, id: string, now: Date): Promise<number> {
	const today = dayOf(now);
	const locked = writing.selectFrom('concern').selectAll().where('id', '=', id);
	const concern = await exclusiveLock(locked, writing).executeTakeFirst();
	const late = concern?.closed_at === null ? lateFor(concern, today) : null;
	if (!concern || !late) return 0;
	const { waitsFor, dueDay } = late;
	const toAt = await goesTo(writing, concern);
	let [taken, hadNobody] = [0, false];
	for (let level = 1; level <= escalationLevel(dueDay, today); level += 1) {
		const to = toAt(level);
		const at = now.toISOString();
		const step = { concern_id: id, due_on: dueDay, level, at, to_staff_id: to, waits_for: waitsFor };
		const stored = await writing
			.insertInto('concern_escalation')
			.values(step)
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		if (!stored.numInsertedOrUpdatedRows) continue;
		const person = concern.young_person_id === null ? {} : { person: concern.young_person_id };
		const subject = { kind: 'concern', id } as const;
		const event = { what: 'concern escalated', subject, ...person, detail: { level, to, waitsFor } } as const;
		await record(writing, THE_SERVER, event, now);
		taken += 1;
		hadNobody ||= to === null;
	}
	// Once a day for each person, however many steps a server catches up with after it was down.
	const told = { what: 'concern escalated', once: `concern ${id} late on ${today}` } as const;
	if (taken > 0) await tellStaff(writing, concern, { ...told, administratorsToo: hadNobody }, now);
	return taken;
}

/**
 * Sends up everything whose clock for reading or for an answer has run out, also the steps that were missed while no server ran. Returns how many
 * steps were taken. May be called at any time: a step is taken once.
 */
export async function escalateLate(db: Database, now: Date): Promise<number> {
	const today = dayOf(now);
	const late = await db
		.selectFrom('concern')
		.select('id')
		.where('closed_at', 'is', null)
		.where((row) =>
			row.or([row.and([row('seen_at', 'is', null), row('due_on', '<', today)]), row('answer_by', '<', today)])
		)
		.orderBy('due_on')
		.execute();
	let taken = 0;
	for (const { id } of late) taken += await inTransaction(db, (writing) => takeSteps(writing, id, now));
	return taken;
}
