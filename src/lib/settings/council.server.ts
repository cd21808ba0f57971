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

const CHECKED = 'helplines checked';

/** The ISO day on which somebody of the council last rang the helplines, or null while nobody has said so. */
export async function helplinesChecked(db: Database): Promise<string | null> {
	return readSetting(db, CHECKED);
}

/** Notes that somebody of the council rang the helplines on this ISO day. */
export async function noteHelplinesChecked(db: Database, day: string): Promise<void> {
	await writeSetting(db, CHECKED, day);
}
