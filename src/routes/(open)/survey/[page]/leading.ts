/*
 * Where a page of questions leads when one of its buttons was pressed. Pure: the way itself is derived in surveys/.
 */
import { isOpen, pageAfter, pageBefore, standingOf, type Said } from '#lib/surveys/journey.ts';
import type { Page, Questionnaire } from '#lib/surveys/questionnaire.ts';
import { decidingPage, pagesDecidedBy } from '#lib/surveys/routing.ts';

const REVIEW = '/survey/review';
const addressOf = (page: Page | null, otherwise: string) => (page ? `/survey/${page.key}` : otherwise);

/** The page that an answer changed on the review page has made newly asked, or null. */
function newlyAsked(questionnaire: Questionnaire, page: Page, said: Said): Page | null {
	const together = pagesDecidedBy(questionnaire, decidingPage(questionnaire, page) ?? page);
	const later = together.slice(together.findIndex(({ key }) => key === page.key) + 1);
	return later.find((one) => isOpen(questionnaire, one, said)) ?? null;
}

/** The address that comes after a page was kept. Whoever came from the review goes back there, by way of what is newly asked. */
export function leadsTo(questionnaire: Questionnaire, page: Page, said: Said, go: string, toReview: boolean): string {
	if (toReview) {
		const next = go === 'back' ? null : newlyAsked(questionnaire, page, said);
		return next ? `/survey/${next.key}?review` : REVIEW;
	}
	if (go === 'back') return addressOf(pageBefore(questionnaire, page.key, said), '/survey/start');
	return addressOf(pageAfter(questionnaire, page.key, said), REVIEW);
}

/** Where somebody is taken from a page that is not asked of them; null where it is. */
export function leadsOn(questionnaire: Questionnaire, page: Page, said: Said, toReview: boolean): string | null {
	if (standingOf(questionnaire, page, said) !== 'passed over') return null;
	return toReview ? REVIEW : addressOf(pageAfter(questionnaire, page.key, said), REVIEW);
}

/** Where a button leads that leaves the questions for a while: to stop, or to make it comfortable. Null for the others. */
export function leadsAway(go: string, here: string, kept: boolean): string | null {
	if (go === 'comfort') return `/comfort?to=${encodeURIComponent(here)}`;
	if (go === 'pause') return kept ? '/survey/pause' : '/survey/pictures';
	return null;
}
