/*
 * The settings as pages and operations read them: whole, typed, and kept in memory for a few seconds, so that no page
 * pays for them. Changing them is in changes.server.ts.
 */
import type { Database } from '#lib/database/schema.ts';
import { readValue, SETTING_KEYS, SHIPPED, type SettingKey, type Settings } from './registry.ts';
import { readSettingRows } from './setting.server.ts';

/** How long another process may still show what was set before. */
const KEPT_MS = 5_000;

interface Kept {
	at: number;
	settings: Promise<Settings>;
}
const kept = new WeakMap<Database, Kept>();

/** These settings, or all, as they rest now; what was never set, or cannot be read, is as shipped. */
export async function readSettings<K extends SettingKey = SettingKey>(
	db: Database,
	keys: readonly K[] = SETTING_KEYS as K[]
): Promise<Pick<Settings, K>> {
	const rows = await readSettingRows(db, keys);
	const values = keys.map((key) => {
		const resting = rows.get(key);
		const known = resting === undefined ? null : readValue(key, resting);
		return [key, known ? known.value : SHIPPED[key]];
	});
	return Object.fromEntries(values) as Pick<Settings, K>;
}

/**
 * The settings for a page: at most five seconds old. When the database does not answer they are the last ones known, or
 * as shipped: the way out and the helplines must not go with it.
 */
export function currentSettings(db: Database, now: Date): Promise<Settings> {
	const held = kept.get(db);
	if (held && Math.abs(now.getTime() - held.at) < KEPT_MS) return held.settings;
	const settings = readSettings(db).catch(() => held?.settings ?? SHIPPED);
	kept.set(db, { at: now.getTime(), settings });
	return settings;
}

/** Forgets what is kept, after a change in this process. */
export function forgetSettings(db: Database): void {
	kept.delete(db);
}
