/*
 * Settings as they rest: a key and a value. What a setting means is known by those who ask here.
 */
import type { Database } from '#lib/database/schema.ts';

/** The value of a setting, or null. */
export async function readSetting(db: Database, key: string): Promise<string | null> {
	const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
	return row?.value ?? null;
}

/** Sets a setting, whatever it was. */
export async function writeSetting(db: Database, key: string, value: string): Promise<void> {
	await db
		.insertInto('setting')
		.values({ key, value })
		.onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
		.execute();
}
