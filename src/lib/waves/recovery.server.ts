/*
 * The two halves of a wave key's recovery copy: who holds one, fetching one's own, and who says that theirs is destroyed.
 * The halves themselves wait in the keyring (wave-keys.server.ts).
 */
import { record } from '#lib/audit/record.server.ts';
import type { Actor, SignedIn } from '#lib/auth/actor.ts';
import { stateOf } from '#lib/auth/colleagues/colleague.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { destroyWaveKeys, fetchHalf, halfWaits, wavesWithKeys } from './wave-keys.server.ts';
import { UNFINISHED } from './wave.ts';
import { findWave, mayRunWaves } from './waves.server.ts';

export interface HeldHalf {
	holder: string;
	destroyed: boolean;
	/** The holder's account, or null for a name that the command line was given. */
	staffId: string | null;
}

/** The people who hold a half of the recovery copy, and whether they said that theirs is destroyed. */
export async function halvesOf(db: Database, waveId: string): Promise<HeldHalf[]> {
	const rows = await db
		.selectFrom('recovery_half')
		.selectAll()
		.where('wave_id', '=', waveId)
		.orderBy('holder')
		.execute();
	return rows.map(({ holder, destroyed, staff_id }) => ({ holder, destroyed: destroyed === 1, staffId: staff_id }));
}

/**
 * Notes that a holder says their half is destroyed. A holder with an account says so themself; for a name alone whoever
 * runs waves may. False when there is no such holder or the actor may not.
 */
export async function noteHalfDestroyed(
	db: Database,
	actor: Actor,
	waveId: string,
	holder: string,
	now: Date
): Promise<boolean> {
	const half = (await halvesOf(db, waveId)).find((one) => one.holder === holder);
	if (!half) return false;
	const own = 'staffId' in actor && actor.staffId === half.staffId;
	if (!own && !(mayRunWaves(actor) && (half.staffId === null || 'commandLine' in actor))) return false;
	return inTransaction(db, async (writing) => {
		const noted = await writing
			.updateTable('recovery_half')
			.set({ destroyed: 1 })
			.where('wave_id', '=', waveId)
			.where('holder', '=', holder)
			.executeTakeFirst();
		if (noted.numUpdatedRows === 0n) return false;
		const subject = { kind: 'wave', id: waveId } as const;
		await record(writing, actor, { what: 'half said to be destroyed', subject, detail: { holder } }, now);
		return true;
	});
}

/** A half that somebody holds, as they see it. */
export interface MyHalf {
	waveId: string;
	wave: string;
	holder: string;
	destroyed: boolean;
	/** True until they have fetched it. */
	waits: boolean;
	/** False once the wave was counted: then the half is to be destroyed. */
	needed: boolean;
}

/** The halves of one member of staff, the latest wave first. */
export async function halvesHeldBy(db: Database, keyring: Keyring, actor: SignedIn): Promise<MyHalf[]> {
	const rows = await db
		.selectFrom('recovery_half')
		.innerJoin('wave', 'wave.id', 'recovery_half.wave_id')
		.select(['wave.id', 'wave.name', 'wave.status', 'holder', 'destroyed', 'part'])
		.where('staff_id', '=', actor.staffId)
		.orderBy('wave.opens', 'desc')
		.execute();
	return rows.map(({ id, name, status, holder, destroyed, part }) => ({
		waveId: id,
		wave: name,
		holder,
		destroyed: destroyed === 1,
		waits: part !== null && halfWaits(keyring, id, part),
		needed: UNFINISHED.includes(status)
	}));
}

/** The actor's own half of a wave, once; null when there is none, or it was fetched before. */
export async function fetchMyHalf(
	db: Database,
	keyring: Keyring,
	actor: SignedIn,
	waveId: string,
	now: Date
): Promise<string | null> {
	const mine = await db
		.selectFrom('recovery_half')
		.select('part')
		.where('wave_id', '=', waveId)
		.where('staff_id', '=', actor.staffId)
		.executeTakeFirst();
	if (typeof mine?.part !== 'number' || !halfWaits(keyring, waveId, mine.part)) return null;
	// Written down first: a half that was told and not recorded would be worse than the other way round.
	const subject = { kind: 'wave', id: waveId } as const;
	await inTransaction(db, (writing) => record(writing, actor, { what: 'half fetched', subject }, now));
	return fetchHalf(keyring, waveId, mine.part);
}

/**
 * Two different colleagues by their ids, as holders; null when one is unknown or has no account in use, or when both are one
 * or have one name: a half is known by the name of its holder.
 */
export async function holdersChosen(db: Database, ids: readonly [string, string]) {
	const colleagues = (await colleaguesOf(db, 'council')).filter((one) => stateOf(one) === 'in use');
	const [first, second] = ids.map((id) => colleagues.find((one) => one.id === id));
	if (!first || !second || first.id === second.id || first.name === second.name) return null;
	return [
		{ name: first.name, staffId: first.id },
		{ name: second.name, staffId: second.id }
	] as const;
}

/** How many halves somebody still holds of waves that are not counted; for when they leave. */
export async function halvesStillHeld(db: Database, staffId: string): Promise<number> {
	const rows = await db
		.selectFrom('recovery_half')
		.innerJoin('wave', 'wave.id', 'recovery_half.wave_id')
		.select('wave_id')
		.where('staff_id', '=', staffId)
		.where('wave.status', 'in', UNFINISHED)
		.where('destroyed', '=', 0)
		.execute();
	return rows.length;
}

/**
 * Makes a colleague the holder of somebody's halves, fetched or not. A half whose other half the colleague holds stays
 * where it is, because nobody holds both.
 */
export async function handOverHalves(
	writing: Writing,
	actor: Actor,
	{ from, to }: { from: string; to: { id: string; name: string } },
	now: Date
): Promise<{ handedOver: number; left: number }> {
	const theirs = await writing.selectFrom('recovery_half').selectAll().where('staff_id', '=', from).execute();
	let handedOver = 0;
	for (const { wave_id } of theirs) {
		const held = await halvesOf(writing, wave_id);
		if (held.some(({ staffId, holder }) => staffId === to.id || holder === to.name)) continue;
		await writing
			.updateTable('recovery_half')
			.set({ staff_id: to.id, holder: to.name })
			.where('wave_id', '=', wave_id)
			.where('staff_id', '=', from)
			.execute();
		const subject = { kind: 'wave', id: wave_id } as const;
		await record(writing, actor, { what: 'half handed over', subject, detail: { from, to: to.id } }, now);
		handedOver += 1;
	}
	return { handedOver, left: theirs.length - handedOver };
}

/** Destroys keys that came back after their wave was over, as from an old copy of the keyring. */
export async function destroyStrayKeys(db: Database, keyring: Keyring): Promise<void> {
	for (const id of wavesWithKeys(keyring)) {
		const wave = await findWave(db, id);
		if (wave && ['closed', 'could not be counted'].includes(wave.status)) destroyWaveKeys(keyring, id);
	}
}
