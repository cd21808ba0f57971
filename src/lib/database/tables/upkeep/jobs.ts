/*
 * Work that is done at its time by one server, whatever their number. Only the module jobs/ names this table.
 */

export interface JobTable {
	name: string;
	/** An instant; the next one is reckoned when the work is done. */
	due_at: string;
	/** Which server does it now, and until when nobody else may. */
	leased_by: string | null;
	leased_until: string | null;
	/** How often it was begun without coming to its end. */
	attempts: number;
	began_at: string | null;
	ended_at: string | null;
	/** 'done' or 'failed', of the last time. */
	outcome: string | null;
}

export interface JobsTables {
	job: JobTable;
}
