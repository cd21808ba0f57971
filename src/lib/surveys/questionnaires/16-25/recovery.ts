/*
 * 16–25, recovery: home, safety, health, how you see yourself and your story. Wording only.
 */
import type { Page } from '../../content.ts';
import { AGREEMENT, FREQUENCY, OFTEN, personal, TRUE_FOR_ME, YES, yesPartlyNo } from '../scales.ts';

const domain = 'recovery';

export const HOME: Omit<Page, 'key'> = {
	domain,
	title: 'Home',
	questions: [
		{
			...AGREEMENT,
			key: 'right-home',
			domain,
			indicator: 'right-home',
			text: 'Where I live is right for me.',
			help: 'Think of the place, the cost, the area and who is near.',
			positive: TRUE_FOR_ME
		},
		{
			...AGREEMENT,
			key: 'feels-settled',
			domain,
			indicator: 'feels-settled',
			text: 'I feel settled where I live.',
			positive: TRUE_FOR_ME
		},
		{
			type: 'comment',
			short: true,
			key: 'home-word',
			domain,
			text: 'One word for your home?'
		}
	]
};

export const SAFETY: Omit<Page, 'key'> = {
	domain,
	title: 'Moves and safety',
	questions: [
		{
			type: 'number',
			key: 'homes-year',
			domain,
			text: 'How many places have you lived in over the last 12 months?',
			help: 'Count each place where you slept for a week or more. If you never moved, that is 1.',
			least: 1,
			most: 30,
			bands: [
				{ key: 'one', label: 'One', from: 1, to: 1 },
				{ key: 'two', label: 'Two', from: 2, to: 2 },
				{ key: 'more', label: 'Three or more', from: 3, to: 30 }
			]
		},
		personal({
			...FREQUENCY,
			key: 'feels-safe',
			domain,
			indicator: 'feels-safe',
			text: 'Do you feel safe where you live?',
			help: 'If you do not, the help page shows who you can talk to right now.',
			positive: OFTEN
		}),
		personal({
			...FREQUENCY,
			key: 'safe-outside',
			domain,
			text: 'Do you feel safe when you are out and about?',
			positive: OFTEN
		})
	]
};

export const HEALTH: Omit<Page, 'key'> = {
	domain,
	title: 'Your health',
	questions: [
		personal({
			type: 'choice',
			key: 'health',
			domain,
			indicator: 'health',
			text: 'How is your health at the moment?',
			help: 'Body and mind.',
			scale: 'health-4',
			options: [
				{ key: 'very-good', label: 'Very good' },
				{ key: 'good', label: 'Good' },
				{ key: 'fair', label: 'So-so' },
				{ key: 'poor', label: 'Bad' }
			],
			positive: ['very-good', 'good']
		}),
		{
			...FREQUENCY,
			key: 'health-help',
			domain,
			text: 'When you need help with your health, do you get it?',
			options: [...FREQUENCY.options, { key: 'not-needed', label: 'I have not needed any', unpublished: true }],
			positive: OFTEN
		},
		personal({
			...AGREEMENT,
			key: 'appearance',
			domain,
			indicator: 'appearance',
			text: 'I am happy with the way I look.',
			positive: TRUE_FOR_ME
		})
	]
};

export const STORY: Omit<Page, 'key'> = {
	domain,
	title: 'Your story',
	questions: [
		personal({
			...yesPartlyNo('Yes', 'Some of it', 'No'),
			key: 'life-story',
			domain,
			indicator: 'life-story',
			text: 'Do you understand why you were in care, and what happened in your life before?',
			help: 'You have a right to read your file, with someone beside you if you like.',
			positive: YES
		})
	]
};
