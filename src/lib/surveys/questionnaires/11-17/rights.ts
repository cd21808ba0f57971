/*
 * 11–17, rights: being included, being treated like others, knowing who can help. Wording only.
 */
import type { Page } from '../../content.ts';
import { FREQUENCY, OFTEN, personal, YES, YES_NO, yesPartlyNo } from '../scales.ts';

const domain = 'rights';

export const LIKE_OTHERS: Omit<Page, 'key'> = {
	domain,
	title: 'The same as everyone else',
	questions: [
		{
			...FREQUENCY,
			key: 'same-as-friends',
			domain,
			indicator: 'same-as-friends',
			text: 'Do you get to do the same things as your friends?',
			help: 'For example going out, staying over with a friend or going on a school trip.',
			positive: OFTEN
		},
		{
			...FREQUENCY,
			key: 'internet',
			domain,
			indicator: 'internet',
			text: 'Can you get online where you live when you need to?',
			positive: OFTEN
		}
	]
};

export const DECISIONS: Omit<Page, 'key'> = {
	domain,
	title: 'Your life in care',
	questions: [
		personal({
			...yesPartlyNo('Yes', 'I know some of it', 'No'),
			key: 'knows-why-in-care',
			domain,
			indicator: 'knows-why-in-care',
			text: 'Do you know why you are in care?',
			positive: YES
		}),
		{
			...FREQUENCY,
			key: 'included-in-decisions',
			domain,
			indicator: 'included-in-decisions',
			text: 'When adults decide things about your life, do they include you?',
			help: 'They ask what you think, listen, and tell you what happens next.',
			positive: OFTEN
		}
	]
};

export const TREATED: Omit<Page, 'key'> = {
	domain,
	title: 'Being in care',
	questions: [
		personal({
			...FREQUENCY,
			key: 'made-different',
			domain,
			indicator: 'made-different',
			text: 'Are you made to feel different because you are in care?',
			help: 'For example by what people say, or by how things are done at school.',
			positive: ['never']
		})
	]
};

export const ADVOCATE: Omit<Page, 'key'> = {
	domain,
	title: 'Getting heard',
	questions: [
		{
			...YES_NO,
			key: 'knows-advocate',
			domain,
			indicator: 'knows-advocate',
			text: 'Do you know that you can ask for an advocate?',
			help: 'An advocate is on your side. They help you say what you want, and they do not work for the council.',
			positive: YES
		},
		{
			type: 'comment',
			key: 'rights-words',
			domain,
			text: 'Is there something you want more of a say in?',
			help: 'For example where you live, your meetings, or rules at home.'
		}
	]
};
