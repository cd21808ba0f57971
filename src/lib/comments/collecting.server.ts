/*
 * Collecting comments once a day: opened in memory, shuffled, sealed afresh for the readers, the day's key destroyed.
 * How they come in is intake.server.ts; who reads them comes with "Every word is read".
 */
import { z } from 'zod';
import { sweep } from '#lib/database/dialect.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { keyedHash, randomId, unpad } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { openRecord, sealRecord } from '#lib/secrets/records.server.ts';
import { openSealed } from '#lib/secrets/sealing.server.ts';
import { shuffled } from '#lib/secrets/shuffle.server.ts';
import { LONGEST_COMMENT_BYTES } from './comment.ts';
import { keyOf, pieceSchema, type Piece } from './intake.server.ts';

export const RECEIPT_KEY = 'cookie/receipts';

/** Lengths that a stored comment may have: a longer one tells no more than its step. */
const STEPS = [256, 1_024, 4_096, LONGEST_COMMENT_BYTES] as const;

/** A text as JSON with blanks behind it, so that its sealed length is one of a few. */
function inSteps(text: string): string {
	const json = JSON.stringify(text);
	const bytes = Buffer.byteLength(json);
	return json + ' '.repeat((STEPS.find((step) => step >= bytes) ?? bytes) - bytes);
}

/** The words of a stored comment, for its readers. @throws when the record does not open in its place. */
export function openComment(keyring: Keyring, { id, sealed }: { id: string; sealed: string }): string {
	return z.string().parse(JSON.parse(openRecord(keyring, { table: 'comment', id, column: 'sealed' }, sealed)));
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
			sealed: sealRecord(keyring, { table: 'comment', id, column: 'sealed' }, inSteps(piece.text)),
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
