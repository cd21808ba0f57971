/*
 * Where a page of questions leads when one of its buttons was pressed. Pure: the way itself is derived in surveys/.
 */
import { addressOf } from '#lib/responses/addresses.ts';
import { isOpen, pageAfter, pageBefore, standingOf, type Said } from '#lib/surveys/journey.ts';
import type { Page, Questionnaire } from '#lib/surveys/questionnaire.ts';
import { decidingPage, pagesDecidedBy } from '#lib/surveys/routing.ts';

export type Place = Page | 'start' | 'review';

/** The page that an answer changed on the review page has made newly asked, or null. */
function newlyAsked(questionnaire: Questionnaire, page: Page, said: Said): Page | null {
	const together = pagesDecidedBy(questionnaire, decidingPage(questionnaire, page) ?? page);
	const later = together.slice(together.findIndex(({ key }) => key === page.key) + 1);
	return later.find((one) => isOpen(questionnaire, one, said)) ?? null;
}

/** What comes after a page was kept. Whoever came from the review goes back there, by way of what is newly asked. */
export function leadsTo(questionnaire: Questionnaire, page: Page, said: Said, go: string, toReview: boolean): Place {
	if (toReview) return (go === 'back' ? null : newlyAsked(questionnaire, page, said)) ?? 'review';
	if (go === 'back') return pageBefore(questionnaire, page.key, said) ?? 'start';
	return pageAfter(questionnaire, page.key, said) ?? 'review';
}

/** Where somebody is taken from a page that is not asked of them; null where it is. */
export function leadsOn(questionnaire: Questionnaire, page: Page, said: Said, toReview: boolean): Place | null {
	if (standingOf(questionnaire, page, said) !== 'passed over') return null;
	return (toReview ? null : pageAfter(questionnaire, page.key, said)) ?? 'review';
}

/** The address of a place in a visit; `toReview` where a page is on the way back to the review. */
export function addressIn(visit: { seed: string }, place: Place, toReview: boolean): string {
	if (typeof place === 'string') return `/survey/${place}`;
	return addressOf(visit, place) + (toReview ? '?review' : '');
}

/** Where help is, if that is what was asked for: it comes first, whatever becomes of what is on the page. */
export function leadsToHelp(go: string): string | null {
	if (go === 'help') return '/help';
	return go === 'talk' ? '/help/talk' : null;
}

/** Where a button leads that leaves the questions for a while: to stop, or to make it comfortable. Null for the others. */
export function leadsAway(go: string, here: string, kept: boolean): string | null {
	if (go === 'comfort') return `/comfort?to=${encodeURIComponent(here)}`;
	if (go === 'pause') return kept ? '/survey/pause' : '/survey/pictures';
	return null;
}
