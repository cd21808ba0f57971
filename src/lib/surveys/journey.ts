/*
 * The way through a questionnaire: what comes next, what came before, how far it is. All of it is derived
 * from which pages are done; nothing here is ever stored.
 */
import type { Page, Questionnaire } from './content.ts';
import { DOMAINS, type Domain } from './question.ts';

export interface Progress {
	/** Counted from 1. */
	page: number;
	of: number;
	/** For each domain of the questionnaire, how much of it lies behind this page, from 0 to 1. */
	domains: readonly { domain: Domain; share: number }[];
}

/** The first page that is not done, or null when all are and the review comes next. Unknown keys are ignored. */
export function nextPage(questionnaire: Questionnaire, done: ReadonlySet<string>): Page | null {
	return questionnaire.pages.find((page) => !done.has(page.key)) ?? null;
}

/** The page behind this one; null after the last, and for a key that is no page. */
export function pageAfter(questionnaire: Questionnaire, key: string): Page | null {
	const at = positionOf(questionnaire, key);
	return at < 0 ? null : (questionnaire.pages[at + 1] ?? null);
}

/** The page before this one; null before the first, and for a key that is no page. */
export function pageBefore(questionnaire: Questionnaire, key: string): Page | null {
	const at = positionOf(questionnaire, key);
	return at < 1 ? null : (questionnaire.pages[at - 1] ?? null);
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
