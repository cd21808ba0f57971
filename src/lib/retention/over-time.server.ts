/*
 * What a module lets go by its time: how many are over it, and removing a portion of them. Which modules do is
 * runs.server.ts; each part stands with its module.
 */
import type { Database, Writing } from '#lib/database/schema.ts';

export interface OverTime {
	/** How many are older than an instant. */
	count(db: Database, before: Date): Promise<number>;
	/** Removes at most so many; says how many went. Fewer than that: none is left. */
	letGo(writing: Writing, before: Date, most: number): Promise<number>;
}

/** From a query for the ids of at most so many that are over their time, and a removal of ids. */
export const byIds = (
	idsOf: (db: Database, before: string, most: number) => Promise<string[]>,
	remove: (writing: Writing, ids: string[]) => Promise<unknown>
): OverTime => ({
	count: async (db, before) => (await idsOf(db, before.toISOString(), 1_000_000)).length,
	async letGo(writing, before, most) {
		const ids = await idsOf(writing, before.toISOString(), most);
		if (ids.length > 0) await remove(writing, ids);
		return ids.length;
	}
});
