/*
 * The way through a preview, where nothing is kept: only the page that was just shown, and what was just said on it, decide. Pure.
 */
import type { Condition } from '../content.ts';
import type { Page, Questionnaire } from '../questionnaire.ts';
import type { Answer } from '../question.ts';
import { holds, type Answers } from '../routing.ts';

/** Whoever is on a page that depends on an answer gave it; a page with another condition on it may still be theirs. */
function goTogether(one: Condition, other: Condition): boolean {
	return one.question === other.question && one.answers.some((answer) => other.answers.includes(answer));
}

/** Whether somebody who stands on `here`, and said this there, is asked `page`. */
function isTheirs(page: Page, here: Page, answers: Answers): boolean {
	const { when } = page;
	if (!when) return true;
	if (here.questions.some(({ key }) => key === when.question)) return holds(when, answers);
	return here.when !== undefined && goTogether(here.when, when);
}

/** The page after this one, for what was just said on it, a skip being null; null when the review comes next. */
export function pageAhead(
	{ pages }: Questionnaire,
	here: Page,
	said: Readonly<Record<string, Answer | null>>
): Page | null {
	const answers = Object.fromEntries(
		Object.entries(said).flatMap(([key, answer]) => (answer === null ? [] : [[key, answer]]))
	);
	return pages.slice(pages.indexOf(here) + 1).find((page) => isTheirs(page, here, answers)) ?? null;
}

/**
 * The page before this one; null before the first. `via` is the key of the page that led here: it stands in the address,
 * so that the way back out of a branch leads through the branch.
 */
export function pageBehind({ pages }: Questionnaire, here: Page, via: string | null): Page | null {
	const before = pages.slice(0, pages.indexOf(here));
	return before.find(({ key }) => key === via) ?? before.findLast((page) => isTheirs(page, here, {})) ?? null;
}
