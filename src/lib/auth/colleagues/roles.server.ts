/*
 * Changing the roles of a colleague, with a record of before and after. Becoming an administrator is asked for once there
 * have been two (role-requests.server.ts); a caseload is handed over before its role is taken away.
 */
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import { holdingsOf } from '#lib/people/caseloads.server.ts';
import type { Actor, Role } from '../actor.ts';
import { decidingAbout, isLastAdministrator, type Deciding } from './deciding.server.ts';
import { giveRole, takeRole } from './giving.server.ts';
import { isCouncilRole, roleChanges } from './role.ts';
import { askForRole } from './role-requests.server.ts';

export type RolesChanged =
	| { kind: 'changed'; given: Role[]; taken: Role[]; /** Another administrator must agree first. */ asked: Role[] }
	| { kind: 'not theirs' }
	| { kind: 'no role' }
	| { kind: 'last administrator' }
	| { kind: 'not enrolled' }
	| { kind: 'asked already' }
	| { kind: 'still holds'; role: Role; count: number };

/** Why these roles cannot be theirs now; null when they can. */
async function refusal(writing: Writing, theirs: Deciding, wanted: readonly Role[]): Promise<RolesChanged | null> {
	const { given, taken } = roleChanges(theirs.roles, wanted);
	if (wanted.length === 0 || !wanted.every(isCouncilRole)) return { kind: 'no role' };
	if (taken.includes('administrator') && isLastAdministrator(theirs)) return { kind: 'last administrator' };
	if (given.includes('administrator') && (!theirs.enrolled || theirs.disabled)) return { kind: 'not enrolled' };
	const held = (await holdingsOf(writing, theirs.id)).find(({ role }) => taken.includes(role));
	return held ? { kind: 'still holds', ...held } : null;
}

/** Sets the roles of a colleague of the council: all that the actor may at once, the rest is asked for. */
export async function changeRoles(
	db: Database,
	actor: Actor,
	staffId: string,
	wanted: readonly Role[],
	now: Date
): Promise<RolesChanged> {
	return inTransaction(db, async (writing): Promise<RolesChanged> => {
		const theirs = await decidingAbout(writing, actor, staffId);
		if (theirs?.tenant !== 'council') return { kind: 'not theirs' };
		const refused = await refusal(writing, theirs, wanted);
		if (refused) return refused;
		const { given, taken } = roleChanges(theirs.roles, [...new Set(wanted)]);
		const asks = 'staffId' in actor && theirs.administrators.thereWereTwo && given.includes('administrator');
		if (asks && !(await askForRole(writing, actor, staffId, 'administrator', now))) return { kind: 'asked already' };
		const atOnce = asks ? given.filter((role) => role !== 'administrator') : given;
		let roles = theirs.roles;
		for (const role of atOnce) {
			await giveRole(writing, actor, { ...theirs, roles }, role, now);
			roles = [...roles, role];
		}
		for (const role of taken) {
			await takeRole(writing, actor, { ...theirs, roles }, role, now);
			roles = roles.filter((one) => one !== role);
		}
		return { kind: 'changed', given: atOnce, taken, asked: asks ? ['administrator'] : [] };
	});
}
