/*
 * Drafts: what was answered so far, sealed under a key that is in no database. Answers and words are two parts,
 * because words are large and seldom change. No times, no counters, fixed sizes.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import { deriveKey, keyedHash, pad, randomId, seal, unpad, unseal } from '#lib/secrets/envelope.ts';
import { MOST_COMMENTS, type Answer } from '#lib/surveys/question.ts';
import type { Picture } from './picture.ts';
import type { BegunVisit } from './visit.server.ts';

export const PIECE_BYTES = 8_704;
/** Sealed and in base64 the answers' row just fits one page of SQLite: each answer writes one page, not five. */
export const DRAFT_BYTES = { answers: 2_880, words: MOST_COMMENTS * PIECE_BYTES } as const;
const TRIES = 40;
const LONGEST_PAUSE_MS = 20;

const answersSchema = z.object({
	/** Page key → tag of the visit that did it. */
	done: z.record(z.string(), z.string()),
	answers: z.record(z.string(), z.union([z.string(), z.array(z.string())]))
});
const wordsSchema = z.object({
	words: z.record(z.string(), z.string()),
	/** Comment questions whose words may be quoted. */
	quote: z.array(z.string())
});
const SCHEMAS = { answers: answersSchema, words: wordsSchema } as const;

export type DraftAnswers = z.infer<typeof answersSchema>;
export type DraftWords = z.infer<typeof wordsSchema>;
type Part = keyof typeof DRAFT_BYTES;
type Content<P extends Part> = P extends 'answers' ? DraftAnswers : DraftWords;

const EMPTY: { answers: DraftAnswers; words: DraftWords } = {
	answers: { done: {}, answers: {} },
	words: { words: {}, quote: [] }
};

/** Where the draft of a code lies, if pictures were picked for it. */
export function keptDraftId(waveSecret: Uint8Array, code: string): string {
	return keyedHash(waveSecret, `draft ${code}`);
}

/** The key of a draft that can be come back to: the card alone does not read it, nor does the disk. */
export function keptDraftKey(waveSecret: Uint8Array, code: string, pictures: readonly Picture[]): string {
	return deriveKey('earshot draft', code, waveSecret, pictures.join(' ')).toString('base64url');
}

function sealPart<P extends Part>(draft: BegunVisit['draft'], part: P, content: Content<P>): string {
	const padded = pad(Buffer.from(JSON.stringify(content)), DRAFT_BYTES[part]);
	return seal(Buffer.from(draft.key, 'base64url'), padded, `${draft.id} ${part}`).toString('base64');
}

function openPart<P extends Part>(draft: BegunVisit['draft'], part: P, sealed: string): Content<P> | null {
	const padded = unseal(Buffer.from(draft.key, 'base64url'), Buffer.from(sealed, 'base64'), `${draft.id} ${part}`);
	return padded && (SCHEMAS[part].parse(JSON.parse(unpad(padded).toString())) as Content<P>);
}

function rowsOf(waveId: string, draft: BegunVisit['draft'], answers: DraftAnswers, words: DraftWords) {
	const row = (part: Part, sealed: string) => ({ id: draft.id, part, wave_id: waveId, nonce: randomId(), sealed });
	return [row('answers', sealPart(draft, 'answers', answers)), row('words', sealPart(draft, 'words', words))];
}

/** Begins an empty draft; one that lay in its place is replaced. */
export async function beginDraft(db: Database, waveId: string, draft: BegunVisit['draft']): Promise<void> {
	const rows = rowsOf(waveId, draft, EMPTY.answers, EMPTY.words);
	await inTransaction(db, async (writing) => {
		await writing.deleteFrom('draft').where('id', '=', draft.id).execute();
		await writing.insertInto('draft').values(rows).execute();
	});
}

