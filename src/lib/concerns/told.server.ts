/*
 * Who is told that something waits: exactly those who may open it today; the administrators where that is nobody, so that
 * no young person writes to an empty room. Who may open what is decided in board/reach.server.ts.
 */
import { stateOf as accountState } from '#lib/auth/colleagues/colleague.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import type { Writing } from '#lib/database/schema.ts';
import type { StaffNotice } from '#lib/notices/notice.ts';
import { notify } from '#lib/notices/outbox.server.ts';
import { whoMaySee, type Reachable } from './board/reach.server.ts';

interface Told {
	what: StaffNotice;
	/** Names what they are told of: one notice of it for each. */
	once: string;
	/** The administrators too: they learn that somebody must be named, and can open nothing. */
	administratorsToo?: boolean;
}

/** Writes the notices, one for each. */
export async function tellStaff(
	writing: Writing,
	concern: Reachable,
	{ what, once, administratorsToo = false }: Told,
	now: Date
): Promise<void> {
	const readers = (await whoMaySee(writing, concern, dayOf(now))).map(({ id }) => id);
	const administrators =
		administratorsToo || readers.length === 0
			? (await colleaguesOf(writing, 'council'))
					.filter((one) => accountState(one) === 'in use' && one.roles.includes('administrator'))
					.map(({ id }) => id)
			: [];
	for (const id of new Set([...readers, ...administrators]))
		await notify(writing, { to: { kind: 'staff', id }, what, once: `${once} ${id}` }, now);
}
