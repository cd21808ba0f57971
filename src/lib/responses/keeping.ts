/*
 * How one page's answers go into a draft, so that nobody who comes back with the card learns what was said before.
 * Pure; where drafts lie is drafts.server.ts.
 */
import { standingOf } from '#lib/surveys/journey.ts';
import type { Answer } from '#lib/surveys/question.ts';
import { pageOf, type Questionnaire } from '#lib/surveys/questionnaire.ts';
import { pagesDecidedBy, passedOver } from '#lib/surveys/routing.ts';
import { isHidden, saidIn, type DraftAnswers } from './draft.ts';

/** What one page adds: each question's answer, or null for a skip; comments apart. */
export interface PageAnswers {
	page: string;
	answers: Readonly<Record<string, Answer | null>>;
	words: Readonly<Record<string, { text: string; mayQuote: boolean } | null>>;
}

/** Whether a page looks hidden in a visit: what is left empty there keeps what was said before, if anything was. */
export function looksHidden(
	content: DraftAnswers | null,
	questionnaire: Questionnaire,
	key: string,
	tag: string
): boolean {
	const page = pageOf(questionnaire, key);
	if (!content || !page) return isHidden(content, key, tag);
	return standingOf(questionnaire, page, saidIn(content, tag)) === 'hidden';
}

/**
 * Puts a page into the answers. A page that looks hidden keeps what is left empty, and stays hidden unless every question
 * on it is answered anew: nobody with the card alone may learn what was said there, nor whether anything was.
 */
export function putPage(content: DraftAnswers, questionnaire: Questionnaire, tag: string, given: PageAnswers): void {
	const hidden = looksHidden(content, questionnaire, given.page, tag);
	for (const [question, answer] of Object.entries(given.answers)) {
		if (answer === null && hidden) continue;
		const { [question]: _old, ...others } = content.answers;
		content.answers = answer === null ? others : { ...others, [question]: answer as string | string[] };
	}
	const allAnew = [...Object.values(given.words), ...Object.values(given.answers)].every((answer) => answer !== null);
	if (hidden && !allAnew) return;
	content.done[given.page] = tag;
	letGoOfOthers(content, questionnaire, tag, given.page);
}

/**
 * What an answer has made beside the point is let go at once, and so is what an earlier visit said on the pages that it
 * decides: whether they were asked then would tell the answer of then. Not for a page that stays hidden: what stands on the
 * way would give away what was said there; its pages are left out when the answers are sent.
 */
function letGoOfOthers(content: DraftAnswers, questionnaire: Questionnaire, tag: string, key: string): void {
	const page = pageOf(questionnaire, key);
	if (!page) return;
	const earlier = pagesDecidedBy(questionnaire, page).filter((other) => content.done[other.key] !== tag);
	const over = [...earlier, ...passedOver(questionnaire, page, content.answers)];
	const gone = new Set(over.flatMap(({ questions }) => questions.map((question) => question.key)));
	content.answers = Object.fromEntries(Object.entries(content.answers).filter(([question]) => !gone.has(question)));
	const passed = over.map((one) => one.key);
	content.done = Object.fromEntries(Object.entries(content.done).filter(([one]) => !passed.includes(one)));
}
