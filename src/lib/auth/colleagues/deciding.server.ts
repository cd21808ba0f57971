/*
 * Whether an actor may decide about a colleague's account at this moment, asked inside the transaction that decides:
 * administrators about others of the council, the command line about everybody. Nobody about themself.
 */
import type { Writing } from '#lib/database/schema.ts';
import type { Actor, Role, Tenant } from '../actor.ts';
import { actsAs } from '../actor.ts';
import { actorOf } from '../sessions.server.ts';
import { holdAdministrators, type Administrators } from './administrators.server.ts';

export interface Deciding {
	id: string;
	name: string;
	tenant: Tenant;
	enrolled: boolean;
	disabled: boolean;
	roles: Role[];
	administrators: Administrators;
}

/** True while the actor is an administrator of the council, now and not when the page was opened; the command line is. */
export async function isStillAdministrator(writing: Writing, actor: Actor): Promise<boolean> {
	if ('commandLine' in actor) return true;
	const now = await actorOf(writing, actor.staffId);
	return now !== null && now.tenant === 'council' && actsAs(now, 'administrator');
}

/** The colleague whom the actor may decide about, as they are now; null when there is none for them. */
export async function decidingAbout(writing: Writing, actor: Actor, staffId: string): Promise<Deciding | null> {
	const administrators = await holdAdministrators(writing);
	if (!(await isStillAdministrator(writing, actor))) return null;
	const row = await writing.selectFrom('staff').selectAll().where('id', '=', staffId).executeTakeFirst();
	if (!row) return null;
	if (!('commandLine' in actor) && (row.tenant !== 'council' || actor.staffId === staffId)) return null;
	const roles = await writing.selectFrom('staff_role').select('role').where('staff_id', '=', staffId).execute();
	return {
		id: row.id,
		name: row.name,
		tenant: row.tenant as Tenant,
		enrolled: row.enrolled === 1,
		disabled: row.disabled === 1,
		roles: roles.map(({ role }) => role as Role),
		administrators
	};
}

/** True when nobody who can act would be left as administrator without this colleague. */
export function isLastAdministrator({ id, administrators }: Deciding): boolean {
	return administrators.acting.includes(id) && administrators.acting.length === 1;
}
