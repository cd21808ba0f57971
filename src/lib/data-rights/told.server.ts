/*
 * Telling those who answer that a request waits, or is late; and the young person that an answer is there. Kinds only.
 */
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { StaffNotice } from '#lib/notices/notice.ts';
import { notify } from '#lib/notices/outbox.server.ts';

/** Tells every safeguarding lead. */
export async function tellLeads(writing: Writing, what: StaffNotice, once: string, now: Date): Promise<void> {
	const leads = (await colleaguesOf(writing, 'council')).filter(
		({ roles, disabled }) => !disabled && roles.includes('safeguarding lead')
	);
	for (const { id } of leads) await notify(writing, { to: { kind: 'staff', id }, what, once: `${once} ${id}` }, now);
}

/** Tells the young person that something is there for them. */
export const tellThem = (writing: Writing, youngPersonId: string, once: string, now: Date): Promise<void> =>
	notify(writing, { to: { kind: 'young person', id: youngPersonId }, what: 'new message', once }, now);

/** Tells every safeguarding lead once a day of each request whose day is over; says how many requests those are. */
export async function remindOfRequests(db: Database, now: Date): Promise<number> {
	const today = dayOf(now);
	const late = await db
		.selectFrom('data_request')
		.select('id')
		.where('answered_at', 'is', null)
		.where('due_on', '<', today)
		.where((row) => row.or([row('kind', '<>', 'complaint'), row('acknowledged_at', 'is', null)]))
		.execute();
	if (late.length === 0) return 0;
	await inTransaction(db, async (writing) => {
		for (const { id } of late)
			await tellLeads(writing, 'data request overdue', `data request ${id} overdue ${today}`, now);
	});
	return late.length;
}
