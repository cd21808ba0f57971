/*
 * Cover: while somebody is away, a colleague with the same role sees their caseload. Reading what a form gives, and who
 * may set it. Rules only.
 */
import { z } from 'zod';
import { addDays, readDay } from '#lib/calendar/day.ts';
import { actsAs, type Actor } from '#lib/auth/actor.ts';
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

/** Who may set or end the cover of somebody: themself, while they hold a caseload role, and the participation officer. */
export function maySetCover(actor: Actor, away: string): boolean {
	if (actsAs(actor, 'participation officer')) return true;
	return 'staffId' in actor && actor.staffId === away && caseloadRolesOf(actor).length > 0;
}

/** Who can cover for somebody: open accounts that share a caseload role with them. */
export function whoCanCover<C extends Candidate>(colleagues: readonly C[], away: string): C[] {
	const theirs = CASELOAD_ROLES.filter((role) => colleagues.find(({ id }) => id === away)?.roles.includes(role));
	return colleagues.filter(
		(one) => one.id !== away && !one.disabled && theirs.some((role) => one.roles.includes(role))
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
	if (!roles) return { staffId: `${absent.name} has no caseload: cover is for IROs and social workers.` };
	return {
		coveredBy: `${covering.name} does not have the same role as ${absent.name} (${roles}). Choose somebody who has.`
	};
}

/** Reads a form of cover as of an ISO day, against the colleagues there are. */
export function readCover(given: unknown, colleagues: readonly Candidate[], today: string): CoverRead {
	const wrong = (faults: CoverFaults): CoverRead => ({ kind: 'wrong', faults });
	const read = form.safeParse(given);
	if (!read.success) return wrong(Object.fromEntries(read.error.issues.map(({ path, message }) => [path[0], message])));
	const { staffId, coveredBy, starts, ends } = read.data;
	const fault = coverFault(colleagues, staffId, coveredBy);
	if (fault) return wrong(fault);
	if (ends < starts) return wrong({ ends: 'The last day is before the first.' });
	if (ends < today) return wrong({ ends: 'These days are over already.' });
	if (ends > addDays(starts, LONGEST_DAYS))
		return wrong({ ends: 'Cover is for a year at most. For longer, hand the caseload over.' });
	return { kind: 'read', cover: read.data };
}
