/*
 * Waves: drafting, finding, opening, moving the closing day. Opening freezes who is eligible and makes the wave's keys.
 * Codes are issued in codes.server.ts, closing is closing.server.ts.
 */
import { z } from 'zod';
import { actsAs, type Actor } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, WaveTable } from '#lib/database/schema.ts';
import { eligibleOn } from '#lib/people/roster.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Version } from '#lib/surveys/question.ts';
import { questionnaireOf, versionsOffered } from '#lib/surveys/questionnaire.ts';
import { drawWaveKeys, recoveryHalves } from './wave-keys.server.ts';
import { mergeVersions, type WaveStatus } from './wave.ts';

const ROWS_AT_ONCE = 200;

export type Wave = Omit<WaveTable, 'status' | 'created_on'> & { status: WaveStatus };

/** May run the survey: a participation officer, or the command line. */
export const mayRunWaves = (actor: Actor): boolean => actsAs(actor, 'participation officer');

const waveSchema = z
	.object({
		name: z.string().trim().min(1, { error: 'Give the wave a name, like "Spring 2027".' }).max(80),
		opens: z.iso.date({ error: 'The opening day must be a date like 2027-03-01.' }),
		closes: z.iso.date({ error: 'The closing day must be a date like 2027-04-12.' })
	})
	.refine(({ opens, closes }) => opens < closes, { error: 'The closing day must be after the opening day.' });

export type Created = { kind: 'created'; id: string } | { kind: 'not allowed' } | { kind: 'wrong'; reasons: string[] };

/** Drafts a wave; nobody is invited until it opens. */
export async function createWave(
	db: Database,
	actor: Actor,
	given: { name: string; opens: string; closes: string },
	today: string
): Promise<Created> {
	if (!mayRunWaves(actor)) return { kind: 'not allowed' };
	const read = waveSchema.safeParse(given);
	if (!read.success) return { kind: 'wrong', reasons: read.error.issues.map((issue) => issue.message) };
	const taken = await db.selectFrom('wave').select('id').where('name', '=', read.data.name).executeTakeFirst();
	if (taken) return { kind: 'wrong', reasons: [`There is a wave called "${read.data.name}" already.`] };
	const id = randomId();
	await db
		.insertInto('wave')
		.values({ id, ...read.data, status: 'drafted', public_key: null, test_seal: null, created_on: today })
		.execute();
	return { kind: 'created', id };
}

/** A wave by its id or its name. */
export async function findWave(db: Database, nameOrId: string): Promise<Wave | null> {
	const wave = await db
		.selectFrom('wave')
		.selectAll()
		.where(({ or, eb }) => or([eb('id', '=', nameOrId), eb('name', '=', nameOrId)]))
		.executeTakeFirst();
	return (wave as Wave | undefined) ?? null;
}

/** All waves for those who run them, newest first; for anybody else none. */
export async function listWaves(db: Database, actor: Actor): Promise<Wave[]> {
	if (!mayRunWaves(actor)) return [];
	return (await db.selectFrom('wave').selectAll().orderBy('opens', 'desc').execute()) as Wave[];
}

/** Names of the waves whose answers could not be counted: everyone is told, so anyone may ask. */
export async function uncountedWaves(db: Database): Promise<string[]> {
	const rows = await db
		.selectFrom('wave')
		.select('name')
		.where('status', '=', 'could not be counted')
		.orderBy('opens', 'desc')
		.execute();
	return rows.map(({ name }) => name);
}

export interface WaveVersion {
	version: Version;
	edition: string;
	eligible: number;
}

/** Who was eligible when the wave opened, by version; empty before. */
export async function versionsOf(db: Database, waveId: string): Promise<WaveVersion[]> {
	const rows = await db
		.selectFrom('wave_version')
		.select(['version', 'edition', 'eligible'])
		.where('wave_id', '=', waveId)
		.execute();
	return rows as WaveVersion[];
}

export type Opened =
	| { kind: 'opened'; versions: WaveVersion[]; halves: [string, string] | null }
	| { kind: 'not allowed' }
	| { kind: 'not drafted' }
	| { kind: 'another is open'; name: string }
	| { kind: 'too few'; eligible: number };

/**
 * Opens a wave: freezes who is eligible by the age of the day, merges small versions, draws the wave's keys.
 * @param holders two people who each get one half of the recovery copy, once; null when none is wanted.
 */
export async function openWave(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	wave: Wave,
	{ today, holders }: { today: string; holders: readonly [string, string] | null }
): Promise<Opened> {
	if (!mayRunWaves(actor)) return { kind: 'not allowed' };
	if (wave.status !== 'drafted') return { kind: 'not drafted' };
	const other = await db
		.selectFrom('wave')
		.select('name')
		.where('status', 'in', ['open', 'closing', 'counted'])
		.executeTakeFirst();
	if (other) return { kind: 'another is open', name: other.name };

	const offered = versionsOffered();
	const people = (await eligibleOn(db, actor, today)).filter(({ version }) => offered.includes(version));
	const byAge = new Map<Version, number>();
	for (const { version } of people) byAge.set(version, (byAge.get(version) ?? 0) + 1);
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
		edition: questionnaireOf(version)?.edition ?? '',
		eligible: invitations.filter((invitation) => invitation.version === version).length
	}));

	const keys = await drawWaveKeys(wave.id);
	const opened = await inTransaction(db, async (writing) => {
		const change = await writing
			.updateTable('wave')
			.set({ status: 'open', opens: today, public_key: keys.publicKey, test_seal: keys.testSeal })
			.where('id', '=', wave.id)
			.where('status', '=', 'drafted')
			.executeTakeFirst();
		if (change.numUpdatedRows === 0n) return false;
		// Only whoever opens the wave touches its keys, and before anybody can see it open.
		keys.keep(keyring);
		await writing
			.insertInto('wave_version')
			.values(versions.map((version) => ({ wave_id: wave.id, ...version })))
			.execute();
		for (let at = 0; at < invitations.length; at += ROWS_AT_ONCE) {
			await writing
				.insertInto('invitation')
				.values(invitations.slice(at, at + ROWS_AT_ONCE))
				.execute();
		}
		for (const holder of holders ?? []) {
			await writing.insertInto('recovery_half').values({ wave_id: wave.id, holder, destroyed: 0 }).execute();
		}
		return true;
	});
	if (!opened) return { kind: 'not drafted' };
	return { kind: 'opened', versions, halves: holders ? recoveryHalves(keyring, wave.id) : null };
}

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

/** Moves the closing day of an open wave; nothing else changes. */
export async function moveClosingDay(db: Database, actor: Actor, waveId: string, closes: string): Promise<boolean> {
	if (!mayRunWaves(actor) || !z.iso.date().safeParse(closes).success) return false;
	const moved = await db
		.updateTable('wave')
		.set({ closes })
		.where('id', '=', waveId)
		.where('status', '=', 'open')
		.where('opens', '<', closes)
		.executeTakeFirst();
	return moved.numUpdatedRows > 0n;
}
