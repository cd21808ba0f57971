/*
 * 8–10, rights: having a say, being treated like others, knowing who can help. Wording only.
 */
import type { Page } from '../../content.ts';
import { OFTEN, personal, YES, YES_NO, yesPartlyNo } from '../scales.ts';
import { HOW_OFTEN, NOT_SAY } from './scales.ts';

const domain = 'rights';

export const LIKE_OTHERS: Omit<Page, 'key'> = {
	domain,
	title: 'Like your friends',
	questions: [
		{
			...HOW_OFTEN,
			key: 'same-as-friends',
			domain,
			indicator: 'same-as-friends',
			text: 'Do you get to do the same things as your friends?',
			help: 'Like school trips, or a night at a friend’s house.',
			sign: 'same',
			positive: OFTEN
		},
		{
			...HOW_OFTEN,
			key: 'internet',
			domain,
			indicator: 'internet',
			text: 'Can you go online at home when you need to?',
			sign: 'internet',
			positive: OFTEN
		}
	]
};

export const IN_CARE: Omit<Page, 'key'> = {
	domain,
	title: 'Being in care',
	questions: [
		personal(
			{
				...yesPartlyNo('Yes', 'I know a bit of it', 'No'),
				key: 'knows-why-in-care',
				domain,
				indicator: 'knows-why-in-care',
				text: 'Do you know why you are in care?',
				help: 'In care means that the council helps to look after you.',
				sign: 'why',
				positive: YES
			},
			NOT_SAY
		),
		{
			...HOW_OFTEN,
			key: 'included-in-decisions',
			domain,
			indicator: 'included-in-decisions',
			text: 'When adults plan things for you, do they ask you too?',
			help: 'They ask what you think, and they tell you what comes next.',
			sign: 'decide',
			positive: OFTEN
		}
	]
};

export const TREATED: Omit<Page, 'key'> = {
	domain,
	title: 'How people treat you',
	questions: [
		personal(
			{
				...HOW_OFTEN,
				key: 'made-different',
				domain,
				indicator: 'made-different',
				text: 'Do people make you feel different because you are in care?',
				sign: 'different',
				positive: ['never']
			},
			NOT_SAY
		)
	]
};

export const ADVOCATE: Omit<Page, 'key'> = {
	domain,
	title: 'Someone on your side',
	questions: [
		{
			...YES_NO,
			key: 'knows-advocate',
			domain,
			indicator: 'knows-advocate',
			text: 'Do you know that you can ask for an advocate?',
			help: 'An advocate is on your side. They help you say what you want. They do not work for the council.',
			sign: 'advocate',
			positive: YES
		}
	]
};
