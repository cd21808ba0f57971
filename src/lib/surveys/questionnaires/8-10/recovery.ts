/*
 * 8–10, recovery: home, feeling safe, bullying, worries. Wording and who is asked what.
 */
import type { Page } from '../../content.ts';
import { OFTEN, personal, RARELY, TRUE_FOR_ME } from '../scales.ts';
import { EVER, HOW_OFTEN, HOW_TRUE, NOT_SAY } from './scales.ts';

const domain = 'recovery';

export const HOME: Omit<Page, 'key'> = {
	domain,
	title: 'Where you live',
	questions: [
		{
			...HOW_TRUE,
			key: 'likes-bedroom',
			domain,
			indicator: 'likes-bedroom',
			text: 'I like my bedroom.',
			sign: 'bedroom',
			positive: TRUE_FOR_ME
		},
		{
			...HOW_TRUE,
			key: 'feels-settled',
			domain,
			indicator: 'feels-settled',
			text: 'I feel at home where I live.',
			sign: 'settled',
			positive: TRUE_FOR_ME
		}
	]
};

export const SAFETY: Omit<Page, 'key'> = {
	domain,
	title: 'Feeling safe',
	questions: [
		personal(
			{
				...HOW_OFTEN,
				key: 'feels-safe',
				domain,
				indicator: 'feels-safe',
				text: 'Do you feel safe where you live?',
				help: 'If you do not feel safe, the help page shows who you can talk to now.',
				sign: 'safe',
				positive: OFTEN
			},
			NOT_SAY
		)
	]
};

export const BULLYING: Omit<Page, 'key'> = {
	domain,
	title: 'Bullying',
	questions: [
		personal(
			{
				...HOW_OFTEN,
				key: 'bullying',
				domain,
				indicator: 'bullying',
				text: 'Are you scared to go to school because of bullying?',
				help: 'Bullying can be mean words, hits, or being left out. It can be online too.',
				sign: 'bullying',
				options: [
					...HOW_OFTEN.options,
					{ key: 'not-there', label: 'I do not go to school', sign: 'skip', unpublished: true }
				],
				positive: ['never']
			},
			NOT_SAY
		)
	]
};

export const HELP_WITH_BULLYING: Omit<Page, 'key'> = {
	domain,
	title: 'Bullying',
	when: { question: 'bullying', answers: EVER },
	questions: [
		personal(
			{
				...HOW_OFTEN,
				key: 'bullying-help',
				domain,
				indicator: 'bullying-help',
				text: 'Do adults help when you are bullied?',
				help: 'The help page shows who you can talk to now.',
				sign: 'help',
				// Whoever comes back in between is asked, whatever was said before.
				options: [
					...HOW_OFTEN.options,
					{ key: 'not-bullied', label: 'No one bullies me', sign: 'skip', unpublished: true }
				],
				positive: OFTEN
			},
			NOT_SAY
		)
	]
};

export const WORRIES: Omit<Page, 'key'> = {
	domain,
	title: 'Worries',
	questions: [
		personal(
			{
				...HOW_OFTEN,
				key: 'worries',
				domain,
				indicator: 'worries',
				text: 'Do you have worries that will not go away?',
				sign: 'worry',
				positive: RARELY
			},
			NOT_SAY
		)
	]
};

// Asked of everybody, as from 11 on: one figure for both ages must speak of the same children.
export const HELP_WITH_WORRIES: Omit<Page, 'key'> = {
	domain,
	title: 'Worries',
	questions: [
		{
			...HOW_OFTEN,
			key: 'worries-help',
			domain,
			indicator: 'worries-help',
			text: 'If you have a worry, does someone help you?',
			sign: 'help',
			positive: OFTEN
		},
		{
			type: 'choose-all',
			key: 'who-helps',
			domain,
			text: 'Who helps you if you have a worry?',
			sign: 'adults',
			options: [
				{ key: 'adult-at-home', label: 'An adult I live with', sign: 'house' },
				{ key: 'family', label: 'Someone in my family', sign: 'family' },
				{ key: 'friend', label: 'A friend', sign: 'friend' },
				{ key: 'teacher', label: 'Someone at school', sign: 'teacher' },
				{ key: 'social-worker', label: 'My social worker', sign: 'social-worker' },
				{ key: 'pet', label: 'My pet', sign: 'pet' },
				{ key: 'else', label: 'Someone else', sign: 'else' },
				{ key: 'nobody', label: 'No one helps me', sign: 'no', exclusive: true },
				{ key: 'not-needed', label: 'I do not need help', sign: 'happy', exclusive: true }
			]
		}
	]
};
