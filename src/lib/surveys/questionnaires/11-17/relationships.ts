/*
 * 11–17, relationships: friends, the adults at home, family, the social worker. Wording only.
 */
import type { Page } from '../../content.ts';
import {
	AGREEMENT,
	amountOfSeeing,
	FREQUENCY,
	OFTEN,
	personal,
	RIGHT_AMOUNT,
	TRUE_FOR_ME,
	YES,
	YES_NO,
	yesPartlyNo
} from '../scales.ts';

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
			help: 'Someone you like being with and can count on.',
			positive: YES
		},
		{
			...YES_NO,
			key: 'pets',
			domain,
			indicator: 'pets',
			text: 'Is there a pet or another animal you can spend time with?',
			positive: YES
		}
	]
};

export const ADULTS_AT_HOME: Omit<Page, 'key'> = {
	domain,
	title: 'The adults you live with',
	questions: [
		{
			...AGREEMENT,
			key: 'trusts-adults',
			domain,
			indicator: 'trusts-adults',
			text: 'I trust the adults I live with.',
			positive: TRUE_FOR_ME
		},
		{
			...AGREEMENT,
			key: 'adults-notice',
			domain,
			indicator: 'adults-notice',
			text: 'The adults I live with notice how I am feeling.',
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
			positive: YES
		},
		{
			...FREQUENCY,
			key: 'social-worker-reach',
			domain,
			indicator: 'social-worker-reach',
			text: 'When you want to speak to your social worker, is it easy to get hold of them?',
			options: [...FREQUENCY.options, { key: 'not-tried', label: 'I have not tried', unpublished: true }],
			positive: OFTEN
		},
		{
			type: 'choice',
			key: 'social-workers-year',
			domain,
			indicator: 'social-workers-year',
			text: 'How many social workers have you had in the last 12 months?',
			scale: 'how-many-4',
			options: [
				{ key: 'one', label: 'One' },
				{ key: 'two', label: 'Two' },
				{ key: 'three', label: 'Three' },
				{ key: 'more', label: 'Four or more' },
				{ key: 'not-sure', label: 'I do not know', unpublished: true }
			],
			positive: ['one', 'two']
		}
	]
};

export const FAMILY: Omit<Page, 'key'> = {
	domain,
	title: 'Your family',
	questions: [
		personal({
			...amountOfSeeing('I do not see her', 'This does not fit my family'),
			key: 'sees-mum',
			domain,
			indicator: 'sees-mum',
			text: 'How much do you see your mum?',
			help: 'Say how it feels to you. Families are all different, and you can skip this.',
			positive: RIGHT_AMOUNT
		}),
		personal({
			...amountOfSeeing('I do not see him', 'This does not fit my family'),
			key: 'sees-dad',
			domain,
			indicator: 'sees-dad',
			text: 'How much do you see your dad?',
			positive: RIGHT_AMOUNT
		}),
		personal({
			...amountOfSeeing('I do not see them', 'I have none, or we all live together'),
			key: 'sees-siblings',
			domain,
			indicator: 'sees-siblings',
			text: 'How much do you see your brothers and sisters?',
			help: 'Think of those who live somewhere else.',
			positive: RIGHT_AMOUNT
		})
	]
};

export const IN_YOUR_WORDS: Omit<Page, 'key'> = {
	domain,
	title: 'In your own words',
	questions: [
		{
			type: 'comment',
			key: 'people-words',
			domain,
			text: 'What do you want to say about your family, your friends or the adults in your life?'
		}
	]
};
