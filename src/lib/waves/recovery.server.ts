/*
 * The two halves of a wave key's recovery copy: who holds one, and who says that theirs is destroyed. Never the halves.
 */
import type { Actor } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { destroyWaveKeys, wavesWithKeys } from './wave-keys.server.ts';
import { findWave, mayRunWaves } from './waves.server.ts';

/** The people who hold a half of the recovery copy, and whether they said that theirs is destroyed. */
export async function halvesOf(db: Database, waveId: string): Promise<{ holder: string; destroyed: boolean }[]> {
	const rows = await db
		.selectFrom('recovery_half')
		.selectAll()
		.where('wave_id', '=', waveId)
		.orderBy('holder')
		.execute();
	return rows.map(({ holder, destroyed }) => ({ holder, destroyed: destroyed === 1 }));
}

/** Notes that a holder says their half is destroyed. False when there is no such holder. */
export async function noteHalfDestroyed(db: Database, actor: Actor, waveId: string, holder: string): Promise<boolean> {
	if (!mayRunWaves(actor)) return false;
	const noted = await db
		.updateTable('recovery_half')
		.set({ destroyed: 1 })
		.where('wave_id', '=', waveId)
		.where('holder', '=', holder)
		.executeTakeFirst();
	return noted.numUpdatedRows > 0n;
}

/** Destroys keys that came back after their wave was over, as from an old copy of the keyring. */
export async function destroyStrayKeys(db: Database, keyring: Keyring): Promise<void> {
	for (const id of wavesWithKeys(keyring)) {
		const wave = await findWave(db, id);
		if (wave && ['closed', 'could not be counted'].includes(wave.status)) destroyWaveKeys(keyring, id);
	}
}