/** True when a draft lies there, whoever can read it. */
export async function draftLies(db: Database, id: string): Promise<boolean> {
	return (await db.selectFrom('draft').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** One part of a draft; null when it is gone or the key is not its key. */
export async function readDraft<P extends Part>(
	db: Database,
	draft: BegunVisit['draft'],
	part: P
): Promise<Content<P> | null> {
	const row = await db
		.selectFrom('draft')
		.select('sealed')
		.where('id', '=', draft.id)
		.where('part', '=', part)
		.executeTakeFirst();
	return row ? openPart(draft, part, row.sealed) : null;
}

export interface WholeDraft {
	answers: DraftAnswers;
	words: DraftWords;
	/** The rows as they were read, for `takeDraft`. */
	nonces: string[];
}

/** Both parts of a draft; null when it is gone or the key is not its key. */
export async function readWholeDraft(db: Database, draft: BegunVisit['draft']): Promise<WholeDraft | null> {
	const rows = await db.selectFrom('draft').select(['part', 'nonce', 'sealed']).where('id', '=', draft.id).execute();
	const opened = <P extends Part>(part: P): Content<P> | null => {
		const row = rows.find((one) => one.part === part);
		return row ? openPart(draft, part, row.sealed) : null;
	};
	const [answers, words] = [opened('answers'), opened('words')];
	return answers && words && { answers, words, nonces: rows.map(({ nonce }) => nonce) };
}

/** Another tab kept a page between reading and taking a draft: read it again, so that nothing kept is lost. */
export class DraftChanged extends Error {
	override name = 'DraftChanged';
}

/** Removes a draft exactly as it was read. @throws DraftChanged when it is no longer that. */
export async function takeDraft(writing: Writing, id: string, { nonces }: WholeDraft): Promise<void> {
	const taken = await writing.deleteFrom('draft').where('id', '=', id).where('nonce', 'in', nonces).executeTakeFirst();
	if (Number(taken.numDeletedRows) !== nonces.length) throw new DraftChanged();
}

/** Changes one part; a write names the text it read, so that two tabs add up instead of overwriting. False: the draft is gone. */
async function changePart<P extends Part>(
	db: Database,
	draft: BegunVisit['draft'],
	part: P,
	change: (content: Content<P>) => void
): Promise<boolean> {
	for (let tries = 0; tries < TRIES; tries += 1) {
		const row = await db
			.selectFrom('draft')
			.select(['nonce', 'sealed'])
			.where('id', '=', draft.id)
			.where('part', '=', part)
			.executeTakeFirst();
		const content = row && openPart(draft, part, row.sealed);
		if (!row || !content) return false;
		change(content);
		const written = await db
			.updateTable('draft')
			.set({ nonce: randomId(), sealed: sealPart(draft, part, content) })
			.where('id', '=', draft.id)
			.where('part', '=', part)
			.where('nonce', '=', row.nonce)
			.executeTakeFirst();
		if (written.numUpdatedRows > 0n) return true;
		// Tabs that write at the same moment would meet again at once: each waits a little, and not equally long.
		await pause(Math.random() * LONGEST_PAUSE_MS);
	}
	throw new Error(`a draft was changed by another tab ${TRIES} times in a row`);
}

/** What one page adds: each question's answer, or null for a skip; comments apart. */
export interface PageAnswers {
	page: string;
	answers: Readonly<Record<string, Answer | null>>;
	words: Readonly<Record<string, { text: string; mayQuote: boolean } | null>>;
}

/** A page done in an earlier visit is shown empty: what is left empty there keeps what was said then. */
export function isHidden(content: DraftAnswers | null, page: string, tag: string): boolean {
	const by = content?.done[page];
	return by !== undefined && by !== tag;
}

/**
 * Keeps one page. Words first: the page counts as done only when all of it is kept. False: the draft is gone.
 * A page stays an earlier visit's, and hidden, as long as anything on it is: sending it empty must not show what was said.
 */
export async function keepPage(db: Database, visit: BegunVisit, given: PageAnswers): Promise<boolean> {
	const words = Object.entries(given.words);
	let wordsStay = false;
	if (words.length > 0) {
		const before = await readDraft(db, visit.draft, 'answers');
		const kept = await changePart(db, visit.draft, 'words', (content) => {
			wordsStay = false;
			for (const [question, word] of words) {
				if (word === null && isHidden(before, given.page, visit.tag)) {
					wordsStay ||= question in content.words;
					continue;
				}
				const { [question]: _old, ...others } = content.words;
				content.words = word ? { ...others, [question]: word.text } : others;
				content.quote = content.quote.filter((key) => key !== question).concat(word?.mayQuote ? [question] : []);
			}
		});
		if (!kept) return false;
	}
	return changePart(db, visit.draft, 'answers', (content) => {
		const hidden = isHidden(content, given.page, visit.tag);
		let earlierStays = hidden && wordsStay;
		for (const [question, answer] of Object.entries(given.answers)) {
			if (answer === null && hidden) {
				earlierStays ||= question in content.answers;
				continue;
			}
			const { [question]: _old, ...others } = content.answers;
			content.answers = answer === null ? others : { ...others, [question]: answer as string | string[] };
		}
		if (!earlierStays) content.done[given.page] = visit.tag;
	});
}

/** Moves a draft to where the code and three pictures find it again. False: it is gone. */
export async function moveDraft(db: Database, visit: BegunVisit, to: BegunVisit['draft']): Promise<boolean> {
	const whole = await readWholeDraft(db, visit.draft);
	if (!whole) return false;
	const rows = rowsOf(visit.wave, to, whole.answers, whole.words);
	try {
		await inTransaction(db, async (writing) => {
			await takeDraft(writing, visit.draft.id, whole);
			await writing.deleteFrom('draft').where('id', '=', to.id).execute();
			await writing.insertInto('draft').values(rows).execute();
		});
		return true;
	} catch (fault) {
		if (fault instanceof DraftChanged) return moveDraft(db, visit, to);
		throw fault;
	}
}
