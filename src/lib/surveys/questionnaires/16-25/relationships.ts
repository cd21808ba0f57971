/*
 * 16–25, relationships: friends, who is there for you, the personal adviser, family, being a parent. Wording only.
 */
import type { Page } from '../../content.ts';
import {
	AGREEMENT,
	amountOfSeeing,
	FREQUENCY,
	OFTEN,
	personal,
	RARELY,
	RIGHT_AMOUNT,
	TRUE_FOR_ME,
	YES,
	YES_NO,
	YES_NO_NOT_SURE
} from '../scales.ts';

const domain = 'relationships';

export const FRIENDS: Omit<Page, 'key'> = {
	domain,
	title: 'Good company',
	questions: [
		{
			...YES_NO,
			key: 'good-friend',
			domain,
			indicator: 'good-friend',
			text: 'Do you have a really good friend?',
			help: 'Someone you like to spend time with and can rely on.',
			positive: YES
		},
		{
			...YES_NO,
			key: 'pets',
			domain,
			indicator: 'pets',
			text: 'Is there a pet or another animal in your life?',
			positive: YES
		}
	]
};

export const THERE_FOR_YOU: Omit<Page, 'key'> = {
	domain,
	title: 'People on your side',
	questions: [
		{
			...YES_NO,
			key: 'believed-in',
			domain,
			indicator: 'believed-in',
			text: 'Is there someone who believes in you, whatever happens?',
			positive: YES
		},
		{
			type: 'choose-all',
			key: 'turn-to',
			domain,
			text: 'If you were in trouble, who could you turn to?',
			options: [
				{ key: 'partner', label: 'My partner' },
				{ key: 'friend', label: 'A friend' },
				{ key: 'parent', label: 'My mum or dad' },
				{ key: 'sibling', label: 'My brother or sister' },
				{ key: 'relative', label: 'Someone else in my family' },
				{ key: 'carer', label: 'Someone who used to look after me' },
				{ key: 'adviser', label: 'My personal adviser' },
				{ key: 'staff', label: 'Staff where I live' },
				{ key: 'work', label: 'Someone at work, college or university' },
				{ key: 'health', label: 'A doctor, nurse or counsellor' },
				{ key: 'faith', label: 'Someone from my faith or community' },
				{ key: 'helpline', label: 'A helpline or website' },
				{ key: 'else', label: 'Someone else' },
				{ key: 'nobody', label: 'Nobody', exclusive: true }
			]
		}
	]
};

export const ADVISER: Omit<Page, 'key'> = {
	domain,
	title: 'Your personal adviser',
	questions: [
		{
			...YES_NO_NOT_SURE,
			key: 'has-adviser',
			domain,
			text: 'Do you have a personal adviser?',
			help: 'A personal adviser, or PA, works for the council and helps you while you leave care and after.',
			positive: YES
		}
	]
};

export const WITH_ADVISER: Omit<Page, 'key'> = {
	domain,
	title: 'Your personal adviser',
	when: { question: 'has-adviser', answers: ['yes'] },
	questions: [
		{
			...AGREEMENT,
			key: 'trusts-adviser',
			domain,
			indicator: 'trusts-adviser',
			text: 'I trust my personal adviser.',
			positive: TRUE_FOR_ME
		},
		{
			...FREQUENCY,
			key: 'adviser-reach',
			domain,
			indicator: 'adviser-reach',
			text: 'When you need your adviser, is it easy to get hold of them?',
			options: [...FREQUENCY.options, { key: 'not-tried', label: 'I have not tried', unpublished: true }],
			positive: OFTEN
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
			help: 'Say how it feels to you. You can skip this page.',
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
			positive: RIGHT_AMOUNT
		})
	]
};

export const CHILDREN: Omit<Page, 'key'> = {
	domain,
	title: 'Being a parent',
	questions: [
		personal({
			...YES_NO,
			key: 'has-children',
			domain,
			text: 'Do you have a child, or a baby on the way?'
		})
	]
};

export const PARENTING: Omit<Page, 'key'> = {
	domain,
	title: 'Being a parent',
	when: { question: 'has-children', answers: ['yes'] },
	questions: [
		personal({
			...FREQUENCY,
			key: 'parenting',
			domain,
			indicator: 'parenting',
			text: 'Do you get the support you need as a parent?',
			help: 'All parents need support. Nobody will know that this was you.',
			positive: OFTEN
		})
	]
};

export const LONELINESS: Omit<Page, 'key'> = {
	domain,
	title: 'You and other people',
	questions: [
		personal({
			...FREQUENCY,
			key: 'loneliness',
			domain,
			indicator: 'loneliness',
			text: 'How often do you feel lonely?',
			positive: RARELY
		}),
		{
			type: 'comment',
			key: 'people-words',
			domain,
			text: 'What do you want to say about the people in your life?',
			help: 'Your family, friends, adviser, or anyone else.'
		}
	]
};
