/*
 * Who acts: the roles a person can hold and the actor that every query about private things takes.
 * Pure types and small rules live here; sessions and passwords do not.
 */

/** The council's own roles, in the words of the field. */
export const COUNCIL_ROLES = [
	'participation officer',
	'IRO',
	'social worker',
	'safeguarding lead',
	'committee member',
	'administrator'
] as const;

/** The advocacy service's: another tenant, whose people never hold a council role. */
export const ADVOCACY_ROLES = ['advocacy worker'] as const;

export const ROLES = [...COUNCIL_ROLES, ...ADVOCACY_ROLES] as const;

export type Role = (typeof ROLES)[number];

export const TENANTS = ['council', 'advocacy'] as const;
export type Tenant = (typeof TENANTS)[number];

/** Whose role it is. */
export function tenantOf(role: Role): Tenant {
	return (ADVOCACY_ROLES as readonly string[]).includes(role) ? 'advocacy' : 'council';
}

/** A member of staff, an elected member or an advocacy worker who has signed in. */
export interface SignedIn {
	staffId: string;
	name: string;
	tenant: Tenant;
	roles: readonly Role[];
}

/** A young person who has signed in to their own account. */
export interface YoungPersonSignedIn {
	accountId: string;
	youngPersonId: string;
}

/** The operator at the server's own command line, who has every file anyway. */
export interface CommandLine {
	commandLine: true;
	name: string;
}

/** Work that the server does by itself, at its time. */
export const THE_SERVER: CommandLine = { commandLine: true, name: 'Earshot itself' };

/** Who may act on the council's or the service's side. */
export type Actor = SignedIn | CommandLine;

/** True when the actor may do what the role may do; the command line may. */
export function actsAs(actor: Actor, ...roles: readonly Role[]): boolean {
	return 'commandLine' in actor || roles.some((role) => actor.roles.includes(role));
}
