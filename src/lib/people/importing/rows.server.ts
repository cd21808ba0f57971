/*
 * Writing a return's people in chunks: matched to what is stored and never doubled. Their stays are in stays.server.ts.
 * What the rows mean has been decided before; nothing is decided here.
 */
import { chunks, type Told } from '#lib/database/chunks.ts';
import type { Writing } from '#lib/database/schema.ts';
import type { ImportedPerson } from './plan.ts';

/** Adds new people and overwrites what the return decides of known ones. */
export async function writePeople(writing: Writing, people: readonly ImportedPerson[], told: Told): Promise<void> {
	for (const rows of chunks(people)) {
		await writing
			.insertInto('young_person')
			.values(rows)
			.onConflict((conflict) =>
				conflict.column('child').doUpdateSet((from) => ({
					sex: from.ref('excluded.sex'),
					born: from.ref('excluded.born'),
					ethnic_group: from.ref('excluded.ethnic_group'),
					standing: from.ref('excluded.standing'),
					short_breaks: from.ref('excluded.short_breaks'),
					unaccompanied: from.ref('excluded.unaccompanied'),
					died: from.ref('excluded.died'),
					with_adopters: from.ref('excluded.with_adopters'),
					imported_as_of: from.ref('excluded.imported_as_of')
				}))
			)
			.execute();
		told(rows.length);
	}
}

/** Marks people as left; their rows and details stay. */
export async function markLeft(writing: Writing, ids: readonly string[], asOf: string): Promise<void> {
	for (const part of chunks(ids)) {
		await writing
			.updateTable('young_person')
			.set({ standing: 'left', imported_as_of: asOf })
			.where('id', 'in', part)
			.execute();
	}
}
