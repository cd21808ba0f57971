/*
 * Settings as they rest: a key and a value. What a setting means is known by those who ask here.
 */
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';

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

/** The values of these settings; those that were never set are missing. */
export async function readSettingRows(db: Database, keys: readonly string[]): Promise<Map<string, string>> {
	const rows = await db.selectFrom('setting').select(['key', 'value']).where('key', 'in', keys).execute();
	return new Map(rows.map(({ key, value }) => [key, value]));
}

/** Makes this transaction the only one that changes settings, until its end. */
export async function lockSettings(writing: Writing): Promise<void> {
	const key = 'lock';
	await writing
		.insertInto('setting')
		.values({ key, value: '' })
		.onConflict((conflict) => conflict.column('key').doNothing())
		.execute();
	await exclusiveLock(writing.selectFrom('setting').select('key').where('key', '=', key), writing).execute();
}
