/*
 * 8–10, relationships: friends, the adults at home, the social worker, family. Wording and who is asked what.
 */
import type { Page } from '../../content.ts';
import { OFTEN, personal, RIGHT_AMOUNT, TRUE_FOR_ME, YES, YES_NO, yesPartlyNo } from '../scales.ts';
import { howMuch, HOW_OFTEN, HOW_TRUE, NOT_SAY } from './scales.ts';

const domain = 'relationships';

export const FRIENDS: Omit<Page, 'key'> = {
	domain,
	title: 'Friends and pets',
	questions: [
		{
			...YES_NO,
			key: 'good-friend',
			domain,
			indicator: 'good-friend',
			text: 'Do you have a really good friend?',
			sign: 'friend',
			positive: YES
		},
		{
			...YES_NO,
			key: 'pets',
			domain,
			indicator: 'pets',
			text: 'Is there a pet you can spend time with?',
			help: 'Or some other animal, such as a horse.',
			sign: 'pet',
			positive: YES
		}
	]
};

export const ADULTS_AT_HOME: Omit<Page, 'key'> = {
	domain,
	title: 'The adults at home',
	questions: [
		personal(
			{
				...HOW_TRUE,
				key: 'trusts-adults',
				domain,
				indicator: 'trusts-adults',
				text: 'I trust the adults I live with.',
				sign: 'adults',
				positive: TRUE_FOR_ME
			},
			NOT_SAY
		),
		{
			...HOW_TRUE,
			key: 'adults-notice',
			domain,
			indicator: 'adults-notice',
			text: 'The adults I live with can tell how I feel.',
			help: 'They see it when you are sad, cross or glad.',
			sign: 'notice',
			positive: TRUE_FOR_ME
		}
	]
};

export const SOCIAL_WORKER: Omit<Page, 'key'> = {
	domain,
	title: 'Your social worker',
	questions: [
		{
			...yesPartlyNo('Yes', 'I am not sure', 'No'),
			key: 'knows-social-worker',
			domain,
			indicator: 'knows-social-worker',
			text: 'Do you know who your social worker is?',
			sign: 'social-worker',
			positive: YES
		},
		{
			type: 'choice',
			key: 'social-workers-year',
			domain,
			indicator: 'social-workers-year',
			text: 'How many social workers have you had in the last year?',
			help: 'Count the one you have now.',
			sign: 'time',
			scale: 'how-many-4',
			options: [
				{ key: 'one', label: 'One', sign: 'one' },
				{ key: 'two', label: 'Two', sign: 'two' },
				{ key: 'three', label: 'Three', sign: 'three' },
				{ key: 'more', label: 'Four or more', sign: 'more' },
				{ key: 'not-sure', label: 'I do not know', sign: 'not-sure', unpublished: true }
			],
			positive: ['one', 'two']
		}
	]
};

export const REACHING_THEM: Omit<Page, 'key'> = {
	domain,
	title: 'Your social worker',
	when: { question: 'knows-social-worker', answers: ['yes', 'partly'] },
	questions: [
		{
			...HOW_OFTEN,
			key: 'social-worker-reach',
			domain,
			indicator: 'social-worker-reach',
			text: 'When you want to talk to your social worker, is it easy?',
			sign: 'phone',
			options: [...HOW_OFTEN.options, { key: 'not-tried', label: 'I have not tried', sign: 'skip', unpublished: true }],
			positive: OFTEN
		}
	]
};

const NO_FIT = 'This does not fit me';

export const PARENTS: Omit<Page, 'key'> = {
	domain,
	title: 'Mum and dad',
	questions: [
		personal(
			{
				...howMuch('I do not see her', NO_FIT),
				key: 'sees-mum',
				domain,
				indicator: 'sees-mum',
				text: 'How much do you see your mum?',
				help: 'Say how it feels to you.',
				sign: 'mum',
				positive: RIGHT_AMOUNT
			},
			NOT_SAY
		),
		personal(
			{
				...howMuch('I do not see him', NO_FIT),
				key: 'sees-dad',
				domain,
				indicator: 'sees-dad',
				text: 'How much do you see your dad?',
				sign: 'dad',
				positive: RIGHT_AMOUNT
			},
			NOT_SAY
		)
	]
};

export const SIBLINGS: Omit<Page, 'key'> = {
	domain,
	title: 'Brothers and sisters',
	questions: [
		personal(
			{
				...YES_NO,
				key: 'has-siblings',
				domain,
				text: 'Do you have a brother or sister who lives somewhere else?',
				sign: 'siblings'
			},
			NOT_SAY
		)
	]
};

export const SEEING_SIBLINGS: Omit<Page, 'key'> = {
	domain,
	title: 'Brothers and sisters',
	when: { question: 'has-siblings', answers: ['yes'] },
	questions: [
		personal(
			{
				...howMuch('I do not see them', NO_FIT),
				key: 'sees-siblings',
				domain,
				indicator: 'sees-siblings',
				text: 'How much do you see your brothers and sisters?',
				help: 'Think of those who do not live with you.',
				sign: 'siblings',
				positive: RIGHT_AMOUNT
			},
			NOT_SAY
		)
	]
};
