/*
 * Submission: one transaction spends the code and puts the sealed, padded ballot into the box, with its comments' pieces.
 * Acknowledged only after the commit. Nothing readable is stored here; counting is box.server.ts.
 */
import { MOST_COMMENTS } from '#lib/surveys/question.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { onlyAsked } from '#lib/surveys/routing.ts';
import { LONGEST_COMMENT_BYTES } from '#lib/comments/comment.ts';
import { receiptFromBytes } from '#lib/comments/receipt.ts';
import { DayCollected, IntakeKeyLost, sealPieces, storePieces, type Piece } from '#lib/comments/intake.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import { sharedLock } from '#lib/database/dialect.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { deriveKey, hashOf, pad, randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { sealTo } from '#lib/secrets/sealing.server.ts';
import { canBeCounted, waveKeys } from '#lib/waves/wave-keys.server.ts';
import { keptDraftId } from './draft.ts';
import { DraftChanged, readWholeDraft, takeDraft } from './drafts.server.ts';
import type { BegunVisit, Visit } from './visit.server.ts';

export const BALLOT_BYTES = 4_096;
const TRIES = 5;

/** What the box is sealed for: a ballot of one wave does not open as another's. */
export const ballotContext = (waveId: string): string => `ballot ${waveId}`;

export interface Receipt {
	question: string;
	words: string;
}

/** The receipts of a visit's comments: each from its own derived bytes, so that two of one child are not tied together. */
export function receiptsOf(visit: Visit, questions: readonly string[]): Receipt[] {
	return questions.map((question) => ({
		question,
		words: receiptFromBytes(deriveKey('earshot receipt', visit.seed, question))
	}));
}

export type Submitted =
	| { kind: 'in'; comments: string[] }
	| { kind: 'answers are in' }
	| { kind: 'closed' }
	| { kind: 'cannot take answers' }
	| { kind: 'draft is gone' };

const provedOn = new Map<string, string>();

/** Proves once a day that the box could be opened: no ballot is taken that could not be counted. */
async function mayTakeBallots(db: Database, keyring: Keyring, waveId: string, day: string) {
	const wave = await db
		.selectFrom('wave')
		.select(['status', 'public_key', 'test_seal'])
		.where('id', '=', waveId)
		.executeTakeFirst();
	if (wave?.status !== 'open' || !wave.public_key || !wave.test_seal) return 'closed';
	const keys = waveKeys(keyring, waveId);
	// A key in the database that is not the keyring's was put there by somebody who wants to read the answers.
	if (keys?.publicKey !== wave.public_key) return 'cannot take answers';
	if (provedOn.get(waveId) !== day) {
		if (!(await canBeCounted(keyring, waveId, wave.test_seal))) return 'cannot take answers';
		provedOn.set(waveId, day);
	}
	return { publicKey: keys.publicKey };
}

/**
 * Sends a visit's draft as its ballot. Repeating it is safe: the same visit is told again that it is in.
 * @param today gives the ISO date, for the comments' intake key.
 */
export async function submitBallot(
	db: Database,
	keyring: Keyring,
	visit: BegunVisit,
	today: () => string
): Promise<Submitted> {
	for (let tries = 1; ; tries += 1) {
		try {
			return await submitOnce(db, keyring, visit, today());
		} catch (fault) {
			if (fault instanceof IntakeKeyLost) return { kind: 'cannot take answers' };
			const again = fault instanceof DayCollected || fault instanceof DraftChanged;
			if (!again || tries === TRIES) throw fault;
		}
	}
}

async function submitOnce(db: Database, keyring: Keyring, visit: BegunVisit, day: string): Promise<Submitted> {
	const selector = visit.code.slice(0, 4);
	const mark = hashOf(visit.id);
	const spent = await db
		.selectFrom('survey_code')
		.select('spent_by')
		.where('selector', '=', selector)
		.executeTakeFirst();
	if (spent?.spent_by)
		return spent.spent_by === mark ? { kind: 'in', comments: visit.comments } : { kind: 'answers are in' };

	const taking = await mayTakeBallots(db, keyring, visit.wave, day);
	if (typeof taking === 'string') return { kind: taking };
	const draft = await readWholeDraft(db, visit.draft);
	if (!draft) return { kind: 'draft is gone' };
	const { answers, words } = draft;

	const questions = Object.keys(words.words);
	const receipts = new Map(receiptsOf(visit, questions).map(({ question, words }) => [question, words]));
	const pieces = questions.map((question): Piece => ({
		wave: visit.wave,
		version: visit.version,
		question,
		language: visit.language,
		mayQuote: words.quote.includes(question),
		text: words.words[question] ?? '',
		receipt: receipts.get(question) ?? ''
	}));
	const counted = onlyAsked(questionnaireOf(visit.version), answers.answers);
	const ballot = pad(Buffer.from(JSON.stringify({ version: visit.version, answers: counted })), BALLOT_BYTES);
	const sealed = await sealTo(taking.publicKey, ballot, ballotContext(visit.wave));
	const sealedPieces = await sealPieces(db, keyring, day, pieces, {
		count: MOST_COMMENTS,
		bytes: LONGEST_COMMENT_BYTES
	});
	const secret = waveKeys(keyring, visit.wave)?.secret;
	const kept = secret ? keptDraftId(secret, visit.code) : visit.draft.id;

	return inTransaction(db, async (writing): Promise<Submitted> => {
		const wave = await sharedLock(
			writing.selectFrom('wave').select('status').where('id', '=', visit.wave),
			writing
		).executeTakeFirst();
		if (wave?.status !== 'open') return { kind: 'closed' };
		const spending = await writing
			.updateTable('survey_code')
			.set({ spent_by: mark })
			.where('selector', '=', selector)
			.where('wave_id', '=', visit.wave)
			.where('spent_by', 'is', null)
			.executeTakeFirst();
		if (spending.numUpdatedRows === 0n) {
			const by = await writing
				.selectFrom('survey_code')
				.select('spent_by')
				.where('selector', '=', selector)
				.executeTakeFirst();
			return by?.spent_by === mark ? { kind: 'in', comments: questions } : { kind: 'answers are in' };
		}
		await writing.insertInto('ballot').values({ id: randomId(), wave_id: visit.wave, sealed }).execute();
		await storePieces(writing, day, sealedPieces);
		await takeDraft(writing, visit.draft.id, draft);
		await writing.deleteFrom('draft').where('id', '=', kept).execute();
		return { kind: 'in', comments: questions };
	});
}
