/*
 * 11–17, recovery: home, safety, bullying, worries, how you see yourself. Wording only.
 */
import type { Page } from '../../content.ts';
import { AGREEMENT, FREQUENCY, OFTEN, personal, RARELY, TRUE_FOR_ME } from '../scales.ts';

const domain = 'recovery';

export const HOME: Omit<Page, 'key'> = {
	domain,
	title: 'Where you live',
	questions: [
		{
			...AGREEMENT,
			key: 'likes-bedroom',
			domain,
			indicator: 'likes-bedroom',
			text: 'I like my bedroom.',
			positive: TRUE_FOR_ME
		},
		{
			...AGREEMENT,
			key: 'feels-settled',
			domain,
			indicator: 'feels-settled',
			text: 'I feel settled where I live.',
			help: 'Settled means it feels like your place, and you can relax there.',
			positive: TRUE_FOR_ME
		}
	]
};

export const SAFETY: Omit<Page, 'key'> = {
	domain,
	title: 'Safe and well',
	questions: [
		personal({
			...FREQUENCY,
			key: 'feels-safe',
			domain,
			indicator: 'feels-safe',
			text: 'Do you feel safe where you live?',
			help: 'If you do not feel safe, the help page shows who you can talk to right now.',
			positive: OFTEN
		})
	]
};

export const BULLYING: Omit<Page, 'key'> = {
	domain,
	title: 'Getting on with others',
	questions: [
		personal({
			...FREQUENCY,
			key: 'bullying',
			domain,
			indicator: 'bullying',
			text: 'Are you afraid to go to school or college because of bullying?',
			help: 'Bullying can be words, hitting, being left out, or things online.',
			options: [
				...FREQUENCY.options,
				{ key: 'not-there', label: 'I do not go to school or college now', unpublished: true }
			],
			positive: ['never']
		}),
		personal({
			...FREQUENCY,
			key: 'bullying-help',
			domain,
			indicator: 'bullying-help',
			text: 'If someone bullies you, do adults help you with it?',
			options: [...FREQUENCY.options, { key: 'not-bullied', label: 'I am not bullied', unpublished: true }],
			positive: OFTEN
		})
	]
};

export const WORRIES: Omit<Page, 'key'> = {
	domain,
	title: 'On your mind',
	questions: [
		{
			...FREQUENCY,
			key: 'worries',
			domain,
			indicator: 'worries',
			text: 'Do you have worries that you can’t get out of your head?',
			positive: RARELY
		},
		personal({
			type: 'choose-all',
			key: 'which-worries',
			domain,
			text: 'What do you worry about?',
			options: [
				{ key: 'family', label: 'My family' },
				{ key: 'home', label: 'Where I live, or having to move' },
				{ key: 'friends', label: 'Friends' },
				{ key: 'school', label: 'School, college or exams' },
				{ key: 'bullying', label: 'Bullying' },
				{ key: 'online', label: 'Things online' },
				{ key: 'health', label: 'My health' },
				{ key: 'past', label: 'Things that happened in the past' },
				{ key: 'future', label: 'What happens when I am older' },
				{ key: 'money', label: 'Money' },
				{ key: 'world', label: 'What goes on in the world' },
				{ key: 'else', label: 'Something else' },
				{ key: 'none', label: 'I have no worries', exclusive: true }
			]
		})
	]
};

export const HELP_WITH_WORRIES: Omit<Page, 'key'> = {
	domain,
	title: 'Someone to turn to',
	questions: [
		{
			...FREQUENCY,
			key: 'worries-help',
			domain,
			indicator: 'worries-help',
			text: 'When you are worried, is there someone who helps?',
			positive: OFTEN
		},
		{
			type: 'choose-all',
			key: 'who-helps',
			domain,
			text: 'Who helps you when you are worried?',
			options: [
				{ key: 'adult-at-home', label: 'An adult I live with' },
				{ key: 'parent', label: 'My mum or dad' },
				{ key: 'sibling', label: 'My brother or sister' },
				{ key: 'relative', label: 'Someone else in my family' },
				{ key: 'friend', label: 'A friend' },
				{ key: 'teacher', label: 'Someone at school or college' },
				{ key: 'social-worker', label: 'My social worker' },
				{ key: 'advocate', label: 'My advocate or visitor' },
				{ key: 'health', label: 'A nurse, doctor or counsellor' },
				{ key: 'helpline', label: 'A helpline or website' },
				{ key: 'pet', label: 'My pet' },
				{ key: 'else', label: 'Someone else' },
				{ key: 'nobody', label: 'Nobody helps me', exclusive: true },
				{ key: 'not-needed', label: 'I do not need help', exclusive: true }
			]
		}
	]
};

export const LOOKS: Omit<Page, 'key'> = {
	domain,
	title: 'How you see yourself',
	questions: [
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
