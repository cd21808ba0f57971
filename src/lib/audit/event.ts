/*
 * What is written down when somebody does something that others may have to answer for. Never anybody's words: ids,
 * kinds and settings only. Writing and reading are in record.server.ts.
 */

/** Everything that is recorded, in words that a page can show. */
export const RECORDED = [
	'signed in',
	'signed out',
	'sign-in locked',
	'enrolled',
	'enrolment link made',
	'second factor changed',
	'password changed',
	'device signed out',
	'account added',
	'account disabled',
	'account enabled',
	'account rescued',
	'single sign-on linked',
	'role given',
	'role taken away',
	'role asked for',
	'role refused',
	'left',
	'handed over',
	'matched to an account',
	'cover set',
	'cover ended',
	'joining card made',
	'joining card stopped',
	'account joined',
	'way in changed',
	'young person added',
	'young person corrected',
	'young person opened',
	'roster imported',
	'setting changed',
	'half fetched',
	'half said to be destroyed',
	'half handed over',
	'release made',
	'exported'
] as const;

export type Recorded = (typeof RECORDED)[number];

export interface AuditEvent {
	what: Recorded;
	subject?: { kind: 'staff' | 'young person' | 'setting' | 'wave' | 'release' | 'roster'; id: string };
	detail?: Readonly<Record<string, string | number | boolean | null>>;
}
