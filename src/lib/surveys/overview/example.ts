/*
 * Made-up answers, so that the preview can show a review and a thank-you as a child would see them. Nobody's own words.
 */
import type { Said } from '../journey.ts';
import type { Answer, Question } from '../question.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { isAsked } from '../routing.ts';

/** What stands where a child would have written. */
export const EXAMPLE_WORDS = 'Here stands what a child wrote.';

/** What stands where a receipt would: words that open nothing. */
export const EXAMPLE_RECEIPT = 'four words stand here';

function exampleOf(question: Question): Answer | null {
	switch (question.type) {
		case 'comment':
			return EXAMPLE_WORDS;
		case 'scale':
			return '7';
		case 'number':
			return String(question.least);
		case 'choose-all':
			return question.options
				.filter(({ exclusive }) => !exclusive)
				.slice(0, 2)
				.map(({ key }) => key);
		case 'choice':
			return question.options[0]?.key ?? null;
	}
}

/** How often the example skips: a child does, too. */
const EVERY = 7;

/** Somebody who gave the first answer nearly everywhere, and skipped a question now and then. */
export function exampleOfSaid({ pages }: Questionnaire): Said {
	const deciding = new Set(pages.flatMap(({ when }) => when?.question ?? []));
	const answers: Record<string, Answer> = {};
	const done = new Set<string>();
	let asked = 0;
	for (const page of pages) {
		if (!isAsked(page, answers)) continue;
		done.add(page.key);
		for (const question of page.questions) {
			asked += 1;
			const answer = asked % EVERY === 0 && !deciding.has(question.key) ? null : exampleOf(question);
			if (answer !== null) answers[question.key] = answer;
		}
	}
	return { answers, done, hidden: () => false };
}
