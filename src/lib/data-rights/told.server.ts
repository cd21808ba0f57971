/*
 * Telling those who answer that a request waits, or is late; and the young person that an answer is there. Kinds only.
 */
import { stateOf as accountState } from '#lib/auth/colleagues/colleague.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { StaffNotice } from '#lib/notices/notice.ts';
import { notify } from '#lib/notices/outbox.server.ts';
import { coveringOn } from '#lib/people/workers/covering.server.ts';
import type { Health } from '#lib/settings/health.ts';
import { answerableHealth, answerersAbout } from './answerers.server.ts';

interface Told {
	what: StaffNotice;
	/** Names what they are told of: one notice of it for each. */
	once: string;
	/** Whom it is about; null for somebody without an account. */
	about: string | null;
}

/** Who is there for requests on a day: leads with an account in use who may answer about them, those not away, administrators. */
async function whoIsThere(db: Database, today: string, about: string | null) {
	const leads = await answerersAbout(db, about);
	const away = new Set((await coveringOn(db, today)).map((one) => one.away));
	const administrators = (await colleaguesOf(db, 'council')).filter(
		(one) => accountState(one) === 'in use' && one.roles.includes('administrator')
	);
	return { leads, present: leads.filter(({ id }) => !away.has(id)), administrators };
}

/**
 * Tells every safeguarding lead who may answer; the administrators too when none of them is there, or the day is over.
 * They open nothing, and learn that somebody must answer.
 */
export async function tellLeads(writing: Writing, { what, once, about }: Told, now: Date): Promise<void> {
	const { leads, present, administrators } = await whoIsThere(writing, dayOf(now), about);
	const too = present.length === 0 || what === 'data request overdue' ? administrators : [];
	for (const id of new Set([...leads, ...too].map((one) => one.id)))
		await notify(writing, { to: { kind: 'staff', id }, what, once: `${once} ${id}` }, now);
}

/** Tells the young person that something is there for them. */
export const tellThem = (writing: Writing, youngPersonId: string, once: string, now: Date): Promise<void> =>
	notify(writing, { to: { kind: 'young person', id: youngPersonId }, what: 'new message', once }, now);

/** The requests whose day is over on an ISO day, and whom each is about. */
function lateOn(db: Database, today: string): Promise<{ id: string; young_person_id: string | null }[]> {
	return db
		.selectFrom('data_request')
		.select(['id', 'young_person_id'])
		.where('answered_at', 'is', null)
		.where('due_on', '<', today)
		.where((row) => row.or([row('kind', '<>', 'complaint'), row('acknowledged_at', 'is', null)]))
		.execute();
}

/** Tells the leads and the administrators once a day of each request whose day is over; says how many requests those are. */
export async function remindOfRequests(db: Database, now: Date): Promise<number> {
	const today = dayOf(now);
	const late = await lateOn(db, today);
	if (late.length === 0) return 0;
	await inTransaction(db, async (writing) => {
		for (const { id, young_person_id: about } of late) {
			const once = `data request ${id} overdue ${today}`;
			await tellLeads(writing, { what: 'data request overdue', once, about }, now);
		}
	});
	return late.length;
}

/** Whether somebody answers what people ask about their data, and in time. Counts only, for administrators and the operator. */
export async function requestsHealth(db: Database, now: Date): Promise<Health[]> {
	const today = dayOf(now);
	const { leads, present } = await whoIsThere(db, today, null);
	const waiting = await db.selectFrom('data_request').select('id').where('answered_at', 'is', null).execute();
	const late = await lateOn(db, today);
	const [who, when] = ['Who answers requests about data', 'Requests about data answered in time'];
	const urgent = waiting.length > 0 ? 'wrong' : 'warning';
	const answers: Health =
		leads.length === 0
			? {
					what: who,
					state: 'wrong',
					words:
						'Nobody with an account in use is safeguarding lead, so nobody answers requests about data. Give somebody the role, under Staff and roles.'
				}
			: present.length === 0
				? {
						what: who,
						state: urgent,
						words:
							'Every safeguarding lead is away today. Only a safeguarding lead may answer requests about data: give a second colleague the role, under Staff and roles.'
					}
				: { what: who, state: 'good', words: `${present.length} of ${leads.length} safeguarding leads are there.` };
	const many = late.length === 1 ? '1 request about data is' : `${late.length} requests about data are`;
	const inTime: Health =
		late.length === 0
			? { what: when, state: 'good', words: 'No request about data is late.' }
			: { what: when, state: 'wrong', words: `${many} late. Ask a safeguarding lead to answer now.` };
	const answerable = leads.length === 0 ? [] : await answerableHealth(db);
	return [answers, inTime, ...answerable.filter(({ state }) => state !== 'good')];
}
