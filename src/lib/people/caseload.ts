/*
 * Caseloads: the two kinds of worker a young person has, and what somebody's tie to a young person lets them do.
 * Rules only; who is tied to whom is read in caseloads.server.ts.
 */
import { ageOn } from '#lib/calendar/day.ts';
import { actsAs, type Actor, type Role } from '#lib/auth/actor.ts';

export const CASELOAD_ROLES = ['IRO', 'social worker'] as const satisfies readonly Role[];
export type CaseloadRole = (typeof CASELOAD_ROLES)[number];

/** Where the roster keeps the name that a file gives for each kind of worker. */
export const WORKER_COLUMNS = { IRO: 'iro', 'social worker': 'social_worker' } as const satisfies Record<
	CaseloadRole,
	string
>;

export const isCaseloadRole = (role: string): role is CaseloadRole =>
	(CASELOAD_ROLES as readonly string[]).includes(role);

/** Why somebody works with a young person: they are in their own caseload, or in one that they cover today. */
export interface Tie {
	role: CaseloadRole;
	via: 'own' | 'cover';
}

/** The caseloads that an actor can have by the roles they hold now: a role taken away takes its caseload from sight. */
export function caseloadRolesOf(actor: Actor): CaseloadRole[] {
	return 'commandLine' in actor ? [] : CASELOAD_ROLES.filter((role) => actor.roles.includes(role));
}

/** Somebody may hand over a caseload: for others the participation officer and the administrator, an IRO their own. */
export function mayHandOver(actor: Actor, from: string): boolean {
	if (actsAs(actor, 'participation officer', 'administrator')) return true;
	return 'staffId' in actor && actor.staffId === from && actsAs(actor, 'IRO');
}

/** Below this age there is no survey and no account of one's own. */
export const YOUNGEST = 4;

/**
 * Whether an actor may make a joining card for somebody they can see: the participation officer and their IRO. For a
 * child who lives with adopters it is the IRO's decision alone; for one who has died there is none.
 */
export function mayMakeCard(
	actor: Actor,
	person: { born: string; died: boolean; withAdopters: boolean },
	ties: readonly Tie[],
	today: string
): boolean {
	if (person.died || ageOn(person.born, today) < YOUNGEST) return false;
	const isTheirIro = ties.some(({ role }) => role === 'IRO');
	return isTheirIro || (!person.withAdopters && actsAs(actor, 'participation officer'));
}
