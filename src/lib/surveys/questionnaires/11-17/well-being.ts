/*
 * 11–17, well-being: how life is going, from 0 to 10, and the two general comments. Wording only.
 */
import type { Page } from '../../content.ts';
import { HIGH, ZERO_TO_TEN } from '../scales.ts';

const domain = 'well-being';

export const LIFE: Omit<Page, 'key'> = {
	domain,
	title: 'How life is going',
	questions: [
		{
			...ZERO_TO_TEN,
			key: 'life-satisfaction',
			domain,
			indicator: 'life-satisfaction',
			text: 'How pleased are you with your life these days?',
			least: 'Not pleased at all',
			most: 'As pleased as can be',
			positive: HIGH
		},
		{
			...ZERO_TO_TEN,
			key: 'worthwhile',
			domain,
			indicator: 'worthwhile',
			text: 'How much do the things you do in your life feel worth doing?',
			least: 'Not worth it at all',
			most: 'As worthwhile as can be',
			positive: HIGH
		}
	]
};

export const YESTERDAY: Omit<Page, 'key'> = {
	domain,
	title: 'Yesterday',
	questions: [
		{
			...ZERO_TO_TEN,
			key: 'happy-yesterday',
			domain,
			indicator: 'happy-yesterday',
			text: 'How happy were you yesterday?',
			least: 'Not happy at all',
			most: 'As happy as can be',
			positive: HIGH
		}
	]
};

export const FUTURE: Omit<Page, 'key'> = {
	domain,
	title: 'Looking ahead',
	questions: [
		{
			type: 'choice',
			key: 'life-getting-better',
			domain,
			indicator: 'life-getting-better',
			text: 'Is your life getting better?',
			scale: 'better-4',
			options: [
				{ key: 'much-better', label: 'Yes, a lot better' },
				{ key: 'bit-better', label: 'Yes, a bit better' },
				{ key: 'same', label: 'It stays about the same' },
				{ key: 'worse', label: 'No, it is getting worse' }
			],
			positive: ['much-better', 'bit-better']
		},
		{
			...ZERO_TO_TEN,
			key: 'positive-future',
			domain,
			indicator: 'positive-future',
			text: 'How good do you feel about your future?',
			least: 'Not good at all',
			most: 'As good as can be',
			positive: HIGH
		}
	]
};

export const IN_YOUR_WORDS: Omit<Page, 'key'> = {
	domain,
	title: 'In your own words',
	questions: [
		{ type: 'comment', key: 'better-words', domain, text: 'What would make your care better?' },
		{
			type: 'comment',
			key: 'good-words',
			domain,
			text: 'What is good about your care?',
			help: 'Big or small. It helps us keep doing what works.'
		}
	]
};
