/*
 * Jobs in a database that came back from a backup: what was under way in it then is under way nowhere now.
 */
import type { Writing } from '#lib/database/schema.ts';

/** Ends every lease, so that the jobs are done at their times by the servers that are there now. */
export async function endLeases(writing: Writing): Promise<void> {
	await writing.updateTable('job').set({ leased_by: null, leased_until: null, attempts: 0 }).execute();
}
