/*
 * One page's form, read question by question: what was answered, skipped or could not be taken. Pure; surveys/ decides.
 */
import { parseAnswer, type Answer, type Parsed } from '#lib/surveys/question.ts';
import type { Page } from '#lib/surveys/questionnaire.ts';

type Refused = Extract<Parsed, { kind: 'refused' }>;
type Words = Record<string, { text: string; mayQuote: boolean } | null>;

export type ReadPage =
	| { kind: 'read'; answers: Record<string, Answer | null>; words: Words; empty: boolean }
	| {
			kind: 'refused';
			answers: Record<string, Answer | null>;
			words: Words;
			refused: Record<string, Refused>;
			typed: Record<string, Answer>;
			quote: string[];
	  };

/** Reads every question of a page. If one is refused, what the others held comes back with it, so that nothing is typed twice. */
export function readPage(page: Page, form: FormData): ReadPage {
	const answers: Record<string, Answer | null> = {};
	const words: Words = {};
	const refused: Record<string, Refused> = {};
	const typed: Record<string, Answer> = {};
	const quote = page.questions.map(({ key }) => key).filter((key) => form.has(`quote-${key}`));
	for (const question of page.questions) {
		const parsed = parseAnswer(question, form.getAll(question.key).map(String));
		if (parsed.kind === 'refused') {
			refused[question.key] = parsed;
			continue;
		}
		const answer = parsed.kind === 'answered' ? parsed.answer : null;
		if (answer !== null) typed[question.key] = answer;
		if (question.type === 'comment') {
			words[question.key] =
				typeof answer === 'string' ? { text: answer, mayQuote: quote.includes(question.key) } : null;
		} else answers[question.key] = answer;
	}
	if (Object.keys(refused).length > 0) return { kind: 'refused', answers, words, refused, typed, quote };
	return { kind: 'read', answers, words, empty: Object.keys(typed).length === 0 };
}

/** Whether a page is left out, even where something was tapped or typed on it: to skip it can mean nothing else. */
export const leavesOut = (go: string): boolean => go === 'skip';
