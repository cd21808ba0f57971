/*
 * What a question is: its types, its options and the words that every version shares.
 * Reading an answer lives in answer.ts, counting it in publication.ts; others import all three from question.ts.
 */
import type { Sign } from './sign.ts';

export const VERSIONS = ['4-7', '8-10', '11-17', '16-25'] as const;
export type Version = (typeof VERSIONS)[number];

export const DOMAINS = ['relationships', 'resilience', 'rights', 'recovery', 'well-being'] as const;
export type Domain = (typeof DOMAINS)[number];

export const GROUPINGS = ['gender', 'home', 'area', 'disability'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The longest comment, in characters as people count letters: Unicode code points, a line break is one. */
export const COMMENT_LENGTH = 2000;

/** The longest short answer: one line, for a word or a few. */
export const SHORT_LENGTH = 100;

/** The most comment questions in one questionnaire, so that each ballot can leave the same number of pieces. */
export const MOST_COMMENTS = 7;

/** One thing to pick. The key is stored and never changes its meaning; the label is what is read. */
export interface Option {
	key: string;
	label: string;
	/** What stands beside the words in the younger versions. */
	sign?: Sign;
	/** In a choose-all question: cannot stand beside another ("none of these"). */
	exclusive?: true;
	/** Says that the question does not fit or will not be answered: counted like a skip, never published. */
	unpublished?: true;
}

/** The key of "I would rather not say": part of the content of every sensitive question, always its last option. */
export const PREFER_NOT = 'prefer-not';

export const PREFER_NOT_OPTION: Option = {
	key: PREFER_NOT,
	label: 'I would rather not say',
	sign: 'prefer-not',
	exclusive: true,
	unpublished: true
};

export interface Asked {
	key: string;
	text: string;
	help?: string;
	sign?: Sign;
	domain: Domain;
	/** The key in indicators.ts that carries the trend over versions and waves. */
	indicator?: string;
	/** Keys of the published options that are good news; needs a scale. */
	positive?: readonly string[];
	/** A choice or choose-all question that offers PREFER_NOT. */
	sensitive?: true;
	/** The scale family, e.g. 'frequency-4': an indicator is pooled over versions within one family only. */
	scale?: string;
}

export interface Choice extends Asked {
	type: 'choice';
	options: readonly Option[];
	/** Asked with three drawn faces: its options are yes, partly, no, in this order. */
	faces?: true;
	/** Makes it an about-you question; an option missing from `groups` counts as "did not say". */
	grouping?: Grouping;
	groups?: Readonly<Record<string, string>>;
}

export interface ChooseAll extends Asked {
	type: 'choose-all';
	options: readonly Option[];
}

/** A whole number from 0 to 10, with words for both ends. */
export interface Scale extends Asked {
	type: 'scale';
	least: string;
	most: string;
}

/** Whole numbers of a band, both ends included, as a release shows them. */
export interface NumberBand {
	key: string;
	label: string;
	from: number;
	to: number;
}

/** A whole number that is typed; published in its bands, which cover every number from `least` to `most` once. */
export interface HowMany extends Asked {
	type: 'number';
	least: number;
	most: number;
	bands: readonly NumberBand[];
}

export interface Comment extends Asked {
	type: 'comment';
	/** One line for a word or a few; without it, a box for as much as fits. */
	short?: true;
}

export type Question = Choice | ChooseAll | Scale | HowMany | Comment;

/** A question with options to pick from. */
export type Picked = Choice | ChooseAll;

/** True for a question whose answers are picked from options. */
export function isPicked(question: Question): question is Picked {
	return question.type === 'choice' || question.type === 'choose-all';
}

/** True for a question that defines a grouping. */
export function isAboutYou(question: Question): question is Choice & { grouping: Grouping } {
	return question.type === 'choice' && question.grouping !== undefined;
}
