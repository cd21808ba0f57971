/*
 * One page's form, read question by question: what was answered, skipped or could not be taken. Pure; surveys/ decides.
 */
import { isPicked, parseAnswer, type Answer, type Parsed } from '#lib/surveys/question.ts';
import type { Page } from '#lib/surveys/questionnaire.ts';

type Refused = Extract<Parsed, { kind: 'refused' }>;
type Words = Record<string, { text: string; mayQuote: boolean } | null>;

export type ReadPage =
	| { kind: 'read'; answers: Record<string, Answer | null>; words: Words; empty: boolean }
	| { kind: 'refused'; refused: Record<string, Refused>; typed: Record<string, Answer>; quote: string[] };

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
	if (Object.keys(refused).length > 0) return { kind: 'refused', refused, typed, quote };
	return { kind: 'read', answers, words, empty: Object.keys(typed).length === 0 };
}

/** Whether a skip leaves a page's answer out even where one was tapped: on a page with one thing to pick, it can mean nothing else. */
export function leavesOut(page: Page, go: string): boolean {
	return go === 'skip' && page.questions.length === 1 && page.questions.every(isPicked);
}
