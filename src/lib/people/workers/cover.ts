/*
 * Cover: while somebody is away, a colleague sees their caseload, or, for a safeguarding lead, what young people write.
 * Reading what a form gives, and who may set it. Rules only.
 */
import { z } from 'zod';
import { addDays, readDay } from '#lib/calendar/day.ts';
import { actsAs, type Actor, type Role } from '#lib/auth/actor.ts';
import { caseloadRolesOf, CASELOAD_ROLES } from '../caseload.ts';
import type { Candidate } from './match.ts';

const LONGEST_DAYS = 366;

/** Days are ISO text, both included. */
export interface CoverGiven {
	staffId: string;
	coveredBy: string;
	starts: string;
	ends: string;
}

const day = (what: string) =>
	z.string().transform((given, context) => {
		const read = readDay(given.trim());
		if (read) return read;
		context.addIssue({ code: 'custom', message: `Give the ${what} day, such as 04/03/2027.` });
		return z.NEVER;
	});
const form = z.object({ staffId: z.string(), coveredBy: z.string(), starts: day('first'), ends: day('last') });

/** The roles that somebody can be covered in. */
export const COVERED_ROLES = [...CASELOAD_ROLES, 'safeguarding lead'] as const satisfies readonly Role[];
export type CoveredRole = (typeof COVERED_ROLES)[number];

/** Staff of the council who can stand in for a safeguarding lead; an administrator's office reads no young person's words. */
const STAFF: readonly Role[] = ['participation officer', 'IRO', 'social worker', 'safeguarding lead'];
export const canStandIn = ({ roles }: Pick<Candidate, 'roles'>): boolean =>
	!roles.includes('administrator') && STAFF.some((role) => roles.includes(role));

/** Who may set or end the cover of somebody: themself, while they hold a role that can be covered, and the participation officer. */
export function maySetCover(actor: Actor, away: string): boolean {
	if (actsAs(actor, 'participation officer')) return true;
	if ('commandLine' in actor || actor.staffId !== away) return false;
	return caseloadRolesOf(actor).length > 0 || actor.roles.includes('safeguarding lead');
}

/** Who can cover for somebody: open accounts that share a caseload role with them; for a safeguarding lead any of the council's staff. */
export function whoCanCover<C extends Candidate>(colleagues: readonly C[], away: string): C[] {
	const absent = colleagues.find(({ id }) => id === away);
	const theirs = CASELOAD_ROLES.filter((role) => absent?.roles.includes(role));
	const isLead = absent?.roles.includes('safeguarding lead') ?? false;
	return colleagues.filter(
		(one) =>
			one.id !== away &&
			!one.disabled &&
			(theirs.some((role) => one.roles.includes(role)) || (isLead && canStandIn(one)))
	);
}

/** By field, what is not right about it. */
export type CoverFaults = Partial<Record<keyof CoverGiven, string>>;
export type CoverRead = { kind: 'read'; cover: CoverGiven } | { kind: 'wrong'; faults: CoverFaults };

/** Why somebody cannot cover for somebody; null when they can. */
function coverFault(colleagues: readonly Candidate[], away: string, by: string): CoverFaults | null {
	const [absent, covering] = [away, by].map((id) => colleagues.find((one) => one.id === id));
	if (!absent) return { staffId: 'Choose who is away.' };
	if (!covering) return { coveredBy: 'Choose who covers.' };
	if (away === by) return { coveredBy: `${absent.name} cannot cover for themself. Choose somebody else.` };
	if (covering.disabled) return { coveredBy: `The account of ${covering.name} is closed. Choose somebody else.` };
	if (whoCanCover(colleagues, away).some(({ id }) => id === by)) return null;
	const roles = CASELOAD_ROLES.filter((role) => absent.roles.includes(role)).join(' or ');
	if (absent.roles.includes('safeguarding lead'))
		return {
			coveredBy: `${covering.name} cannot read young people’s messages. Choose somebody of your staff who may.`
		};
	if (!roles)
		return { staffId: `${absent.name} needs no cover: it is for IROs, social workers and safeguarding leads.` };
	return {
		coveredBy: `${covering.name} does not have the same role as ${absent.name} (${roles}). Choose somebody who has.`
	};
}

/** Nobody lets themself into what young people write: the lead's cover is somebody whom another person chose. */
function ownHand(actor: Actor, colleagues: readonly Candidate[], away: string, by: string): CoverFaults | null {
	const absent = colleagues.find(({ id }) => id === away);
	const isOwn = 'staffId' in actor && actor.staffId === by && !actor.roles.includes('safeguarding lead');
	if (!isOwn || !absent?.roles.includes('safeguarding lead')) return null;
	return {
		coveredBy: `You cannot choose yourself to cover for a safeguarding lead. ${absent.name}, or another participation officer, can choose you.`
	};
}

/** Reads a form of cover that an actor sets as of an ISO day, against the colleagues there are. */
export function readCover(actor: Actor, given: unknown, colleagues: readonly Candidate[], today: string): CoverRead {
	const wrong = (faults: CoverFaults): CoverRead => ({ kind: 'wrong', faults });
	const read = form.safeParse(given);
	if (!read.success) return wrong(Object.fromEntries(read.error.issues.map(({ path, message }) => [path[0], message])));
	const { staffId, coveredBy, starts, ends } = read.data;
	const fault = coverFault(colleagues, staffId, coveredBy) ?? ownHand(actor, colleagues, staffId, coveredBy);
	if (fault) return wrong(fault);
	if (ends < starts) return wrong({ ends: 'The last day is before the first.' });
	if (ends < today) return wrong({ ends: 'These days are over already.' });
	if (ends > addDays(starts, LONGEST_DAYS))
		return wrong({ ends: 'Cover is for a year at most. For longer, hand the caseload over.' });
	return { kind: 'read', cover: read.data };
}
