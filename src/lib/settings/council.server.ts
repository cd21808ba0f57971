/*
 * What the command line asks of the settings, and what is asked everywhere: the council's name and when its helplines
 * were checked. Everything else is read through settings.server.ts.
 */
import type { Actor } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { changeSettings, type Changed } from './changes.server.ts';
import { readSettings } from './settings.server.ts';

/** The council's name, or words that fit any. */
export async function councilName(db: Database): Promise<string> {
	return (await readSettings(db, ['council name']))['council name'];
}

/** Sets the council's name. */
export function nameCouncil(db: Database, actor: Actor, name: string, now: Date): Promise<Changed> {
	return changeSettings(db, actor, { 'council name': name }, now);
}

/** The ISO day on which somebody of the council last rang the helplines, or null while nobody has said so. */
export async function helplinesChecked(db: Database): Promise<string | null> {
	return (await readSettings(db, ['helplines checked']))['helplines checked'];
}

/** Notes that somebody of the council rang the helplines on this ISO day. */
export function noteHelplinesChecked(db: Database, actor: Actor, day: string, now: Date): Promise<Changed> {
	return changeSettings(db, actor, { 'helplines checked': day }, now);
}
