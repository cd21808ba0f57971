/*
 * The way through a questionnaire: what comes next, what came before, how far it is. All of it is derived
 * from which pages are done and what was said; nothing here is ever stored.
 */
import type { Page, Questionnaire } from './content.ts';
import { DOMAINS, type Domain } from './question.ts';
import { decidingPage, isAsked, pagesDecidedBy, type Answers } from './routing.ts';

/** What is known of somebody on the way. */
export interface Said {
	answers: Answers;
	/** Keys of the pages that were gone through. */
	done: ReadonlySet<string>;
	/** Whether a page was gone through in an earlier visit, so that nothing said there may show. */
	hidden(page: string): boolean;
}

export interface Progress {
	/** Counted from 1. */
	page: number;
	of: number;
	/** For each domain of the questionnaire, how much of it lies behind this page, from 0 to 1. */
	domains: readonly { domain: Domain; share: number }[];
}

/** How a page stands to somebody: asked, hidden because of an earlier visit, or not on their way. */
export type Standing = 'asked' | 'hidden' | 'passed over';

/**
 * How a page stands to somebody. Whoever comes back with the card must not see from the way what was said before: pages
 * that depend on a hidden answer look alike, asked or not. They look hidden once anything behind all of them is done; until
 * then they are asked afresh, for to have stopped among them would tell the answer that leads there.
 */
export function standingOf(questionnaire: Questionnaire, page: Page, said: Said): Standing {
	const deciding = decidingPage(questionnaire, page);
	if (!deciding || !said.hidden(deciding.key)) {
		if (!isAsked(page, said.answers)) return 'passed over';
		return said.hidden(page.key) ? 'hidden' : 'asked';
	}
	if (isAnsweredNow(page, said)) return 'asked';
	const last = pagesDecidedBy(questionnaire, deciding).at(-1) ?? page;
	const behind = questionnaire.pages.slice(positionOf(questionnaire, last.key) + 1);
	return behind.some(({ key }) => said.done.has(key)) ? 'hidden' : 'asked';
}

/** Whether a page was gone through in this visit: only then may what was said there be shown. */
export function isAnsweredNow(page: Page, said: Said): boolean {
	return said.done.has(page.key) && !said.hidden(page.key);
}

/** Whether a page is asked and still to be gone through, as far as this visit may see. */
export function isOpen(questionnaire: Questionnaire, page: Page, said: Said): boolean {
	return !isAnsweredNow(page, said) && standingOf(questionnaire, page, said) === 'asked';
}

/** The first page that is asked and not done, or null when none is left and the review comes next. Unknown keys are ignored. */
export function nextPage(questionnaire: Questionnaire, said: Said): Page | null {
	return questionnaire.pages.find((page) => isOpen(questionnaire, page, said)) ?? null;
}

/** The page behind this one; null after the last, and for a key that is no page. */
export function pageAfter(questionnaire: Questionnaire, key: string, said: Said): Page | null {
	const at = positionOf(questionnaire, key);
	return at < 0
		? null
		: (onTheWay(questionnaire, said).find((page) => positionOf(questionnaire, page.key) > at) ?? null);
}

/** The page before this one; null before the first, and for a key that is no page. */
export function pageBefore(questionnaire: Questionnaire, key: string, said: Said): Page | null {
	const at = positionOf(questionnaire, key);
	return onTheWay(questionnaire, said).findLast((page) => positionOf(questionnaire, page.key) < at) ?? null;
}

/** The pages that somebody meets, in order: those asked of them, and those hidden. */
export function onTheWay(questionnaire: Questionnaire, said: Said): readonly Page[] {
	return questionnaire.pages.filter((page) => standingOf(questionnaire, page, said) !== 'passed over');
}

/** How far this page is along. A key that is no page, such as the review's, stands behind the last one. */
export function progressAt(questionnaire: Questionnaire, key: string): Progress {
	const { pages } = questionnaire;
	const at = positionOf(questionnaire, key);
	const behind = at < 0 ? pages : pages.slice(0, at);
	const domains = DOMAINS.flatMap((domain) => {
		const all = pages.filter((page) => page.domain === domain).length;
		return all === 0 ? [] : [{ domain, share: behind.filter((page) => page.domain === domain).length / all }];
	});
	return { page: at < 0 ? pages.length : at + 1, of: pages.length, domains };
}

function positionOf(questionnaire: Questionnaire, key: string): number {
	return questionnaire.pages.findIndex((page) => page.key === key);
}
