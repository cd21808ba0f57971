/*
 * Who is told that a young person wrote: exactly those who may open it today. A notice says nothing but that something
 * waits; who may open what is decided in board/reach.server.ts.
 */
import type { Selectable } from 'kysely';
import { dayOf } from '#lib/calendar/day.ts';
import type { ConcernTable, Writing } from '#lib/database/schema.ts';
import type { StaffNotice } from '#lib/notices/notice.ts';
import { notify } from '#lib/notices/outbox.server.ts';
import { whoMaySee } from './board/reach.server.ts';

type Told = Pick<Selectable<ConcernTable>, 'id' | 'young_person_id' | 'about_worker' | 'worker_id'>;

/** Writes the notices, one for each; `once` names what they tell of. */
export async function tellStaff(
	writing: Writing,
	concern: Told,
	{ what, once }: { what: StaffNotice; once: string },
	now: Date
): Promise<void> {
	for (const { id } of await whoMaySee(writing, concern, dayOf(now)))
		await notify(writing, { to: { kind: 'staff', id }, what, once: `${once} ${id}` }, now);
}
