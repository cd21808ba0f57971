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
import { answerersAbout } from './answerers.server.ts';

interface Told {
	what: StaffNotice;
	/** Names what they are told of: one notice of it for each. */
	once: string;
	/** Whom it is about; null for somebody without an account. */
	about: string | null;
}

/** Tells every safeguarding lead who may answer; the administrators where that is nobody: they can open nothing, but name one. */
export async function tellLeads(writing: Writing, { what, once, about }: Told, now: Date): Promise<void> {
	const leads = await answerersAbout(writing, about);
	const administrators = (await colleaguesOf(writing, 'council')).filter(
		(one) => accountState(one) === 'in use' && one.roles.includes('administrator')
	);
	for (const { id } of leads.length > 0 ? leads : administrators)
		await notify(writing, { to: { kind: 'staff', id }, what, once: `${once} ${id}` }, now);
}

/** Tells the young person that something is there for them. */
export const tellThem = (writing: Writing, youngPersonId: string, once: string, now: Date): Promise<void> =>
	notify(writing, { to: { kind: 'young person', id: youngPersonId }, what: 'new message', once }, now);

/** Tells who may answer once a day of each request whose day is over; says how many requests those are. */
export async function remindOfRequests(db: Database, now: Date): Promise<number> {
	const today = dayOf(now);
	const late = await db
		.selectFrom('data_request')
		.select(['id', 'young_person_id'])
		.where('answered_at', 'is', null)
		.where('due_on', '<', today)
		.where((row) => row.or([row('kind', '<>', 'complaint'), row('acknowledged_at', 'is', null)]))
		.execute();
	if (late.length === 0) return 0;
	await inTransaction(db, async (writing) => {
		for (const { id, young_person_id: about } of late) {
			const once = `data request ${id} overdue ${today}`;
			await tellLeads(writing, { what: 'data request overdue', once, about }, now);
		}
	});
	return late.length;
}
