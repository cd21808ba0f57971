/*
 * 11–17, resilience: free time, school, and being trusted. Wording only.
 */
import type { Page } from '../../content.ts';
import { AGREEMENT, FREQUENCY, OFTEN, TRUE_FOR_ME } from '../scales.ts';

const domain = 'resilience';

export const HOBBIES: Omit<Page, 'key'> = {
	domain,
	title: 'Things you like to do',
	questions: [
		{
			...FREQUENCY,
			key: 'hobbies',
			domain,
			indicator: 'hobbies',
			text: 'Do you get to do hobbies and activities that you enjoy?',
			help: 'At home, at school, in a club or anywhere else.',
			positive: OFTEN
		},
		{
			type: 'choose-all',
			key: 'which-hobbies',
			domain,
			text: 'Which of these have you done in the last month?',
			options: [
				{ key: 'sport', label: 'Sport or exercise' },
				{ key: 'music', label: 'Music or singing' },
				{ key: 'dance', label: 'Dance or drama' },
				{ key: 'art', label: 'Art or making things' },
				{ key: 'reading', label: 'Reading or writing' },
				{ key: 'gaming', label: 'Gaming' },
				{ key: 'films', label: 'Films and shows' },
				{ key: 'cooking', label: 'Cooking or baking' },
				{ key: 'animals', label: 'Looking after animals' },
				{ key: 'club', label: 'A club or youth group' },
				{ key: 'helping', label: 'Helping others, or a job' },
				{ key: 'else', label: 'Something else' },
				{ key: 'none', label: 'None of these', exclusive: true }
			]
		}
	]
};

export const FREE_TIME: Omit<Page, 'key'> = {
	domain,
	title: 'Free time',
	questions: [
		{
			...FREQUENCY,
			key: 'fun-weekends',
			domain,
			indicator: 'fun-weekends',
			text: 'Do you have fun at weekends?',
			positive: OFTEN
		},
		{
			...FREQUENCY,
			key: 'nature',
			domain,
			indicator: 'nature',
			text: 'Do you spend time outdoors?',
			help: 'For example in a park, in the woods, on a farm or by the sea.',
			positive: OFTEN
		}
	]
};

const NO_SCHOOL = { key: 'not-there', label: 'I do not go to school or college now', unpublished: true } as const;

export const SCHOOL: Omit<Page, 'key'> = {
	domain,
	title: 'School or college',
	questions: [
		{
			...AGREEMENT,
			key: 'likes-school',
			domain,
			indicator: 'likes-school',
			text: 'I like school or college.',
			options: [...AGREEMENT.options, NO_SCHOOL],
			positive: TRUE_FOR_ME
		},
		{
			...AGREEMENT,
			key: 'education-interest',
			domain,
			indicator: 'education-interest',
			text: 'The adults I live with care about how I get on with learning.',
			help: 'Learning at school, at college, at work or at home.',
			positive: TRUE_FOR_ME
		}
	]
};

export const TRUST: Omit<Page, 'key'> = {
	domain,
	title: 'Being trusted',
	questions: [
		{
			...FREQUENCY,
			key: 'trusted',
			domain,
			indicator: 'trusted',
			text: 'Do the adults in your life trust you?',
			positive: OFTEN
		},
		{
			...FREQUENCY,
			key: 'chances-to-be-trusted',
			domain,
			indicator: 'chances-to-be-trusted',
			text: 'Do you get chances to show that adults can trust you?',
			help: 'For example going out by yourself, or being in charge of something.',
			positive: OFTEN
		},
		{
			...FREQUENCY,
			key: 'second-chance',
			domain,
			indicator: 'second-chance',
			text: 'When you get something wrong, do adults let you try again?',
			positive: OFTEN
		}
	]
};
