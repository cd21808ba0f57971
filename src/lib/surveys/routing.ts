/*
 * Who is asked which page: "if you have brothers or sisters …". Derived from the answers, never stored. Pure.
 * What the build refuses of it stands in content/routing-faults.ts, the way through in journey.ts.
 */
import type { Condition, Page, Questionnaire } from './content.ts';
import { isPicked, type Answer, type Question } from './question.ts';

export type Answers = Readonly<Record<string, Answer>>;

/** Whether what was said meets a condition; a question that was skipped meets none. */
export function holds(condition: Condition, answers: Answers): boolean {
	const said = Object.hasOwn(answers, condition.question) ? answers[condition.question] : undefined;
	if (said === undefined) return false;
	return (typeof said === 'string' ? [said] : said).some((answer) => condition.answers.includes(answer));
}

/** Whether a page is asked of somebody who said this. */
export function isAsked(page: Page, answers: Answers): boolean {
	return page.when === undefined || holds(page.when, answers);
}

/** The page that holds the question a page depends on, or null for a page that everybody is asked. */
export function decidingPage({ pages }: Questionnaire, page: Page): Page | null {
	const { when } = page;
	if (!when) return null;
	return pages.find(({ questions }) => questions.some(({ key }) => key === when.question)) ?? null;
}

/** The pages whose being asked depends on an answer of this one. */
export function pagesDecidedBy(questionnaire: Questionnaire, page: Page): readonly Page[] {
	return questionnaire.pages.filter((other) => decidingPage(questionnaire, other)?.key === page.key);
}

/** What is not asked any more after a page was answered anew: its pages, whose answers are let go. */
export function passedOver(questionnaire: Questionnaire, page: Page, answers: Answers): readonly Page[] {
	return pagesDecidedBy(questionnaire, page).filter((other) => !isAsked(other, answers));
}

/** The answers that count: those of pages that were asked. Another tab, or a visit before, may have left others. */
export function onlyAsked<A extends Answers>({ pages }: Questionnaire, answers: A): A {
	const over = new Set(
		pages.filter((page) => !isAsked(page, answers)).flatMap(({ questions }) => questions.map(({ key }) => key))
	);
	return Object.fromEntries(Object.entries(answers).filter(([key]) => !over.has(key))) as A;
}

/** A condition in words for staff: the deciding question, and the labels of the answers that lead on. */
export function conditionInWords(
	{ pages }: Questionnaire,
	condition: Condition
): { question: string; answers: readonly string[] } {
	const all: readonly Question[] = pages.flatMap(({ questions }) => questions);
	const question = all.find(({ key }) => key === condition.question);
	const options = question && isPicked(question) ? question.options : [];
	return {
		question: question?.text ?? condition.question,
		answers: condition.answers.map((answer) => options.find(({ key }) => key === answer)?.label ?? answer)
	};
}
