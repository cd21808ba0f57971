/*
 * Looking for words in the questions of all versions. Pure.
 */
import { indicatorOf } from '../indicators.ts';
import { isPicked, type Question, type Version } from '../question.ts';
import type { Page, Questionnaire } from '../questionnaire.ts';

/** The longest search, in characters. */
export const SEARCH_LENGTH = 100;

export interface Found {
	version: Version;
	page: Page;
	/** The page's place, counted from 1. */
	number: number;
	question: Question;
}

const folded = (text: string) => text.toLowerCase().replaceAll('’', "'");

/** Everything about a question that can be looked for. */
function wordsOf(question: Question): string {
	const labels = isPicked(question) ? question.options.map(({ label }) => label) : [];
	const indicator = question.indicator ? indicatorOf(question.indicator)?.name : undefined;
	return folded([question.text, question.help ?? '', indicator ?? '', ...labels].join('\n'));
}

/** The questions that hold every one of the words somewhere, in the order they are asked; no words find nothing. */
export function questionsWith(questionnaires: readonly Questionnaire[], search: string): Found[] {
	const words = folded(search.slice(0, SEARCH_LENGTH)).split(/\s+/).filter(Boolean);
	if (words.length === 0) return [];
	return questionnaires.flatMap(({ version, pages }) =>
		pages.flatMap((page, place) =>
			page.questions
				.filter((question) => words.every((word) => wordsOf(question).includes(word)))
				.map((question) => ({ version, page, number: place + 1, question }))
		)
	);
}
