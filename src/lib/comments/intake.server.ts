/*
 * How comments come in: equally padded pieces, the same number from every ballot, sealed to the day's key.
 * Opening and shuffling them once a day is collecting.server.ts.
 */
import { z } from 'zod';
import { sharedLock } from '#lib/database/dialect.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import { pad, randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { drawSealingKeys, sealTo } from '#lib/secrets/sealing.server.ts';

export const pieceSchema = z.object({
	wave: z.string(),
	version: z.string(),
	question: z.string(),
	language: z.string(),
	mayQuote: z.boolean(),
	text: z.string(),
	receipt: z.string()
});
export type Piece = z.infer<typeof pieceSchema>;

/** What a day's pieces are sealed for, and the beginning of its key's name. */
export function keyOf(day: string): string {
	return `intake/${day}`;
}

/** The day's private key is gone: no comment can be taken before tomorrow. */
export class IntakeKeyLost extends Error {
	override name = 'IntakeKeyLost';
}

/** The day's public key, made by whoever comes first that day. The private key is on the disk before the public one is told. */
async function intakeKey(db: Database, keyring: Keyring, day: string): Promise<string> {
	const known = await db.selectFrom('intake_day').select('public_key').where('day', '=', day).executeTakeFirst();
	if (known) {
		// A keyring brought back from an older copy lacks it: words sealed now could never be read.
		if (!keyring.has(`${keyOf(day)}_${known.public_key}`)) throw new IntakeKeyLost();
		return known.public_key;
	}
	const { publicKey, privateKey } = await drawSealingKeys();
	const name = `${keyOf(day)}_${publicKey}`;
	keyring.put(name, privateKey);
	await db
		.insertInto('intake_day')
		.values({ day, public_key: publicKey })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	const settled = await db
		.selectFrom('intake_day')
		.select('public_key')
		.where('day', '=', day)
		.executeTakeFirstOrThrow();
	if (settled.public_key !== publicKey) keyring.destroy(name);
	// Another server, for which it is tomorrow already, may have cleared the key away before the day was told.
	if (!keyring.has(`${keyOf(day)}_${settled.public_key}`)) throw new IntakeKeyLost();
	return settled.public_key;
}

/** The pieces of one submission, and the key they were sealed to. */
export interface SealedPieces {
	publicKey: string;
	sealed: string[];
}

/** Midnight passed between sealing and storing. */
export class DayCollected extends Error {
	override name = 'DayCollected';
}

/**
 * Seals the comments of one submission into the same number of equally long pieces, empty ones too.
 * @throws IntakeKeyLost when what is sealed could never be opened.
 */
export async function sealPieces(
	db: Database,
	keyring: Keyring,
	day: string,
	pieces: readonly Piece[],
	{ count, bytes }: { count: number; bytes: number }
): Promise<SealedPieces> {
	const publicKey = await intakeKey(db, keyring, day);
	const contents = Array.from({ length: count }, (_, place) => pieces[place] ?? null);
	const sealed = contents.map((piece) => sealTo(publicKey, pad(Buffer.from(JSON.stringify(piece)), bytes), keyOf(day)));
	return { publicKey, sealed: await Promise.all(sealed) };
}

/**
 * Puts sealed pieces into the intake, within the transaction of the ballot.
 * @throws DayCollected when the day was collected meanwhile: its key is gone, so seal afresh for the new day.
 */
export async function storePieces(writing: Writing, day: string, { publicKey, sealed }: SealedPieces): Promise<void> {
	const open = writing
		.selectFrom('intake_day')
		.select('day')
		.where('day', '=', day)
		.where('public_key', '=', publicKey);
	if (!(await sharedLock(open, writing).executeTakeFirst())) throw new DayCollected();
	await writing
		.insertInto('comment_piece')
		.values(sealed.map((piece) => ({ id: randomId(), day, sealed: piece })))
		.execute();
}

/** The days whose comments wait sealed to a key that is not there: they could never be read. */
export async function lostIntakeDays(db: Database, keyring: Keyring): Promise<string[]> {
	const days = await db
		.selectFrom('intake_day')
		.select(['day', 'public_key'])
		.where(({ exists, selectFrom }) =>
			exists(selectFrom('comment_piece').select('id').whereRef('comment_piece.day', '=', 'intake_day.day'))
		)
		.orderBy('day')
		.execute();
	return days.filter(({ day, public_key }) => !keyring.has(`${keyOf(day)}_${public_key}`)).map(({ day }) => day);
}
