/*
 * Opening a wave: who is eligible is frozen, small versions are merged, the wave's keys are made. Never undone.
 */
import { record } from '#lib/audit/record.server.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { chunks } from '#lib/database/chunks.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { eligibleOn } from '#lib/people/roster.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Version } from '#lib/surveys/question.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { drawWaveKeys, keepHalf, recoveryHalves } from './wave-keys.server.ts';
import { mergeVersions, UNFINISHED } from './wave.ts';
import { mayRunWaves, type Wave, type WaveVersion } from './waves.server.ts';

function countByVersion(people: readonly { version: Version }[]): Map<Version, number> {
	const counts = new Map<Version, number>();
	for (const { version } of people) counts.set(version, (counts.get(version) ?? 0) + 1);
	return counts;
}

/** Somebody who gets one half of the recovery copy. */
export interface Holder {
	name: string;
	staffId: string | null;
}

export type Opened =
	| { kind: 'opened'; versions: WaveVersion[]; halves: [string, string] | null }
	| { kind: 'not allowed' }
	| { kind: 'not drafted' }
	| { kind: 'closing day is past'; closes: string }
	| { kind: 'another is open'; name: string }
	| { kind: 'too few'; eligible: number };

/**
 * Opens a wave: freezes who is eligible by the age of the day, merges small versions, draws the wave's keys.
 * @param holders two people who each get one half of the recovery copy, once; null when none is wanted. Who has an
 * account fetches it there, alone; names alone, from the command line, get both told to whoever asked.
 * @param now when it is recorded; `today` is the day that ages are reckoned from.
 */
export async function openWave(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	wave: Wave,
	{ today, holders, now }: { today: string; holders: readonly [Holder, Holder] | null; now: Date }
): Promise<Opened> {
	if (!mayRunWaves(actor)) return { kind: 'not allowed' };
	if (wave.status !== 'drafted') return { kind: 'not drafted' };
	if (wave.closes <= today) return { kind: 'closing day is past', closes: wave.closes };

	const people = await eligibleOn(db, actor, today);
	const byAge = countByVersion(people);
	const merged = mergeVersions(byAge);
	if (merged.kind === 'too few') return merged;

	const gets = (version: Version): Version => merged.versions.get(version) ?? version;
	const invitations = people.map(({ youngPersonId, version }) => ({
		wave_id: wave.id,
		young_person_id: youngPersonId,
		version: gets(version),
		issued: 0
	}));
	const versions = [...new Set(merged.versions.values())].map((version) => ({
		version,
		edition: questionnaireOf(version).edition,
		eligible: invitations.filter((invitation) => invitation.version === version).length
	}));

	const keys = await drawWaveKeys(wave.id);
	return inTransaction(db, async (writing): Promise<Opened> => {
		const other = await writing
			.selectFrom('wave')
			.select('name')
			.where('status', 'in', UNFINISHED)
			.where('id', '!=', wave.id)
			.executeTakeFirst();
		if (other) return { kind: 'another is open', name: other.name };
		const change = await writing
			.updateTable('wave')
			.set({ status: 'open', opens: today, public_key: keys.publicKey, test_seal: keys.testSeal })
			.where('id', '=', wave.id)
			.where('status', '=', 'drafted')
			.executeTakeFirst();
		if (change.numUpdatedRows === 0n) return { kind: 'not drafted' };
		// Only whoever opens the wave touches its keys, and before anybody can see it open.
		keys.keep(keyring);
		await writing
			.insertInto('wave_version')
			.values(versions.map((version) => ({ wave_id: wave.id, ...version })))
			.execute();
		for (const part of chunks(invitations)) await writing.insertInto('invitation').values(part).execute();
		const halves = holders && recoveryHalves(keyring, wave.id);
		for (const [place, { name, staffId }] of (holders ?? []).entries()) {
			await writing
				.insertInto('recovery_half')
				.values({
					wave_id: wave.id,
					holder: name,
					destroyed: 0,
					staff_id: staffId,
					part: staffId === null ? null : place + 1
				})
				.execute();
			if (staffId) keepHalf(keyring, wave.id, place + 1, halves?.[place] ?? '');
		}
		const subject = { kind: 'wave', id: wave.id } as const;
		await record(writing, actor, { what: 'wave opened', subject, detail: { wave: wave.name } }, now);
		const told = holders?.every(({ staffId }) => staffId === null) ? halves : null;
		return { kind: 'opened', versions, halves: told };
	});
}
