/*
 * What a draft holds and how it is sealed: fixed sizes, no times, no counters. Where drafts lie is drafts.server.ts.
 */
import { z } from 'zod';
import { deriveKey, keyedHash, pad, seal, unpad, unseal } from '#lib/secrets/envelope.ts';
import { LONGEST_COMMENT_BYTES } from '#lib/comments/comment.ts';
import type { Said } from '#lib/surveys/journey.ts';
import { MOST_COMMENTS } from '#lib/surveys/question.ts';
import type { Picture } from './picture.ts';

/** Sealed and in base64 the answers' row just fits one page of SQLite: each answer writes one page, not five. */
export const DRAFT_BYTES = { answers: 2_880, words: MOST_COMMENTS * LONGEST_COMMENT_BYTES } as const;

/** Where a draft lies and the key that reads it; both only in the visit, never stored together. */
export interface DraftKey {
	id: string;
	key: string;
}

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
export type Part = keyof typeof DRAFT_BYTES;
export type Content<P extends Part> = P extends 'answers' ? DraftAnswers : DraftWords;

/** A draft that has just been begun. */
export const EMPTY: { answers: DraftAnswers; words: DraftWords } = {
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

/** One part of a draft, padded and sealed under its key: base64. */
export function sealPart<P extends Part>(draft: DraftKey, part: P, content: Content<P>): string {
	const padded = pad(Buffer.from(JSON.stringify(content)), DRAFT_BYTES[part]);
	return seal(Buffer.from(draft.key, 'base64url'), padded, `${draft.id} ${part}`).toString('base64');
}

/** Opens what `sealPart` made; null when the key is not its key. */
export function openPart<P extends Part>(draft: DraftKey, part: P, sealed: string): Content<P> | null {
	const padded = unseal(Buffer.from(draft.key, 'base64url'), Buffer.from(sealed, 'base64'), `${draft.id} ${part}`);
	return padded && (SCHEMAS[part].parse(JSON.parse(unpad(padded).toString())) as Content<P>);
}

/** A page done in an earlier visit is shown empty: what is left empty there keeps what was said then. */
export function isHidden(content: DraftAnswers | null, page: string, tag: string): boolean {
	const by = content?.done[page];
	return by !== undefined && by !== tag;
}

/** What a draft tells the journey in one visit; `words` where the answers in own words matter, too. */
export function saidIn(content: DraftAnswers, tag: string, words: DraftWords['words'] = {}): Said {
	return {
		answers: { ...content.answers, ...words },
		done: new Set(Object.keys(content.done)),
		hidden: (page) => isHidden(content, page, tag)
	};
}
