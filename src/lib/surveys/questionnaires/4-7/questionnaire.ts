/*
 * The 4–7 questionnaire: one question a page, answered with faces and a helper beside the child.
 * The wording and the order are here.
 */
import type { Page, Questionnaire } from '../../content.ts';
import { FACES, YES } from '../scales.ts';

const IN_ORDER: readonly Omit<Page, 'key'>[] = [
	{
		domain: 'well-being',
		for: 'helper',
		questions: [
			{
				type: 'choice',
				key: 'helper',
				domain: 'well-being',
				text: 'Who is sitting with the child?',
				options: [
					{ key: 'school', label: 'Somebody from school or nursery' },
					{ key: 'support', label: 'A support worker' },
					{ key: 'else', label: 'Somebody else' }
				]
			}
		]
	},
	{
		domain: 'resilience',
		questions: [
			{
				...FACES,
				key: 'fun-weekends',
				domain: 'resilience',
				indicator: 'fun-weekends',
				text: 'Do you have fun at weekends?',
				sign: 'weekend',
				positive: YES
			}
		]
	}
];

export const FOUR_TO_SEVEN: Questionnaire = {
	version: '4-7',
	edition: '4-7/1',
	title: 'How are things?',
	minutes: 10,
	pages: IN_ORDER.map((page, index) => ({ key: `page-${index + 1}`, ...page }))
};
