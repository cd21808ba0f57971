/*
 * How comments come in: equally padded pieces sealed to the day's key; once a day opened in memory, shuffled,
 * sealed afresh for the readers, and the day's key destroyed. Who reads them comes with "Every word is read".
 */
import { z } from 'zod';
import { inTransaction } from '#lib/database/handle.server.ts';
import { sharedLock, sweep } from '#lib/database/dialect.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import { keyedHash, pad, randomId, unpad } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { shuffled } from '#lib/secrets/shuffle.server.ts';
import { sealRecord } from '#lib/secrets/records.server.ts';
import { drawSealingKeys, openSealed, sealTo } from '#lib/secrets/sealing.server.ts';

export const RECEIPT_KEY = 'cookie/receipts';

const pieceSchema = z.object({
	wave: z.string(),
	version: z.string(),
	question: z.string(),
	language: z.string(),
	mayQuote: z.boolean(),
	text: z.string(),
	receipt: z.string()
});
export type Piece = z.infer<typeof pieceSchema>;

function keyOf(day: string): string {
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

async function collectDay(db: Database, keyring: Keyring, day: string, publicKey: string): Promise<number> {
	const name = `${keyOf(day)}_${publicKey}`;
	const privateKey = keyring.get(name);
	const rows = await db.selectFrom('comment_piece').select(['id', 'sealed']).where('day', '=', day).execute();
	if (!privateKey && rows.length > 0)
		throw new Error(`the intake key of ${day} is lost: ${rows.length} pieces stay sealed`);
	const pieces: Piece[] = [];
	for (const { sealed } of rows) {
		const plain = privateKey && (await openSealed(privateKey, sealed, keyOf(day)));
		if (!plain) throw new Error(`a piece of ${day} does not open`);
		const piece = z.nullable(pieceSchema).parse(JSON.parse(unpad(plain).toString()));
		if (piece) pieces.push(piece);
	}
	const receiptKey = keyring.getOrDraw(RECEIPT_KEY);
	const comments = shuffled(pieces).map((piece) => {
		const id = randomId();
		return {
			id,
			wave_id: piece.wave,
			version: piece.version,
			question: piece.question,
			day,
			language: piece.language,
			may_quote: piece.mayQuote ? (1 as const) : (0 as const),
			sealed: sealRecord(keyring, { table: 'comment', id, column: 'sealed' }, piece.text),
			receipt: keyedHash(receiptKey, piece.receipt)
		};
	});
	await inTransaction(db, async (writing) => {
		// The day goes first: a submission that holds it is waited for, and then the numbers differ and nothing is lost.
		await writing.deleteFrom('intake_day').where('day', '=', day).execute();
		const gone = await writing.deleteFrom('comment_piece').where('day', '=', day).executeTakeFirst();
		if (Number(gone.numDeletedRows) !== rows.length)
			throw new Error(`the pieces of ${day} changed while they were opened: try again`);
		for (const comment of comments) await writing.insertInto('comment').values(comment).execute();
	});
	keyring.destroy(name);
	return comments.length;
}

/**
 * Collects every day that is over on `today` (ISO date). Safe to repeat: a day is collected once, whole.
 * @returns how many comments were stored.
 * @throws the fault of the first day that could not be collected, once all the others are; that day stays as it was.
 */
export async function collectComments(db: Database, keyring: Keyring, today: string): Promise<number> {
	const days = await db.selectFrom('intake_day').selectAll().where('day', '<', today).orderBy('day').execute();
	let stored = 0;
	const faults: unknown[] = [];
	for (const { day, public_key } of days) {
		try {
			stored += await collectDay(db, keyring, day, public_key);
		} catch (fault) {
			faults.push(fault); // one day that does not open must not hold up the words of all later ones
		}
	}
	// A crash between the commit and the destruction leaves a key that opens nothing any more: destroy it now.
	const living = new Set(
		(await db.selectFrom('intake_day').selectAll().execute()).map(
			({ day, public_key }) => `${keyOf(day)}_${public_key}`
		)
	);
	for (const name of keyring.list('intake')) {
		if (name < keyOf(today) && !living.has(name)) keyring.destroy(name);
	}
	if (days.length > 0) await sweep(db, ['comment_piece']);
	if (faults.length > 0) throw faults[0];
	return stored;
}
