/*
 * 16–25, rights: getting online, the pathway plan, what a care leaver is owed, being heard. Wording only.
 */
import type { Page } from '../../content.ts';
import { FREQUENCY, OFTEN, YES, YES_NO, YES_NO_NOT_SURE, yesPartlyNo } from '../scales.ts';

const domain = 'rights';

export const ONLINE: Omit<Page, 'key'> = {
	domain,
	title: 'Getting online',
	questions: [
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

export const PLAN: Omit<Page, 'key'> = {
	domain,
	title: 'Your pathway plan',
	questions: [
		{
			...YES_NO_NOT_SURE,
			key: 'has-plan',
			domain,
			text: 'Do you have a pathway plan?',
			help: 'It says what you want for your life, and who helps you with what.',
			positive: YES
		}
	]
};

export const IN_THE_PLAN: Omit<Page, 'key'> = {
	domain,
	title: 'Your pathway plan',
	when: { question: 'has-plan', answers: ['yes'] },
	questions: [
		{
			...yesPartlyNo('Yes', 'In parts', 'No'),
			key: 'pathway-plan',
			domain,
			indicator: 'pathway-plan',
			text: 'Did you have a real say in what is in your plan?',
			positive: YES
		}
	]
};

export const OWED: Omit<Page, 'key'> = {
	domain,
	title: 'What you can ask for',
	questions: [
		{
			...yesPartlyNo('Yes', 'I know some of it', 'No'),
			key: 'knows-rights',
			domain,
			indicator: 'knows-rights',
			text: 'Do you know what help you have a right to as a care leaver?',
			positive: YES
		},
		{
			type: 'choose-all',
			key: 'told-about',
			domain,
			text: 'Which of these has anyone told you about?',
			help: 'What you can get depends on your age and where you live. You can always ask.',
			options: [
				{ key: 'setup', label: 'Money to set up your first home' },
				{ key: 'adviser', label: 'A personal adviser until you are 25' },
				{ key: 'council-tax', label: 'Help with council tax' },
				{ key: 'housing', label: 'Extra help to find a home and keep it' },
				{ key: 'staying', label: 'Staying with your foster carers after 18' },
				{ key: 'bursary', label: 'A bursary to study or train' },
				{ key: 'health', label: 'Help with the cost of medicine, teeth or glasses' },
				{ key: 'files', label: 'Seeing what is in your file' },
				{ key: 'offer', label: 'A list of what your council offers care leavers' },
				{ key: 'none', label: 'None of these', exclusive: true }
			]
		}
	]
};

export const HEARD: Omit<Page, 'key'> = {
	domain,
	title: 'Being heard',
	questions: [
		{
			...YES_NO,
			key: 'knows-advocate',
			domain,
			indicator: 'knows-advocate',
			text: 'Do you know that you can ask for an advocate?',
			help: 'An advocate is on your side and helps you say what you want. They do not work for the council.',
			positive: YES
		},
		{
			...YES_NO_NOT_SURE,
			key: 'can-complain',
			domain,
			text: 'Do you know how to complain if the council gets it wrong?',
			positive: YES
		},
		{
			type: 'comment',
			key: 'rights-words',
			domain,
			text: 'Is there help you should have had and did not get?'
		}
	]
};
