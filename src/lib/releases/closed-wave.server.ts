/*
 * What a release must know about the wave it is made from, gathered from the operations of waves/. Reads only.
 */
import type { Database } from '#lib/database/schema.ts';
import { replacementsIn, sparesIn } from '#lib/waves/codes.server.ts';
import { halvesOf } from '#lib/waves/recovery.server.ts';
import { findWave, versionsOf, type WaveVersion } from '#lib/waves/waves.server.ts';

export interface WaveFacts {
	id: string;
	name: string;
	status: string;
	versions: readonly WaveVersion[];
	/** Named holders of a half of the recovery copy. */
	halves: readonly { holder: string; destroyed: boolean }[];
	/** Young people who were given a second code. */
	replacements: number;
	/** Ballots that could not be counted. */
	leftOut: number;
	/** Spare cards made, handed out or not. */
	spares: number;
}

/** The facts of a wave, or null where there is no such wave. */
export async function waveFacts(db: Database, waveId: string): Promise<WaveFacts | null> {
	const wave = await findWave(db, waveId);
	if (!wave) return null;
	return {
		id: wave.id,
		name: wave.name,
		status: wave.status,
		leftOut: wave.left_out,
		versions: await versionsOf(db, wave.id),
		halves: await halvesOf(db, wave.id),
		replacements: await replacementsIn(db, wave.id),
		spares: await sparesIn(db, wave.id)
	};
}
