/*
 * Drafts: what was answered so far, sealed under a key that is in no database. Answers and words are two parts,
 * because words are large and seldom change. No times, no counters, fixed sizes.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { EMPTY, openPart, sealPart } from './draft.ts';
import type { Content, DraftAnswers, DraftKey, DraftWords, Part } from './draft.ts';
import { looksHidden, putPage, type PageAnswers } from './keeping.ts';
import type { BegunVisit } from './visit.server.ts';

const TRIES = 40;
const LONGEST_PAUSE_MS = 20;

function rowsOf(waveId: string, draft: DraftKey, answers: DraftAnswers, words: DraftWords) {
	const row = (part: Part, sealed: string) => ({ id: draft.id, part, wave_id: waveId, nonce: randomId(), sealed });
	return [row('answers', sealPart(draft, 'answers', answers)), row('words', sealPart(draft, 'words', words))];
}

/** Begins an empty draft; one that lay in its place is replaced. */
export async function beginDraft(db: Database, waveId: string, draft: DraftKey): Promise<void> {
	const rows = rowsOf(waveId, draft, EMPTY.answers, EMPTY.words);
	await inTransaction(db, async (writing) => {
		await writing.deleteFrom('draft').where('id', '=', draft.id).execute();
		await writing.insertInto('draft').values(rows).execute();
	});
}

/** Removes a draft that its visit leaves for good. */
export async function dropDraft(db: Database, id: string): Promise<void> {
	await db.deleteFrom('draft').where('id', '=', id).execute();
}

/** Removes what was begun in waves that take no answers any more; for the daily work. */
export async function dropDraftsBut(db: Database, openWaveIds: readonly string[]): Promise<void> {
	const gone = db.deleteFrom('draft');
	await (openWaveIds.length > 0 ? gone.where('wave_id', 'not in', openWaveIds) : gone).execute();
}

/** True when a draft lies there, whoever can read it. */
export async function draftLies(db: Database, id: string): Promise<boolean> {
	return (await db.selectFrom('draft').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** One part of a draft and the row's mark, by which a write knows that it still is as it was read. */
export interface ReadPart<P extends Part> {
	nonce: string;
	content: Content<P>;
}

/** One part of a draft with its mark; null when it is gone or the key is not its key. */
export async function readPart<P extends Part>(db: Database, draft: DraftKey, part: P): Promise<ReadPart<P> | null> {
	const row = await db
		.selectFrom('draft')
		.select(['nonce', 'sealed'])
		.where('id', '=', draft.id)
		.where('part', '=', part)
		.executeTakeFirst();
	const content = row && openPart(draft, part, row.sealed);
	return content ? { nonce: row.nonce, content } : null;
}

/** One part of a draft; null when it is gone or the key is not its key. */
export async function readDraft<P extends Part>(db: Database, draft: DraftKey, part: P): Promise<Content<P> | null> {
	return (await readPart(db, draft, part))?.content ?? null;
}

export interface WholeDraft {
	answers: DraftAnswers;
	words: DraftWords;
	/** The rows as they were read, for `takeDraft`. */
	nonces: string[];
}

/** Both parts of a draft; null when it is gone or the key is not its key. */
export async function readWholeDraft(db: Database, draft: DraftKey): Promise<WholeDraft | null> {
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

/** Changes one part; a write names the text it read, so that two tabs add up instead of overwriting. Gives what is there now; null when the draft is gone. */
async function changePart<P extends Part>(
	db: Database,
	draft: DraftKey,
	part: P,
	change: (content: Content<P>) => void,
	first?: ReadPart<P>
): Promise<Content<P> | null> {
	for (let tries = 0; tries < TRIES; tries += 1) {
		const read = (tries === 0 && first) || (await readPart(db, draft, part));
		if (!read) return null;
		const { nonce, content } = read;
		change(content);
		const written = await db
			.updateTable('draft')
			.set({ nonce: randomId(), sealed: sealPart(draft, part, content) })
			.where('id', '=', draft.id)
			.where('part', '=', part)
			.where('nonce', '=', nonce)
			.executeTakeFirst();
		if (written.numUpdatedRows > 0n) return content;
		// Tabs that write at the same moment would meet again at once: each waits a little, and not equally long.
		await pause(Math.random() * LONGEST_PAUSE_MS);
	}
	throw new Error(`a draft was changed by another tab ${TRIES} times in a row`);
}

/**
 * Keeps one page and gives the answers as they are now. Words first: the page counts as done only when all of it is kept.
 * Null: the draft is gone.
 * @param read The answers as they were just read, if they were.
 */
export async function keepPage(
	db: Database,
	visit: BegunVisit,
	given: PageAnswers,
	read?: ReadPart<'answers'>
): Promise<DraftAnswers | null> {
	const questionnaire = questionnaireOf(visit.version);
	const words = Object.entries(given.words);
	if (words.length > 0) {
		const before = read?.content ?? (await readDraft(db, visit.draft, 'answers'));
		const hidden = looksHidden(before, questionnaire, given.page, visit.tag);
		const kept = await changePart(db, visit.draft, 'words', (content) => {
			for (const [question, word] of words) {
				if (word === null && hidden) continue;
				const { [question]: _old, ...others } = content.words;
				content.words = word ? { ...others, [question]: word.text } : others;
				content.quote = content.quote.filter((key) => key !== question).concat(word?.mayQuote ? [question] : []);
			}
		});
		if (!kept) return null;
	}
	const put = (content: DraftAnswers) => putPage(content, questionnaire, visit.tag, given);
	return changePart(db, visit.draft, 'answers', put, read);
}

/** Moves a draft to where the code and three pictures find it again. False: it is gone. */
export async function moveDraft(db: Database, visit: BegunVisit, to: DraftKey): Promise<boolean> {
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
