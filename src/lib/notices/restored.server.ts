/*
 * Notices in a database that came back from a backup: what waited in it then went out long since, or is no longer true.
 */
import type { Writing } from '#lib/database/schema.ts';

/** Why they are not sent, in the words that stand beside them. */
export const RESTORED = 'restored';

/** Settles what waited in the backup, so that nobody gets old notices again; returns how many. */
export async function settleOldNotices(writing: Writing, now: Date): Promise<number> {
	const { numUpdatedRows } = await writing
		.updateTable('notice')
		.set({ state: 'not sent', because: RESTORED, ended_at: now.toISOString(), leased_by: null, leased_until: null })
		.where('state', 'in', ['waiting', 'sending'])
		.executeTakeFirst();
	return Number(numUpdatedRows);
}
