/*
 * Who acts: the roles a person can hold and the actor that every query about private things takes.
 * Pure types and small rules live here; sessions and passwords do not.
 */

/** The council's own roles, in the words of the field; the advocacy service's belongs to another tenant. */
export const ROLES = [
	'participation officer',
	'IRO',
	'social worker',
	'safeguarding lead',
	'committee member',
	'administrator'
] as const;

export type Role = (typeof ROLES)[number];

/** A member of staff or an elected member who has signed in. */
export interface SignedIn {
	staffId: string;
	name: string;
	roles: readonly Role[];
}

/** The operator at the server's own command line, who has every file anyway. */
export interface CommandLine {
	commandLine: true;
	name: string;
}

export type Actor = SignedIn | CommandLine;

/** True when the actor may do what the role may do; the command line may. */
export function actsAs(actor: Actor, role: Role): boolean {
	return 'commandLine' in actor || actor.roles.includes(role);
}
