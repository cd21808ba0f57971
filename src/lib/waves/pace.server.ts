/*
 * All that staff learn while a wave is open: "on track" or "quieter than expected" by version, once a day. No numbers.
 */
import type { Actor } from '#lib/auth/actor.ts';
import { daysBetween } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import { ballotsByVersion } from '#lib/responses/box.server.ts';
import { paceOf, type Pace } from './wave.ts';
import { findWave, mayRunWaves, versionsOf } from './waves.server.ts';

/** Notes each version's pace for today, once a day; later calls of the same day change nothing. */
export async function notePace(db: Database, waveId: string, today: string): Promise<void> {
	const wave = await findWave(db, waveId);
	if (wave?.status !== 'open') return;
	const known = await db
		.selectFrom('wave_pace')
		.select('version')
		.where('wave_id', '=', waveId)
		.where('day', '=', today)
		.executeTakeFirst();
	if (known) return;
	const answered = await ballotsByVersion(db, waveId);
	const before = await newestPace(db, waveId);
	const rows = (await versionsOf(db, waveId)).map(({ version, eligible }) => ({
		wave_id: waveId,
		version,
		day: today,
		pace: paceOf(
			{ eligible, answered: answered.get(version) ?? 0, before: before.get(version)?.pace ?? null },
			{ day: daysBetween(wave.opens, today), of: daysBetween(wave.opens, wave.closes) }
		)
	}));
	if (rows.length === 0) return;
	await db
		.insertInto('wave_pace')
		.values(rows)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

async function newestPace(db: Database, waveId: string): Promise<Map<string, { pace: Pace; day: string }>> {
	const rows = await db
		.selectFrom('wave_pace')
		.select(['version', 'day', 'pace'])
		.where('wave_id', '=', waveId)
		.orderBy('day')
		.execute();
	return new Map(rows.map(({ version, day, pace }) => [version, { pace: pace as Pace, day }]));
}

/** The newest pace of each version, with its day; nothing for those who do not run waves. */
export async function paceByVersion(
	db: Database,
	actor: Actor,
	waveId: string
): Promise<Map<string, { pace: Pace; day: string }>> {
	return mayRunWaves(actor) ? newestPace(db, waveId) : new Map();
}
