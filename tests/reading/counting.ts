/*
 * Counts words, sentences, syllables and letters of short texts and gives their grades by two published formulas.
 * Nothing of the surveys may be known here.
 */
import { automatedReadability } from 'automated-readability';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

export interface Grades {
	/** Flesch–Kincaid grade level (1975): long sentences, words of many syllables. */
	fleschKincaid: number;
	/** Automated Readability Index (1967): long sentences, words of many letters. */
	automated: number;
}

// What stands for a value is read as a number; an abbreviation's full stop is rare enough not to matter.
const PLACE = /\{\{[^}]*\}\}/g;
const ENDS = /[.?!:…]+(?=\s|$)/;

/** The grades of all these texts together. A text without a full stop, such as an option, is one sentence. */
export function gradesOf(texts: readonly string[]): Grades {
	const sentences = texts
		.flatMap((text) => text.replace(PLACE, '10').split(ENDS))
		.map((sentence) => wordsOf(sentence))
		.filter((words) => words.length > 0);
	const words = sentences.flat();
	const counted = {
		sentence: sentences.length,
		word: words.length,
		syllable: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
		character: words.reduce((sum, word) => sum + [...word].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).length, 0)
	};
	return { fleschKincaid: fleschKincaid(counted), automated: automatedReadability(counted) };
}

function wordsOf(sentence: string): string[] {
	return sentence.split(/[\s–—]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** The mean of both, for a text too short for either formula alone. */
export function meanGrade(text: string): number {
	const { fleschKincaid: one, automated: other } = gradesOf([text]);
	return (one + other) / 2;
}
