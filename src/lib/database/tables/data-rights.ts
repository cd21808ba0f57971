/*
 * What somebody asks about their own data: a copy, erasing, a complaint. Only the module data-rights/ names this table.
 */

export interface DataRequestTable {
	id: string;
	/** 'copy', 'erasure' or 'complaint'. */
	kind: string;
	/** Null for a complaint without an account. */
	young_person_id: string | null;
	/** Of the code that somebody without an account reads the answer with. */
	selector: string | null;
	verifier_hash: string | null;
	asked_at: string;
	/** 'young person', 'somebody' (without an account) or staff.id of who wrote it down for them. */
	asked_by: string;
	/** The ISO day by which it must be answered (a copy, erasure) or acknowledged (a complaint). */
	due_on: string;
	/** Sealed JSON: their words, name, and how to answer. */
	given_sealed: string;
	acknowledged_at: string | null;
	answered_at: string | null;
	answered_by: string | null;
	/** Sealed: what they were answered. */
	answer_sealed: string | null;
	/** Sealed JSON: everything held, with what was blacked out by hand; while it is made ready and until it is let go. */
	copy_sealed: string | null;
	/** When they first read the answer. */
	read_at: string | null;
}

export interface DataRightsTables {
	data_request: DataRequestTable;
}
