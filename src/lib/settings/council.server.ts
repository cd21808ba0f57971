/*
 * What the council decides about itself: its name, for now. Helplines and clocks follow with the settings pages.
 */
import type { Database } from '#lib/database/schema.ts';

const NAME = 'council name';

/** The council's name, or words that fit any. */
export async function councilName(db: Database): Promise<string> {
	const row = await db.selectFrom('setting').select('value').where('key', '=', NAME).executeTakeFirst();
	return row?.value ?? 'Your council';
}

/** Sets the council's name. */
export async function nameCouncil(db: Database, name: string): Promise<void> {
	await db
		.insertInto('setting')
		.values({ key: NAME, value: name })
		.onConflict((conflict) => conflict.column('key').doUpdateSet({ value: name }))
		.execute();
}
