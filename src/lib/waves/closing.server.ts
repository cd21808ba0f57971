/*
 * Closing a wave: no more ballots, count the box, back up and verify, destroy the keys, empty the box.
 * Each step is found again from where the wave stands, so a run that was cut off is simply run again. Never undone.
 */
import { record } from '#lib/audit/record.server.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import { BoxDamaged, countBox, emptyBox } from '#lib/responses/box.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { canBeCounted, destroyWaveKeys, waveKeys } from './wave-keys.server.ts';
import { UNFINISHED, type WaveStatus } from './wave.ts';
import { mayRunWaves, type Wave } from './waves.server.ts';

export type Closed =
	| { kind: 'closed' }
	| { kind: 'not allowed' }
	| { kind: 'not open' }
	/** The private key is not in the keyring: recover it from both halves, or close without counting. */
	| { kind: 'key is lost' }
	/** A ballot does not open or is missing: count the rest and state it, or give all up. */
	| { kind: 'box is damaged' }
	| { kind: 'could not be counted' };

export interface Closing {
	/** Writes a backup and verifies it; throws when it cannot. The keys are destroyed only after it has. */
	backUp(): Promise<void>;
	/** When the closing is recorded. */
	now: Date;
	/** Gives all answers up for good when the key is lost; a box that can be counted is counted all the same. */
	withoutCounting?: boolean;
	/** Counts what opens of a damaged box; the release states how many are missing. */
	leaveOutDamaged?: boolean;
	progress?(step: string, done: number, of: number): void;
}

async function moveTo(writing: Writing, waveId: string, from: WaveStatus, to: WaveStatus): Promise<void> {
	const moved = await writing
		.updateTable('wave')
		.set({ status: to })
		.where('id', '=', waveId)
		.where('status', '=', from)
		.executeTakeFirst();
	if (moved.numUpdatedRows === 0n) throw new Error(`somebody else is closing this wave: it is no longer "${from}"`);
}

/** Closes a wave, or goes on where an earlier run stopped. */
export async function closeWave(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	wave: Wave,
	closing: Closing
): Promise<Closed> {
	if (!mayRunWaves(actor)) return { kind: 'not allowed' };
	const say = closing.progress ?? (() => undefined);
	const recordClosed = (writing: Writing, toBeCounted: boolean) => {
		const subject = { kind: 'wave', id: wave.id } as const;
		const detail = { wave: wave.name, 'to be counted': toBeCounted };
		return record(writing, actor, { what: 'wave closed', subject, detail }, closing.now);
	};
	let status = wave.status;
	if (!UNFINISHED.includes(status)) return { kind: 'not open' };

	if (status !== 'counted' && !(await canBeCounted(keyring, wave.id, wave.test_seal ?? ''))) {
		if (!closing.withoutCounting) return { kind: 'key is lost' };
		const from = status;
		destroyWaveKeys(keyring, wave.id);
		await emptyBox(db, wave.id, async (writing) => {
			await moveTo(writing, wave.id, from, 'could not be counted');
			await recordClosed(writing, false);
		});
		return { kind: 'could not be counted' };
	}
	if (status === 'open') {
		await inTransaction(db, async (writing) => {
			await moveTo(writing, wave.id, 'open', 'closing');
			await recordClosed(writing, true);
		});
		status = 'closing';
	}
	if (status === 'closing') {
		const keys = waveKeys(keyring, wave.id);
		if (!keys) return { kind: 'key is lost' };
		try {
			await countBox(db, keys.privateKey, wave.id, {
				leaveOutDamaged: closing.leaveOutDamaged === true,
				inTheSame: async (writing, leftOut) => {
					await moveTo(writing, wave.id, 'closing', 'counted');
					await writing.updateTable('wave').set({ left_out: leftOut }).where('id', '=', wave.id).execute();
				},
				// In hundredths: how many there are exactly is nobody's to know, also here.
				progress: (done, of) => say('Counting the box', Math.floor((100 * done) / of), 100)
			});
		} catch (fault) {
			if (fault instanceof BoxDamaged) return { kind: 'box is damaged' };
			throw fault;
		}
	}
	say('Backing up and verifying', 0, 1);
	await closing.backUp();
	say('Backing up and verifying', 1, 1);
	destroyWaveKeys(keyring, wave.id);
	await emptyBox(db, wave.id, (writing) => moveTo(writing, wave.id, 'counted', 'closed'));
	return { kind: 'closed' };
}
