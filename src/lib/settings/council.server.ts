/*
 * What the council decides about itself: its name, for now. Helplines and clocks follow with the settings pages.
 */
import type { Database } from '#lib/database/schema.ts';
import { readSetting, writeSetting } from './setting.server.ts';

const NAME = 'council name';

/** The council's name, or words that fit any. */
export async function councilName(db: Database): Promise<string> {
	return (await readSetting(db, NAME)) ?? 'Your council';
}

/** Sets the council's name. */
export async function nameCouncil(db: Database, name: string): Promise<void> {
	await writeSetting(db, NAME, name);
}
