/*
 * 8–10, resilience: fun, school, and being trusted. Wording only.
 */
import type { Page } from '../../content.ts';
import { OFTEN, TRUE_FOR_ME } from '../scales.ts';
import { HOW_OFTEN, HOW_TRUE } from './scales.ts';

const domain = 'resilience';

export const FUN: Omit<Page, 'key'> = {
	domain,
	title: 'Fun',
	questions: [
		{
			...HOW_OFTEN,
			key: 'fun-weekends',
			domain,
			indicator: 'fun-weekends',
			text: 'Do you have fun at weekends?',
			sign: 'weekend',
			positive: OFTEN
		}
	]
};

export const THINGS_TO_DO: Omit<Page, 'key'> = {
	domain,
	title: 'Things you like to do',
	questions: [
		{
			...HOW_OFTEN,
			key: 'hobbies',
			domain,
			indicator: 'hobbies',
			text: 'Do you get to do things you love?',
			help: 'Like sport, art, games or a club.',
			sign: 'hobby',
			positive: OFTEN
		},
		{
			...HOW_OFTEN,
			key: 'nature',
			domain,
			indicator: 'nature',
			text: 'Do you get out to green or wild places?',
			help: 'Like a park, a wood or the sea.',
			sign: 'outdoors',
			positive: OFTEN
		}
	]
};

const NO_SCHOOL = { key: 'not-there', label: 'I do not go to school', sign: 'skip', unpublished: true } as const;

export const SCHOOL: Omit<Page, 'key'> = {
	domain,
	title: 'School',
	questions: [
		{
			...HOW_TRUE,
			key: 'likes-school',
			domain,
			indicator: 'likes-school',
			text: 'I like school.',
			sign: 'school',
			options: [...HOW_TRUE.options, NO_SCHOOL],
			positive: TRUE_FOR_ME
		},
		{
			...HOW_TRUE,
			key: 'education-interest',
			domain,
			indicator: 'education-interest',
			text: 'The adults at home care about how I learn.',
			help: 'They ask how school was, or help you when work is hard.',
			sign: 'interest',
			positive: TRUE_FOR_ME
		}
	]
};

export const TRUST: Omit<Page, 'key'> = {
	domain,
	title: 'Trust',
	questions: [
		{
			...HOW_OFTEN,
			key: 'trusted',
			domain,
			indicator: 'trusted',
			text: 'Do adults trust you?',
			sign: 'trust',
			positive: OFTEN
		},
		{
			...HOW_OFTEN,
			key: 'chances-to-be-trusted',
			domain,
			indicator: 'chances-to-be-trusted',
			text: 'Do you get the chance to show that they can trust you?',
			help: 'Like a job to do at home, or some time with friends on your own.',
			sign: 'chance',
			positive: OFTEN
		}
	]
};
