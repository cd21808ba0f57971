/*
 * A list of texts with what is recorded of each, numbered as it is read out, and the files of a recording session found
 * again by those numbers. Pure.
 */
import type { Language } from '#lib/i18n/translate.ts';
import { textHashOf } from './recording.ts';
import { allTexts, LISTS, stretchesOf, textsOf, type List } from './texts.ts';

/** One text to read out; its number counts through the whole list, whatever part of it is shown. */
export interface Line<Recorded> {
	number: number;
	text: string;
	hash: string;
	recording: Recorded | null;
}

type Hashed = { textHash: string };

/** A list under its headings, with the recordings that there are. */
export function linesOf<R extends Hashed>(
	list: List,
	language: Language,
	recordings: readonly R[]
): { heading: string; lines: Line<R>[] }[] {
	const byHash = new Map(recordings.map((one) => [one.textHash, one]));
	let number = 0;
	return stretchesOf(list, language).map(({ heading, texts }) => ({
		heading,
		lines: texts.map((text) => {
			const hash = textHashOf(text, language);
			return { number: ++number, text, hash, recording: byHash.get(hash) ?? null };
		})
	}));
}

/** How much of each list, and of all texts together, is recorded. */
export function countsOf(language: Language, recordings: readonly Hashed[]) {
	const hashes = new Set(recordings.map(({ textHash }) => textHash));
	const count = (texts: readonly string[]) => ({
		recorded: texts.filter((text) => hashes.has(textHashOf(text, language))).length,
		of: texts.length
	});
	const lists = LISTS.map((list) => ({ list, ...count(textsOf(list, language)) }));
	return { lists, all: count(allTexts(language)) };
}

/** Recordings of words that are not asked any more. */
export function leftOver<R extends Hashed>(language: Language, recordings: readonly R[]): R[] {
	const asked = new Set(allTexts(language).map((text) => textHashOf(text, language)));
	return recordings.filter(({ textHash }) => !asked.has(textHash));
}

/** The number that a file's name begins with, as in "012.mp3" or "12 Do you feel safe.m4a"; null where it has none. */
export function numberIn(fileName: string): number | null {
	const [, digits] = /^\s*(\d{1,4})(?!\d)/u.exec(fileName) ?? [];
	return digits === undefined ? null : Number(digits);
}
