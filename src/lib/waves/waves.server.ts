/*
 * Waves: drafting, finding, listing, moving the closing day. Opening is opening.server.ts, issuing codes codes.server.ts,
 * closing closing.server.ts.
 */
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { actsAs, type Actor } from '#lib/auth/actor.ts';
import type { Database, WaveTable } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { VERSIONS, type Version } from '#lib/surveys/question.ts';
import type { WaveStatus } from './wave.ts';

export type Wave = Omit<Selectable<WaveTable>, 'status' | 'created_on'> & { status: WaveStatus };

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

/** Whether a wave takes answers. */
export async function isOpen(db: Database, waveId: string): Promise<boolean> {
	return (await findWave(db, waveId))?.status === 'open';
}

/** The waves that take answers now, with the seal that proves their key. */
export async function openWaves(db: Database): Promise<{ id: string; testSeal: string }[]> {
	const rows = await db.selectFrom('wave').select(['id', 'test_seal']).where('status', '=', 'open').execute();
	return rows.map(({ id, test_seal }) => ({ id, testSeal: test_seal ?? '' }));
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
	const place = ({ version }: WaveVersion) => VERSIONS.indexOf(version);
	return (rows as WaveVersion[]).sort((one, other) => place(one) - place(other));
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
