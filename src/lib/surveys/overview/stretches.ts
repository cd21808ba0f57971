/*
 * A questionnaire as a map: stretches that everybody walks, and branches for some that come back to the way. Pure.
 */
import { conditionInWords } from '../routing.ts';
import type { Page, Questionnaire } from '../questionnaire.ts';

export interface Placed {
	page: Page;
	/** The page's place, counted from 1. */
	number: number;
}

export interface Branch {
	/** The deciding question and the answers that lead here, in words. */
	question: string;
	answers: readonly string[];
	/** The number of the page where everybody meets again; null when that is the review. */
	rejoins: number | null;
}

export interface Stretch {
	pages: readonly Placed[];
	/** Null for a stretch that everybody walks. */
	branch: Branch | null;
}

const conditionOf = ({ when }: Page) => (when ? `${when.question} ${when.answers.join(' ')}` : '');

/** The pages in order, cut where another condition begins. */
export function stretchesOf(questionnaire: Questionnaire): Stretch[] {
	const cut: Placed[][] = [];
	for (const [place, page] of questionnaire.pages.entries()) {
		const last = cut.at(-1);
		if (last?.[0] && conditionOf(last[0].page) === conditionOf(page)) last.push({ page, number: place + 1 });
		else cut.push([{ page, number: place + 1 }]);
	}
	return cut.map((pages) => ({ pages, branch: branchOf(questionnaire, pages) }));
}

function branchOf(questionnaire: Questionnaire, pages: readonly Placed[]): Branch | null {
	const when = pages[0]?.page.when;
	if (!when) return null;
	const end = pages.at(-1)?.number ?? 0;
	const meets = questionnaire.pages.findIndex((page, place) => place >= end && !page.when);
	return { ...conditionInWords(questionnaire, when), rejoins: meets < 0 ? null : meets + 1 };
}
