/*
 * 4–7, what the child is asked: eleven short questions with three faces, and two that the helper writes down.
 * Wording only; no question has more than nine words.
 */
import type { Choice, Comment } from '../../question.ts';
import { FACES, faces, personal, YES } from '../scales.ts';

const NOT_SAY = 'I do not want to say';

export const FUN: Choice = {
	...FACES,
	key: 'fun-weekends',
	domain: 'resilience',
	indicator: 'fun-weekends',
	text: 'Do you have fun at weekends?',
	sign: 'weekend',
	positive: YES
};

export const SCHOOL: Choice = {
	...FACES,
	key: 'likes-school',
	domain: 'resilience',
	indicator: 'likes-school',
	text: 'Do you like school or nursery?',
	sign: 'school',
	positive: YES
};

export const FRIEND: Choice = {
	...faces('Yes', 'Not sure', 'No'),
	key: 'good-friend',
	domain: 'relationships',
	indicator: 'good-friend',
	text: 'Do you have a good friend?',
	sign: 'friend',
	positive: YES
};

export const BEDROOM: Choice = {
	...FACES,
	key: 'likes-bedroom',
	domain: 'recovery',
	indicator: 'likes-bedroom',
	text: 'Do you like your bedroom?',
	sign: 'bedroom',
	positive: YES
};

export const SETTLED: Choice = {
	...FACES,
	key: 'feels-settled',
	domain: 'recovery',
	indicator: 'feels-settled',
	text: 'Does it feel like home where you live?',
	sign: 'settled',
	positive: YES
};

export const NOTICE: Choice = {
	...FACES,
	key: 'adults-notice',
	domain: 'relationships',
	indicator: 'adults-notice',
	text: 'Do the grown-ups at home see how you feel?',
	sign: 'notice',
	positive: YES
};

export const TRUST: Choice = personal(
	{
		...FACES,
		key: 'trusts-adults',
		domain: 'relationships',
		indicator: 'trusts-adults',
		text: 'Do you trust the grown-ups you live with?',
		sign: 'trust',
		positive: YES
	},
	NOT_SAY
);

export const SOCIAL_WORKER: Choice = {
	...faces('Yes', 'Not sure', 'No'),
	key: 'knows-social-worker',
	domain: 'relationships',
	indicator: 'knows-social-worker',
	text: 'Do you know who your social worker is?',
	sign: 'social-worker',
	positive: YES
};

export const WHY_IN_CARE: Choice = personal(
	{
		...FACES,
		key: 'knows-why-in-care',
		domain: 'rights',
		indicator: 'knows-why-in-care',
		text: 'Do you know why you are in care?',
		help: 'In care means that the council helps to look after you.',
		sign: 'why',
		positive: YES
	},
	NOT_SAY
);

export const SAFE: Choice = personal(
	{
		...FACES,
		key: 'feels-safe',
		domain: 'recovery',
		indicator: 'feels-safe',
		text: 'Do you feel safe where you live?',
		sign: 'safe',
		positive: YES
	},
	NOT_SAY
);

export const HAPPY: Choice = {
	...FACES,
	key: 'happy-yesterday',
	domain: 'well-being',
	indicator: 'happy-yesterday',
	text: 'Were you happy yesterday?',
	sign: 'yesterday',
	positive: YES
};

const WRITES = 'The helper writes down what you say, word for word.';

export const BETTER: Comment = {
	type: 'comment',
	key: 'better-words',
	domain: 'well-being',
	text: 'What would make things better?',
	help: WRITES,
	sign: 'better'
};

export const GOOD: Comment = {
	type: 'comment',
	key: 'good-words',
	domain: 'well-being',
	text: 'What is good where you live?',
	help: WRITES,
	sign: 'happy'
};
