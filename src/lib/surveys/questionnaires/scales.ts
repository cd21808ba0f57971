/*
 * The scale families: option lists that questions share, so that an indicator can be pooled and drawn.
 * Keys never change within a family; a new list of keys is a new family.
 */
import { PREFER_NOT_OPTION, type Choice, type ChooseAll, type Option, type Scale } from '../question.ts';

type Family<Q extends Choice | Scale> = Pick<Q, 'type'> & { scale: string } & (Q extends Choice
		? { options: readonly Option[] }
		: unknown);

/** How often something is so. */
export const FREQUENCY: Family<Choice> = {
	type: 'choice',
	scale: 'frequency-4',
	options: [
		{ key: 'always', label: 'Always or nearly always' },
		{ key: 'often', label: 'Often' },
		{ key: 'sometimes', label: 'Now and then' },
		{ key: 'never', label: 'Never or nearly never' }
	]
};
export const OFTEN = ['always', 'often'];
export const RARELY = ['sometimes', 'never'];

/** How far a sentence about yourself is true. */
export const AGREEMENT: Family<Choice> = {
	type: 'choice',
	scale: 'agreement-4',
	options: [
		{ key: 'very', label: 'Very true for me' },
		{ key: 'mostly', label: 'Mostly true for me' },
		{ key: 'slightly', label: 'A bit true for me' },
		{ key: 'not', label: 'Not true for me' }
	]
};
export const TRUE_FOR_ME = ['very', 'mostly'];

/** Yes or no. */
export const YES_NO: Family<Choice> = {
	type: 'choice',
	scale: 'yes-2',
	options: [
		{ key: 'yes', label: 'Yes' },
		{ key: 'no', label: 'No' }
	]
};
export const YES = ['yes'];

/** Yes, in part, no; the words for the middle depend on the question. */
export function yesPartlyNo(yes: string, partly: string, no: string): Family<Choice> {
	return {
		type: 'choice',
		scale: 'yes-3',
		options: [
			{ key: 'yes', label: yes },
			{ key: 'partly', label: partly },
			{ key: 'no', label: no }
		]
	};
}

/** How often you see somebody, against how often you would like to. */
export function amountOfSeeing(none: string, doesNotFit: string): Family<Choice> {
	return {
		type: 'choice',
		scale: 'amount-4',
		options: [
			{ key: 'too-little', label: 'Too little' },
			{ key: 'right', label: 'Just right' },
			{ key: 'too-much', label: 'Too much' },
			{ key: 'not-at-all', label: none },
			{ key: 'does-not-fit', label: doesNotFit, unpublished: true }
		]
	};
}
export const RIGHT_AMOUNT = ['right'];

/** Whole numbers from 0 to 10; published in bands. */
export const ZERO_TO_TEN: Family<Scale> = { type: 'scale', scale: 'zero-to-ten' };
export const HIGH = ['7-8', '9-10'];

/** The same question as a sensitive one: with "I would rather not say" as its last option. */
export function personal<Q extends Choice | ChooseAll>(question: Q): Q {
	return { ...question, sensitive: true, options: [...question.options, PREFER_NOT_OPTION] };
}
