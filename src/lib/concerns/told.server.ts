/*
 * Who is told that a young person wrote: every safeguarding lead in use, the worker who may see it, and who looks after it.
 * A notice says nothing but that something waits; what they may open is decided in board/.
 */
import { colleaguesOf, type Colleague } from '#lib/auth/staff/accounts.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { StaffNotice } from '#lib/notices/notice.ts';
import { notify } from '#lib/notices/outbox.server.ts';

/** The safeguarding leads whose accounts are open. */
export async function leadsInUse(db: Database): Promise<Colleague[]> {
	const council = await colleaguesOf(db, 'council');
	return council.filter(({ roles, disabled }) => !disabled && roles.includes('safeguarding lead'));
}

/** Writes the notices, one for each; `once` names what they tell of. */
export async function tellStaff(
	writing: Writing,
	{ what, once, also }: { what: StaffNotice; once: string; also: readonly (string | null)[] },
	now: Date
): Promise<void> {
	const leads = (await leadsInUse(writing)).map(({ id }) => id);
	const others = also.filter((id) => id !== null);
	for (const id of new Set([...leads, ...others]))
		await notify(writing, { to: { kind: 'staff', id }, what, once: `${once} ${id}` }, now);
}
