/*
 * What a young person sees again before sending: this visit's answers in words, earlier ones hidden. Pure.
 */
import type { Questionnaire } from './content.ts';
import { isAnsweredNow, onTheWay, standingOf, type Said } from './journey.ts';
import { isPicked, type Answer, type Domain, type Question } from './question.ts';

export interface ReviewedPage {
	key: string;
	title: string | null;
	domain: Domain;
	state: 'now' | 'earlier' | 'not yet';
	questions: { key: string; text: string; said: readonly string[]; answer: Answer | null }[];
}

/** With the address where it can be changed, which whoever shows it knows. */
export interface ChangeablePage extends ReviewedPage {
	address: string;
}

/** An answer in the words of its options; a 0–10 answer as "7 of 10"; a comment as it was written. */
export function inWords(question: Question, answer: Answer | undefined): readonly string[] {
	if (answer === undefined) return [];
	const keys = typeof answer === 'string' ? [answer] : answer;
	if (question.type === 'scale') return keys.map((key) => `${key} of 10`);
	if (!isPicked(question)) return keys;
	return keys.map((key) => question.options.find((option) => option.key === key)?.label ?? key);
}

/** The review, page by page, without those that were not asked. What was answered in an earlier visit is named, never shown. */
export function reviewOf(questionnaire: Questionnaire, said: Said): ReviewedPage[] {
	return onTheWay(questionnaire, said).map((page) => {
		const now = isAnsweredNow(page, said);
		const isHidden = standingOf(questionnaire, page, said) === 'hidden';
		return {
			key: page.key,
			title: page.title ?? null,
			domain: page.domain,
			state: isHidden ? 'earlier' : now ? 'now' : 'not yet',
			questions: isHidden
				? []
				: page.questions.map((question) => ({
						key: question.key,
						text: question.text,
						said: now ? inWords(question, said.answers[question.key]) : [],
						answer: (now ? said.answers[question.key] : undefined) ?? null
					}))
		};
	});
}
