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
	'recording added',
	'recording removed',
	'half fetched',
	'half said to be destroyed',
	'half handed over',
	'wave opened',
	'wave closed',
	'release made',
	'exported',
	'reason given',
	'old events let go',
	'keys changed',
	'old keys destroyed',
	'concern sent',
	'concern opened',
	'concern answered',
	'concern assigned',
	'concern put on file',
	'concern closed',
	'concern opened again',
	'concern escalated',
	'notice choice changed',
	'notice tried again',
	'data request made',
	'data request acknowledged',
	'data request opened',
	'data request answered',
	'young person erased',
	'erasures replayed',
	'retention ran',
	'backup made',
	'backup restored'
] as const;

export type Recorded = (typeof RECORDED)[number];

/**
 * What staff do with a young person's details and cards. Their colleagues may read it beside the person, and the record
 * says by a mark of whom it was. Everything else about a young person is how they use Earshot: nobody's but theirs.
 */
export const ROSTER_WORK = [
	'young person added',
	'young person corrected',
	'young person opened',
	'reason given',
	'joining card made',
	'joining card stopped'
] as const satisfies readonly Recorded[];

export const SUBJECT_KINDS = [
	'staff',
	'young person',
	'setting',
	'recording',
	'wave',
	'release',
	'roster',
	'concern',
	'data request',
	'notice',
	'backup',
	'key',
	'record'
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface AuditEvent {
	what: Recorded;
	subject?: { kind: SubjectKind; id: string };
	/** young_person.id of whom it is about, where the subject is something of theirs: they can read that it happened. */
	person?: string;
	detail?: Readonly<Record<string, string | number | boolean | null>>;
}
