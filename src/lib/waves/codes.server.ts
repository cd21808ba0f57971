/*
 * Issuing codes: one for each young person, with spare cards, in one run. Who got which code stands in that run's
 * output and nowhere else; the roster keeps how many were issued, never when, never whether one was used.
 */
import type { Actor } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { printedCode } from '#lib/secrets/code.ts';
import { codesOf, drawCodes, isStored, storeCodes } from '#lib/responses/codes.server.ts';
import { shuffled } from '#lib/secrets/shuffle.server.ts';
import type { Version } from '#lib/surveys/question.ts';
import { mayRunWaves, versionsOf, type Wave } from './waves.server.ts';

/** A code in the output of the run that made it; nobody's when it is a spare card. */
export interface IssuedCode {
	youngPersonId: string | null;
	version: Version;
	/** Four groups of four. */
	code: string;
}

export type Issued =
	| { kind: 'issued'; cards: number; spares: number }
	| { kind: 'not allowed' }
	| { kind: 'not open' }
	/** Only more spare cards are asked for: that needs a second person. */
	| { kind: 'second person' }
	| { kind: 'nothing to issue' };

/**
 * Issues a code to everybody invited who has none, and spare cards for each version.
 * Spares make a replacement possible without a new row, which could tell whose it is.
 * @param write puts the output where it belongs; only when it has, the codes are stored, all in one transaction.
 * @throws what `write` throws, or when somebody else issued meanwhile: nothing is stored, and what was written is waste.
 */
export async function issueCodes(
	db: Database,
	actor: Actor,
	wave: Wave,
	{ spares, second = null }: { spares: number; second?: string | null },
	write: (codes: IssuedCode[]) => Promise<void>,
	progress: (done: number, of: number) => void = () => undefined
): Promise<Issued> {
	if (!mayRunWaves(actor)) return { kind: 'not allowed' };
	if (wave.status !== 'open') return { kind: 'not open' };
	const waiting = await db
		.selectFrom('invitation')
		.select(['young_person_id', 'version'])
		.where('wave_id', '=', wave.id)
		.where('issued', '=', 0)
		.execute();
	const versions = (await versionsOf(db, wave.id)).map(({ version }) => version);
	const wanted = [
		...waiting.map((row) => ({ youngPersonId: row.young_person_id as string | null, version: row.version as Version })),
		...versions.flatMap((version) => Array.from({ length: spares }, () => ({ youngPersonId: null, version })))
	];
	if (wanted.length === 0) return { kind: 'nothing to issue' };
	if (waiting.length === 0 && (!second || second === actor.name)) return { kind: 'second person' };
	const order = shuffled(wanted);
	const codes = await drawCodes(
		db,
		order.map(({ version }) => version),
		(done) => progress(done, wanted.length)
	);
	await write(
		order.map(({ youngPersonId, version }, place) => {
			const code = codes[place];
			if (!code) throw new Error('a code for each card');
			return { youngPersonId, version, code: printedCode(code) };
		})
	);
	const stored = inTransaction(db, async (writing) => {
		const given = await writing
			.updateTable('invitation')
			.set({ issued: 1 })
			.where('wave_id', '=', wave.id)
			.where('issued', '=', 0)
			.executeTakeFirst();
		// Another run was quicker: one code a young person, so these cards must not be posted.
		if (Number(given.numUpdatedRows) !== waiting.length) {
			throw new Error('codes were issued by somebody else meanwhile: nothing of this run is stored');
		}
		await storeCodes(writing, wave.id, codes);
	});
	await stored.catch(async (fault: unknown) => {
		// A connection that breaks at the commit leaves open whether it happened: the cards are only bad if it did not.
		if (!(await isStored(db, codes[0]?.selector ?? ''))) throw fault;
	});
	return { kind: 'issued', cards: waiting.length, spares: wanted.length - waiting.length };
}

export type Replaced =
	'noted' | 'not allowed' | 'not open' | 'had none' | 'had two already' | 'not invited' | 'same person';

/** Notes that a spare card was handed to a young person, with a second member of staff who saw it. */
export async function noteReplacement(
	db: Database,
	actor: Actor,
	wave: Wave,
	youngPersonId: string,
	second: string
): Promise<Replaced> {
	if (!mayRunWaves(actor)) return 'not allowed';
	if (wave.status !== 'open') return 'not open';
	if (second.trim() === '' || second === actor.name) return 'same person';
	const invitation = await db
		.selectFrom('invitation')
		.select('issued')
		.where('wave_id', '=', wave.id)
		.where('young_person_id', '=', youngPersonId)
		.executeTakeFirst();
	if (!invitation) return 'not invited';
	if (invitation.issued === 0) return 'had none';
	const changed = await db
		.updateTable('invitation')
		.set({ issued: 2 })
		.where('wave_id', '=', wave.id)
		.where('young_person_id', '=', youngPersonId)
		.where('issued', '=', 1)
		.executeTakeFirst();
	return changed.numUpdatedRows > 0n ? 'noted' : 'had two already';
}

/** How many young people hold two codes: the most duplicates that replacements could have caused. */
export async function replacementsIn(db: Database, waveId: string): Promise<number> {
	const { two } = await db
		.selectFrom('invitation')
		.select(({ fn }) => fn.countAll<number>().as('two'))
		.where('wave_id', '=', waveId)
		.where('issued', '=', 2)
		.executeTakeFirstOrThrow();
	return Number(two);
}

/** How many young people have a code, by version. */
export async function issuedIn(db: Database, waveId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('invitation')
		.select(['version', ({ fn }) => fn.countAll<number>().as('people')])
		.where('wave_id', '=', waveId)
		.where('issued', '>', 0)
		.groupBy('version')
		.execute();
	return new Map(rows.map(({ version, people }) => [version, Number(people)]));
}

/** How many spare cards were made: codes beyond one for each young person who has one. */
export async function sparesIn(db: Database, waveId: string): Promise<number> {
	const people = [...(await issuedIn(db, waveId)).values()].reduce((sum, count) => sum + count, 0);
	return Math.max(0, (await codesOf(db, waveId)) - people);
}
