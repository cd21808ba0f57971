/*
 * The care leavers' questionnaire, 16–25: its pages in the order they are asked, from easy, through heavier, to good.
 * The questions are in one file a domain; the order and the edition are here.
 */
import type { Page, Questionnaire } from '../../content.ts';
import * as aboutYou from './about-you.ts';
import * as recovery from './recovery.ts';
import * as relationships from './relationships.ts';
import * as resilience from './resilience.ts';
import * as rights from './rights.ts';
import * as wellBeing from './well-being.ts';

// A page that is not asked of everybody follows directly after the one that decides it.
const IN_ORDER: readonly Omit<Page, 'key'>[] = [
	resilience.FREE_TIME,
	relationships.FRIENDS,
	recovery.HOME,
	rights.ONLINE,
	resilience.WORK,
	resilience.IN_WORK,
	resilience.OUT_OF_WORK,
	resilience.MONEY,
	relationships.THERE_FOR_YOU,
	relationships.ADVISER,
	relationships.WITH_ADVISER,
	rights.PLAN,
	rights.IN_THE_PLAN,
	rights.OWED,
	rights.HEARD,
	relationships.FAMILY,
	relationships.CHILDREN,
	relationships.PARENTING,
	relationships.LONELINESS,
	recovery.SAFETY,
	recovery.HEALTH,
	recovery.STORY,
	wellBeing.LIFE,
	wellBeing.MOOD,
	wellBeing.FUTURE,
	wellBeing.IN_YOUR_WORDS,
	aboutYou.YOU_AND_HOME,
	aboutYou.AREA_AND_HEALTH
];

export const CARE_LEAVERS: Questionnaire = {
	version: '16-25',
	edition: '16-25/1',
	title: 'Life after care',
	minutes: 12,
	// Numbered: a key must not say what is asked. Addresses are drawn anew for each visit.
	pages: IN_ORDER.map((page, index) => ({ key: `page-${index + 1}`, ...page }))
};
