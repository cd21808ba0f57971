/*
 * Whose account the name of a worker in a file means. Rules only; the matching of the roster is in matches.server.ts.
 */
import type { Role } from '#lib/auth/actor.ts';
import type { CaseloadRole } from '../caseload.ts';

/** What the rules need of a colleague. */
export interface Candidate {
	id: string;
	name: string;
	roles: readonly Role[];
	disabled: boolean;
}

/** A name in its plainest form: two that differ only in case or spaces are one. */
export function plainName(name: string): string {
	return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('en-GB');
}

/** Those who can take young people into a caseload of this role. */
export function whoCanHold<C extends Candidate>(colleagues: readonly C[], role: CaseloadRole): C[] {
	return colleagues.filter((one) => !one.disabled && one.roles.includes(role));
}

/** The one enabled account with this role and just this name; null when there is none, or more than one. */
export function accountNamed(colleagues: readonly Candidate[], role: CaseloadRole, name: string): string | null {
	const same = whoCanHold(colleagues, role).filter((one) => plainName(one.name) === plainName(name));
	return same.length === 1 && same[0] ? same[0].id : null;
}
