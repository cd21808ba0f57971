/*
 * 8–10, well-being: how life is going, and the two comments. Wording only.
 */
import type { Page } from '../../content.ts';

const domain = 'well-being';

export const LIFE: Omit<Page, 'key'> = {
	domain,
	title: 'How life is going',
	questions: [
		{
			type: 'choice',
			key: 'happy-yesterday',
			domain,
			indicator: 'happy-yesterday',
			text: 'How happy were you yesterday?',
			sign: 'yesterday',
			scale: 'happy-4',
			options: [
				{ key: 'very', label: 'Very happy', sign: 'very' },
				{ key: 'mostly', label: 'Mostly happy', sign: 'mostly' },
				{ key: 'slightly', label: 'A bit happy', sign: 'slightly' },
				{ key: 'not', label: 'Not happy', sign: 'not' }
			],
			positive: ['very', 'mostly']
		},
		{
			type: 'choice',
			key: 'life-getting-better',
			domain,
			indicator: 'life-getting-better',
			text: 'Is your life getting better?',
			sign: 'better',
			scale: 'better-4',
			options: [
				{ key: 'much-better', label: 'Yes, a lot', sign: 'much-better' },
				{ key: 'bit-better', label: 'Yes, a bit', sign: 'bit-better' },
				{ key: 'same', label: 'It stays the same', sign: 'same' },
				{ key: 'worse', label: 'No, it gets worse', sign: 'worse' }
			],
			positive: ['much-better', 'bit-better']
		}
	]
};

export const BETTER: Omit<Page, 'key'> = {
	domain,
	title: 'In your own words',
	questions: [
		{
			type: 'comment',
			key: 'better-words',
			domain,
			text: 'What would make things better for you?',
			sign: 'better'
		}
	]
};

export const GOOD: Omit<Page, 'key'> = {
	domain,
	title: 'In your own words',
	questions: [
		{
			type: 'comment',
			key: 'good-words',
			domain,
			text: 'What is good in your life?',
			help: 'It can be big or small.',
			sign: 'happy'
		}
	]
};
