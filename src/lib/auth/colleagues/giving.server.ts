/*
 * Giving and taking one role, with a record of before and after, and who is told of it. Whether it may be given is decided by those who call.
 */
import { record } from '#lib/audit/record.server.ts';
import type { Writing } from '#lib/database/schema.ts';
import { notify } from '#lib/notices/outbox.server.ts';
import type { Actor, Role } from '../actor.ts';
import type { Deciding } from './deciding.server.ts';

const LEAD: Role = 'safeguarding lead';

/**
 * Tells every other safeguarding lead whose account is in use that somebody has become one: the role opens every message of
 * a young person, and one administrator alone gives it. Nobody is told of any other role.
 */
export async function tellLeads(writing: Writing, id: string, given: readonly Role[], now: Date): Promise<void> {
	if (!given.includes(LEAD)) return;
	const leads = await writing
		.selectFrom('staff')
		.innerJoin('staff_role', 'staff_role.staff_id', 'staff.id')
		.select('staff.id')
		.where('staff_role.role', '=', LEAD)
		.where('staff.enrolled', '=', 1)
		.where('staff.disabled', '=', 0)
		.where('staff.id', '!=', id)
		.execute();
	for (const lead of leads) {
		const once = `safeguarding lead ${id} since ${now.toISOString()} told ${lead.id}`;
		await notify(writing, { to: { kind: 'staff', id: lead.id }, what: 'safeguarding lead added', once }, now);
	}
}

/** Gives one role inside the caller's transaction; the record says what they held before and hold now. */
export async function giveRole(
	writing: Writing,
	actor: Actor,
	{ id, tenant, roles }: Pick<Deciding, 'id' | 'tenant' | 'roles'>,
	role: Role,
	now: Date,
	more: Readonly<Record<string, string>> = {}
): Promise<void> {
	await writing.insertInto('staff_role').values({ staff_id: id, role }).execute();
	// A link that somebody drew before must not open what is more than it was.
	if (role === 'administrator') await writing.deleteFrom('enrolment').where('staff_id', '=', id).execute();
	const detail = { role, before: roles.join(', '), after: [...roles, role].join(', '), ...more };
	await record(writing, actor, { what: 'role given', subject: { kind: 'staff', id }, detail }, now, tenant);
	await tellLeads(writing, id, [role], now);
}

/** Takes one role away inside the caller's transaction; that an administrator remains is for the caller to know. */
export async function takeRole(
	writing: Writing,
	actor: Actor,
	{ id, tenant, roles }: Pick<Deciding, 'id' | 'tenant' | 'roles'>,
	role: Role,
	now: Date
): Promise<void> {
	await writing.deleteFrom('staff_role').where('staff_id', '=', id).where('role', '=', role).execute();
	const after = roles.filter((one) => one !== role).join(', ');
	const detail = { role, before: roles.join(', '), after };
	await record(writing, actor, { what: 'role taken away', subject: { kind: 'staff', id }, detail }, now, tenant);
}
