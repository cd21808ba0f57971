/*
 * The 8–10 questionnaire: its pages in the order they are asked.
 * The questions are in one file a domain; the order and the edition are here.
 */
import type { Page, Questionnaire } from '../../content.ts';
import { amountOfSeeing, FREQUENCY, OFTEN, RIGHT_AMOUNT, YES_NO } from '../scales.ts';

const IN_ORDER: readonly Omit<Page, 'key'>[] = [
	{
		domain: 'resilience',
		title: 'Fun',
		questions: [
			{
				...FREQUENCY,
				key: 'fun-weekends',
				domain: 'resilience',
				indicator: 'fun-weekends',
				text: 'Do you have fun at weekends?',
				sign: 'weekend',
				positive: OFTEN
			}
		]
	},
	{
		domain: 'relationships',
		title: 'Your family',
		questions: [
			{
				...YES_NO,
				key: 'has-siblings',
				domain: 'relationships',
				text: 'Do you have brothers or sisters who live somewhere else?',
				sign: 'siblings'
			}
		]
	},
	{
		domain: 'relationships',
		title: 'Your family',
		when: { question: 'has-siblings', answers: ['yes'] },
		questions: [
			{
				...amountOfSeeing('I do not see them', 'This does not fit my family'),
				key: 'sees-siblings',
				domain: 'relationships',
				indicator: 'sees-siblings',
				text: 'How much do you see your brothers and sisters?',
				sign: 'siblings',
				positive: RIGHT_AMOUNT
			}
		]
	}
];

export const EIGHT_TO_TEN: Questionnaire = {
	version: '8-10',
	edition: '8-10/1',
	title: 'How is life for you?',
	minutes: 10,
	pages: IN_ORDER.map((page, index) => ({ key: `page-${index + 1}`, ...page }))
};
