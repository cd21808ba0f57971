/*
 * The 8–10 questionnaire: its pages in the order they are asked, from easy, through heavier, to good.
 * The questions are in one file a domain; the order and the edition are here.
 */
import type { Page, Questionnaire } from '../../content.ts';
import * as aboutYou from './about-you.ts';
import * as recovery from './recovery.ts';
import * as relationships from './relationships.ts';
import * as resilience from './resilience.ts';
import * as rights from './rights.ts';
import * as wellBeing from './well-being.ts';

// A page that only some are asked follows the page that decides it.
const IN_ORDER: readonly Omit<Page, 'key'>[] = [
	resilience.FUN,
	resilience.THINGS_TO_DO,
	relationships.FRIENDS,
	resilience.SCHOOL,
	recovery.HOME,
	relationships.ADULTS_AT_HOME,
	resilience.TRUST,
	rights.LIKE_OTHERS,
	relationships.SOCIAL_WORKER,
	relationships.REACHING_THEM,
	rights.IN_CARE,
	relationships.PARENTS,
	relationships.SIBLINGS,
	relationships.SEEING_SIBLINGS,
	recovery.SAFETY,
	recovery.BULLYING,
	recovery.HELP_WITH_BULLYING,
	recovery.WORRIES,
	recovery.HELP_WITH_WORRIES,
	rights.TREATED,
	rights.ADVOCATE,
	wellBeing.LIFE,
	wellBeing.BETTER,
	wellBeing.GOOD,
	aboutYou.YOU_AND_HOME,
	aboutYou.AREA_AND_HEALTH
];

export const EIGHT_TO_TEN: Questionnaire = {
	version: '8-10',
	edition: '8-10/1',
	title: 'How is life for you?',
	minutes: 15,
	// Numbered: a key must not say what is asked. Addresses are drawn anew for each visit.
	pages: IN_ORDER.map((page, index) => ({ key: `page-${index + 1}`, ...page }))
};
