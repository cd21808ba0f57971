/*
 * The record of who did what, chained row by row. Only the module audit/ names these tables, and only to append and read.
 */
import type { Generated } from 'kysely';

export interface AuditEventTable {
	/** 'council' or 'advocacy': each has a chain of its own. */
	tenant: string;
	/** 1, 2, 3 … without a gap. */
	place: number;
	at: string;
	/** 'staff', 'young person', 'command line' or 'nobody'. */
	actor_kind: string;
	actor_id: string | null;
	actor_name: string;
	what: string;
	subject_kind: string | null;
	subject_id: string | null;
	/** young_person.id of whom it is about: the subject, or whose thing the subject is. Null in rows from before it was kept. */
	about_person: string | null;
	/** A JSON object; never anybody's words. */
	detail: string;
	previous: string;
	/** SHA-256 over all the other columns; about_person only where it is there. */
	hash: string;
}

/** The end of each chain; locked while something is appended. */
export interface AuditChainTable {
	tenant: string;
	place: number;
	hash: string;
	/** The place up to which old events were let go, and the hash of the last of them: the chain is checked from there. */
	begins_after: Generated<number>;
	begins_with: Generated<string>;
}

/** What the last check of each chain found. */
export interface AuditCheckTable {
	tenant: string;
	at: string;
	/** 'sound' or 'broken'. */
	outcome: string;
	/** How many were read, and the place that the chain reached; 0 where it is broken. */
	events: number;
	through: number;
	/** JSON: what is wrong, as audit/fault.ts says it; ids of places, never content. */
	faults: string;
}

/** Why somebody opened a young person who is not in their caseload; the young person can read it. */
export interface OpeningTable {
	id: string;
	young_person_id: string;
	staff_id: string;
	at: string;
	/** Until when they may look again without another reason. */
	until: string;
	reason_sealed: string;
}

export interface AuditTables {
	audit_event: AuditEventTable;
	audit_chain: AuditChainTable;
	audit_check: AuditCheckTable;
	opening: OpeningTable;
}
