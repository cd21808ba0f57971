/*
 * Whose account the name of a worker in a file means. Rules only; the matching of the roster is in matches.server.ts.
 */
import type { Role } from '#lib/auth/actor.ts';
import { CASELOAD_ROLES, type CaseloadRole } from '../caseload.ts';

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

/**
 * Tells whose account a name is: the one enabled account with the role and just this name; null when there is none, or more
 * than one. The names are put into their plainest form once, for as many questions as a whole roster has.
 */
export function accountsByName(colleagues: readonly Candidate[]): (role: CaseloadRole, name: string) => string | null {
	const keyOf = (role: CaseloadRole, name: string): string => `${role} ${plainName(name)}`;
	const accounts = new Map<string, string | null>();
	for (const role of CASELOAD_ROLES) {
		for (const { id, name } of whoCanHold(colleagues, role)) {
			const key = keyOf(role, name);
			accounts.set(key, accounts.has(key) ? null : id);
		}
	}
	return (role, name) => accounts.get(keyOf(role, name)) ?? null;
}
