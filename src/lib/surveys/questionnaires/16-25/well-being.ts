/*
 * 16–25, well-being: how life is going, stress, what is ahead, and the general comments. Wording only.
 */
import type { Page } from '../../content.ts';
import { FREQUENCY, HIGH, personal, RARELY, ZERO_TO_TEN } from '../scales.ts';

const domain = 'well-being';

export const LIFE: Omit<Page, 'key'> = {
	domain,
	title: 'Life as it is',
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

export const MOOD: Omit<Page, 'key'> = {
	domain,
	title: 'Ups and downs',
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
		},
		personal({
			...FREQUENCY,
			key: 'stress',
			domain,
			indicator: 'stress',
			text: 'How often do you feel stressed or anxious?',
			positive: RARELY
		})
	]
};

export const FUTURE: Omit<Page, 'key'> = {
	domain,
	title: 'What is ahead',
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
		},
		{
			type: 'comment',
			short: true,
			key: 'ahead-word',
			domain,
			text: 'One thing you look forward to?'
		}
	]
};

export const IN_YOUR_WORDS: Omit<Page, 'key'> = {
	domain,
	title: 'In your own words',
	questions: [
		{ type: 'comment', key: 'better-words', domain, text: 'What would make life as a care leaver better here?' },
		{
			type: 'comment',
			key: 'good-words',
			domain,
			text: 'What is good about the support you get?',
			help: 'Big or small. It helps us keep doing what works.'
		}
	]
};
