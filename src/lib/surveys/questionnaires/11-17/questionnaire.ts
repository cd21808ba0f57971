/*
 * The 11–17 questionnaire: its pages in the order they are asked, from easy, through heavier, to good.
 * The questions are in one file a domain; the order and the edition are here.
 */
import type { Page, Questionnaire } from '../../content.ts';
import * as aboutYou from './about-you.ts';
import * as recovery from './recovery.ts';
import * as relationships from './relationships.ts';
import * as resilience from './resilience.ts';
import * as rights from './rights.ts';
import * as wellBeing from './well-being.ts';

const IN_ORDER: readonly Omit<Page, 'key'>[] = [
	resilience.HOBBIES,
	resilience.FREE_TIME,
	relationships.FRIENDS,
	resilience.SCHOOL,
	recovery.HOME,
	relationships.ADULTS_AT_HOME,
	resilience.TRUST,
	rights.LIKE_OTHERS,
	rights.DECISIONS,
	relationships.SOCIAL_WORKER,
	relationships.FAMILY,
	relationships.IN_YOUR_WORDS,
	recovery.SAFETY,
	recovery.BULLYING,
	recovery.WORRIES,
	recovery.HELP_WITH_WORRIES,
	rights.TREATED,
	rights.ADVOCATE,
	recovery.LOOKS,
	wellBeing.LIFE,
	wellBeing.YESTERDAY,
	wellBeing.FUTURE,
	wellBeing.IN_YOUR_WORDS,
	aboutYou.YOU_AND_HOME,
	aboutYou.AREA_AND_HEALTH
];

export const ELEVEN_TO_SEVENTEEN: Questionnaire = {
	version: '11-17',
	edition: '11-17/1',
	title: 'How is life for you?',
	minutes: 12,
	// Numbered: a key must not say what is asked. Addresses are drawn anew for each visit.
	pages: IN_ORDER.map((page, index) => ({ key: `page-${index + 1}`, ...page }))
};
