/*
 * 16–25, resilience: free time, education and work, money. Wording only.
 */
import type { Page } from '../../content.ts';
import { AGREEMENT, FREQUENCY, OFTEN, personal, RARELY, TRUE_FOR_ME } from '../scales.ts';

const domain = 'resilience';

export const FREE_TIME: Omit<Page, 'key'> = {
	domain,
	title: 'Your own time',
	questions: [
		{
			...FREQUENCY,
			key: 'hobbies',
			domain,
			indicator: 'hobbies',
			text: 'Do you get time for things that you enjoy?',
			help: 'Sport, music, gaming, seeing people, or anything else you do for yourself.',
			positive: OFTEN
		}
	]
};

const IN_IT = ['study', 'training', 'work', 'both'] as const;

export const WORK: Omit<Page, 'key'> = {
	domain,
	title: 'Education and work',
	questions: [
		{
			type: 'choice',
			key: 'education-or-work',
			domain,
			indicator: 'education-or-work',
			text: 'What do you mostly do at the moment?',
			scale: 'occupied-7',
			options: [
				{ key: 'study', label: 'I am at school, college or university' },
				{ key: 'training', label: 'I am an apprentice or in training' },
				{ key: 'work', label: 'I have a job' },
				{ key: 'both', label: 'I study and have a job' },
				{ key: 'looking', label: 'I am looking for a job or a course' },
				{ key: 'not-able', label: 'I can’t right now, because of my health or someone I care for' },
				{ key: 'else', label: 'Something else' }
			],
			positive: IN_IT
		}
	]
};

export const IN_WORK: Omit<Page, 'key'> = {
	domain,
	title: 'Education and work',
	when: { question: 'education-or-work', answers: IN_IT },
	questions: [
		{
			...AGREEMENT,
			key: 'work-right',
			domain,
			text: 'My course, training or job is what I want to be doing.',
			positive: TRUE_FOR_ME
		},
		{
			type: 'number',
			key: 'hours-week',
			domain,
			text: 'About how many hours a week do you work, study or train?',
			help: 'All of it together. A rough number is fine.',
			least: 1,
			most: 100,
			bands: [
				{ key: 'few', label: 'Fewer than 16 hours', from: 1, to: 15 },
				{ key: 'some', label: '16 to 29 hours', from: 16, to: 29 },
				{ key: 'full', label: '30 hours or more', from: 30, to: 100 }
			]
		}
	]
};

export const OUT_OF_WORK: Omit<Page, 'key'> = {
	domain,
	title: 'Education and work',
	when: { question: 'education-or-work', answers: ['looking', 'not-able', 'else'] },
	questions: [
		personal({
			type: 'choose-all',
			key: 'work-barriers',
			domain,
			text: 'What makes it hard to work or study right now?',
			options: [
				{ key: 'health', label: 'How I feel, in body or mind' },
				{ key: 'caring', label: 'Looking after a child or someone else' },
				{ key: 'home', label: 'Where I live, or having to move' },
				{ key: 'travel', label: 'Getting there costs too much or takes too long' },
				{ key: 'benefits', label: 'I would have less money than now' },
				{ key: 'openings', label: 'There is nothing that suits me' },
				{ key: 'grades', label: 'Grades or papers I do not have' },
				{ key: 'confidence', label: 'I do not feel ready' },
				{ key: 'else', label: 'Something else' },
				{ key: 'nothing', label: 'Nothing', exclusive: true }
			]
		})
	]
};

export const MONEY: Omit<Page, 'key'> = {
	domain,
	title: 'Money',
	questions: [
		personal({
			type: 'choice',
			key: 'money',
			domain,
			indicator: 'money',
			text: 'How do you get by with the money you have?',
			scale: 'managing-4',
			options: [
				{ key: 'well', label: 'I am fine' },
				{ key: 'mostly', label: 'I mostly get by' },
				{ key: 'hard', label: 'It is hard' },
				{ key: 'very-hard', label: 'It is very hard, or I can’t' }
			],
			positive: ['well', 'mostly']
		}),
		personal({
			...FREQUENCY,
			key: 'money-out',
			domain,
			text: 'Does your money run out before you get more?',
			positive: RARELY
		}),
		personal({
			type: 'choose-all',
			key: 'gone-without',
			domain,
			text: 'In the last 3 months, what have you gone without because of money?',
			help: 'If you have no money for food or heating now, the help page shows who to ask.',
			options: [
				{ key: 'food', label: 'Food' },
				{ key: 'heating', label: 'Heating or electricity' },
				{ key: 'phone', label: 'Phone credit or internet' },
				{ key: 'travel', label: 'A trip I needed to make' },
				{ key: 'clothes', label: 'Clothes or shoes' },
				{ key: 'wash', label: 'Things to keep clean, or period products' },
				{ key: 'fun', label: 'Going out with friends' },
				{ key: 'none', label: 'None of these', exclusive: true }
			]
		})
	]
};
