/*
 * The care leavers' questionnaire, 16–25: its pages in the order they are asked.
 * The questions are in one file a domain; the order and the edition are here.
 */
import type { Page, Questionnaire } from '../../content.ts';
import { FREQUENCY, OFTEN } from '../scales.ts';

const IN_ORDER: readonly Omit<Page, 'key'>[] = [
	{
		domain: 'recovery',
		title: 'Where you live',
		questions: [
			{
				...FREQUENCY,
				key: 'feels-safe',
				domain: 'recovery',
				indicator: 'feels-safe',
				text: 'Do you feel safe where you live?',
				positive: OFTEN
			},
			{
				type: 'number',
				key: 'homes-year',
				domain: 'recovery',
				text: 'How many places have you lived in over the last 12 months?',
				least: 1,
				most: 30,
				bands: [
					{ key: 'one', label: 'One', from: 1, to: 1 },
					{ key: 'two', label: 'Two', from: 2, to: 2 },
					{ key: 'more', label: 'Three or more', from: 3, to: 30 }
				]
			}
		]
	}
];

export const CARE_LEAVERS: Questionnaire = {
	version: '16-25',
	edition: '16-25/1',
	title: 'Life after care',
	minutes: 12,
	pages: IN_ORDER.map((page, index) => ({ key: `page-${index + 1}`, ...page }))
};
