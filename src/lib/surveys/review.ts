/*
 * What a young person sees again before sending: this visit's answers in words, earlier ones hidden. Pure.
 */
import type { Questionnaire } from './content.ts';
import type { Answer, Domain, Question } from './question.ts';

export interface ReviewedPage {
	key: string;
	title: string | null;
	domain: Domain;
	state: 'now' | 'earlier' | 'not yet';
	questions: { key: string; text: string; said: readonly string[] }[];
}

/** An answer in the words of its options; a 0–10 answer as "7 of 10"; a comment as it was written. */
export function inWords(question: Question, answer: Answer | undefined): readonly string[] {
	if (answer === undefined) return [];
	const keys = typeof answer === 'string' ? [answer] : answer;
	if (question.type === 'comment') return keys;
	if (question.type === 'scale') return keys.map((key) => `${key} of 10`);
	return keys.map((key) => question.options.find((option) => option.key === key)?.label ?? key);
}

/** The review, page by page. What was answered in an earlier visit is named, never shown. */
export function reviewOf(
	questionnaire: Questionnaire,
	answers: Readonly<Record<string, Answer>>,
	{ earlier, done }: { earlier: (page: string) => boolean; done: (page: string) => boolean }
): ReviewedPage[] {
	return questionnaire.pages.map((page) => ({
		key: page.key,
		title: page.title ?? null,
		domain: page.domain,
		state: earlier(page.key) ? 'earlier' : done(page.key) ? 'now' : 'not yet',
		questions: earlier(page.key)
			? []
			: page.questions.map((question) => ({
					key: question.key,
					text: question.text,
					said: inWords(question, answers[question.key])
				}))
	}));
}
