/*
 * The 4–7 questionnaire: one question a page, from easy, through heavier, to good, with a helper beside the child.
 * The order and the edition are here; the questions are beside it.
 */
import type { Page, Questionnaire } from '../../content.ts';
import type { Question } from '../../question.ts';
import * as beside from './adult-beside.ts';
import * as child from './child.ts';

// Titled, so that it is no surprise for a child who has just pressed Start.
const forHelper = (question: Question, title = 'Last, for your helper'): Omit<Page, 'key'> => ({
	domain: question.domain,
	title,
	for: 'helper',
	questions: [question]
});
const forChild = (question: Question): Omit<Page, 'key'> => ({ domain: question.domain, questions: [question] });

const IN_ORDER: readonly Omit<Page, 'key'>[] = [
	forHelper(beside.WHO_HELPS, 'First, for your helper'),
	forChild(child.FUN),
	forChild(child.SCHOOL),
	forChild(child.FRIEND),
	forChild(child.BEDROOM),
	forChild(child.SETTLED),
	forChild(child.NOTICE),
	forChild(child.TRUST),
	forChild(child.SOCIAL_WORKER),
	forChild(child.WHY_IN_CARE),
	forChild(child.SAFE),
	forChild(child.BETTER),
	forChild(child.HAPPY),
	forChild(child.GOOD),
	forHelper(beside.GENDER),
	forHelper(beside.HOME),
	forHelper(beside.DISABILITY)
];

export const FOUR_TO_SEVEN: Questionnaire = {
	version: '4-7',
	edition: '4-7/1',
	title: 'How are things?',
	minutes: 10,
	// Numbered: a key must not say what is asked. Addresses are drawn anew for each visit.
	pages: IN_ORDER.map((page, index) => ({ key: `page-${index + 1}`, ...page }))
};
