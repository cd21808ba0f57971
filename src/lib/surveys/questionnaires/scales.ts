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
		{ key: 'always', label: 'Always or nearly always', sign: 'always' },
		{ key: 'often', label: 'Often', sign: 'often' },
		{ key: 'sometimes', label: 'Now and then', sign: 'sometimes' },
		{ key: 'never', label: 'Never or nearly never', sign: 'never' }
	]
};
export const OFTEN = ['always', 'often'];
export const RARELY = ['sometimes', 'never'];

/** How far a sentence about yourself is true. */
export const AGREEMENT: Family<Choice> = {
	type: 'choice',
	scale: 'agreement-4',
	options: [
		{ key: 'very', label: 'Very true for me', sign: 'very' },
		{ key: 'mostly', label: 'Mostly true for me', sign: 'mostly' },
		{ key: 'slightly', label: 'A bit true for me', sign: 'slightly' },
		{ key: 'not', label: 'Not true for me', sign: 'not' }
	]
};
export const TRUE_FOR_ME = ['very', 'mostly'];

/** Yes or no. */
export const YES_NO: Family<Choice> = {
	type: 'choice',
	scale: 'yes-2',
	options: [
		{ key: 'yes', label: 'Yes', sign: 'yes' },
		{ key: 'no', label: 'No', sign: 'no' }
	]
};
export const YES = ['yes'];

/** Yes, no, and not being sure, which counts like a skip. */
export const YES_NO_NOT_SURE: Family<Choice> = {
	type: 'choice',
	scale: 'yes-2',
	options: [...YES_NO.options, { key: 'not-sure', label: 'I am not sure', sign: 'not-sure', unpublished: true }]
};

/** Three drawn faces with a word each, for the youngest; the words depend on the question. */
export function faces(yes: string, partly: string, no: string): Family<Choice> & { faces: true } {
	return {
		type: 'choice',
		scale: 'faces-3',
		faces: true,
		options: [
			{ key: 'yes', label: yes },
			{ key: 'partly', label: partly },
			{ key: 'no', label: no }
		]
	};
}
// Short words only: three stand side by side on a phone.
export const FACES = faces('Yes', 'A bit', 'No');

/** Yes, in part, no; the words for the middle depend on the question. */
export function yesPartlyNo(yes: string, partly: string, no: string): Family<Choice> {
	return {
		type: 'choice',
		scale: 'yes-3',
		options: [
			{ key: 'yes', label: yes, sign: 'yes' },
			{ key: 'partly', label: partly, sign: 'partly' },
			{ key: 'no', label: no, sign: 'no' }
		]
	};
}

/** How often you see somebody, against how often you would like to. */
export function amountOfSeeing(none: string, doesNotFit: string): Family<Choice> {
	return {
		type: 'choice',
		scale: 'amount-4',
		options: [
			{ key: 'too-little', label: 'Too little', sign: 'too-little' },
			{ key: 'right', label: 'Just right', sign: 'right' },
			{ key: 'too-much', label: 'Too much', sign: 'too-much' },
			{ key: 'not-at-all', label: none, sign: 'none' },
			{ key: 'does-not-fit', label: doesNotFit, sign: 'skip', unpublished: true }
		]
	};
}
export const RIGHT_AMOUNT = ['right'];

/** Whole numbers from 0 to 10; published in bands. */
export const ZERO_TO_TEN: Family<Scale> = { type: 'scale', scale: 'zero-to-ten' };
export const HIGH = ['7-8', '9-10'];

/** The same question as a sensitive one: with "I would rather not say" as its last option, in these words. */
export function personal<Q extends Choice | ChooseAll>(question: Q, wayOut = PREFER_NOT_OPTION.label): Q {
	return {
		...question,
		sensitive: true,
		options: [...question.options, { ...PREFER_NOT_OPTION, label: wayOut }]
	};
}
