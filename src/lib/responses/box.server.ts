/*
 * Counting the box: every sealed ballot is opened in memory, shuffled, and written in one transaction; then the keys
 * and the box are destroyed. Each step can be taken up again where it stopped; closing is never undone.
 */
import { z } from 'zod';
import { chunks } from '#lib/database/chunks.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import { sweep } from '#lib/database/dialect.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import { randomId, unpad } from '#lib/secrets/envelope.ts';
import { shuffled } from '#lib/secrets/shuffle.server.ts';
import { openSealed } from '#lib/secrets/sealing.server.ts';
import { VERSIONS } from '#lib/surveys/question.ts';
import { ballotContext } from './ballots.server.ts';
import { unspendCodes } from './codes.server.ts';

const ballotSchema = z.object({
	version: z.enum(VERSIONS),
	answers: z.record(z.string(), z.union([z.string(), z.array(z.string())]))
});

interface Counted {
	id: string;
	version: string;
	answers: string;
}

/** A ballot does not open, or they are not as many as the codes that were spent: somebody tampered, or a disk is dying. */
export class BoxDamaged extends Error {
	override name = 'BoxDamaged';
}

export interface Counting {
	/** Counts what opens although the box is damaged; how many are missing is then stated. */
	leaveOutDamaged?: boolean;
	progress?(done: number, of: number): void;
	/** Runs in the transaction of the responses: the wave's next state, and how many ballots are left out. */
	inTheSame(writing: Writing, leftOut: number): Promise<void>;
}

async function openBox(db: Database, privateKey: Uint8Array, waveId: string, counting: Counting): Promise<Counted[]> {
	const ballots = await db.selectFrom('ballot').select('sealed').where('wave_id', '=', waveId).execute();
	const opened: Counted[] = [];
	for (const [place, { sealed }] of ballots.entries()) {
		counting.progress?.(place + 1, ballots.length);
		const plain = await openSealed(privateKey, sealed, ballotContext(waveId));
		if (!plain && counting.leaveOutDamaged) continue;
		if (!plain)
			throw new BoxDamaged('a ballot does not open with the key that opens the test seal: it was tampered with');
		const { version, answers } = ballotSchema.parse(JSON.parse(unpad(plain).toString()));
		// The answers' order tells how somebody went through the pages: keep it in one order for all.
		const sorted = Object.fromEntries(Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1)));
		opened.push({ id: randomId(), version, answers: JSON.stringify(sorted) });
	}
	return opened;
}

/**
 * Opens the box and writes the responses in one transaction, together with the wave's next state.
 * @returns how many there were.
 * @throws BoxDamaged when a ballot does not open, or their number is not the number of codes spent: nothing is changed
 * then, and `leaveOutDamaged` counts the rest.
 */
export async function countBox(
	db: Database,
	privateKey: Uint8Array,
	waveId: string,
	counting: Counting
): Promise<number> {
	const opened = await openBox(db, privateKey, waveId, counting);
	const responses = shuffled(opened).map((one) => ({ ...one, wave_id: waveId }));
	await inTransaction(db, async (writing) => {
		const { spent } = await writing
			.selectFrom('survey_code')
			.select(({ fn }) => fn.countAll<number>().as('spent'))
			.where('wave_id', '=', waveId)
			.where('spent_by', 'is not', null)
			.executeTakeFirstOrThrow();
		const leftOut = Math.abs(Number(spent) - responses.length);
		if (leftOut > 0 && !counting.leaveOutDamaged) {
			throw new BoxDamaged('the ballots in the box are not as many as the codes that were spent: not counted');
		}
		for (const part of chunks(responses)) await writing.insertInto('response').values(part).execute();
		await counting.inTheSame(writing, leftOut);
	});
	return responses.length;
}

/** Empties the box and what led to it, once the keys are destroyed: ballots, drafts, and which codes were spent. */
export async function emptyBox(
	db: Database,
	waveId: string,
	inTheSame: Parameters<typeof inTransaction<void>>[1]
): Promise<void> {
	await inTransaction(db, async (writing) => {
		await writing.deleteFrom('ballot').where('wave_id', '=', waveId).execute();
		await writing.deleteFrom('draft').where('wave_id', '=', waveId).execute();
		await unspendCodes(writing, waveId);
		await inTheSame(writing);
	});
	await sweep(db, ['ballot', 'draft', 'survey_code']);
}

/** How many have answered, by version: for the daily pace only, never shown. */
export async function ballotsByVersion(db: Database, waveId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('survey_code')
		.select(['version', ({ fn }) => fn.countAll<number>().as('spent')])
		.where('wave_id', '=', waveId)
		.where('spent_by', 'is not', null)
		.groupBy('version')
		.execute();
	return new Map(rows.map(({ version, spent }) => [version, Number(spent)]));
}

/** Ballots waiting in the box. */
export async function boxSize(db: Database, waveId: string): Promise<number> {
	const { size } = await db
		.selectFrom('ballot')
		.select(({ fn }) => fn.countAll<number>().as('size'))
		.where('wave_id', '=', waveId)
		.executeTakeFirstOrThrow();
	return Number(size);
}
