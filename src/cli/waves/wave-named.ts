/*
 * Finding the wave that a command names. Only that lives here.
 */
import type { Database } from '#lib/database/schema.ts';
import { findWave, type Wave } from '#lib/waves/waves.server.ts';
import type { CliContext } from '../context.ts';

/** The wave of this name or id, or a word on what is right. */
export async function waveNamed(context: CliContext, db: Database, name: string): Promise<Wave> {
	return (await findWave(db, name)) ?? context.wrong(`There is no wave "${name}". See: earshot wave list`);
}
