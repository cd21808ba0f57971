/*
 * The shape of a questionnaire as content: an edition, its pages and their questions. Types only.
 * What must hold of it is in content/schema.ts and content/faults.ts; the words are in questionnaires/.
 */
import type { Domain, Question, Version } from './question.ts';

/** A page is asked only of those who gave one of these answers to an earlier question. */
export interface Condition {
	question: string;
	answers: readonly string[];
}

/** One to three questions that are asked together. The key says nothing; the address is the visit's own. */
export interface Page {
	key: string;
	domain: Domain;
	title?: string;
	/** Without it the page is asked of everybody. */
	when?: Condition;
	/** Asked of the helper beside the child, not of the child. */
	for?: 'helper';
	questions: readonly Question[];
}

export interface Questionnaire {
	version: Version;
	/** Version and number, e.g. '11-17/1': stored with every response. A change of meaning is a new edition. */
	edition: string;
	title: string;
	/** How long it takes most people, in minutes. */
	minutes: number;
	pages: readonly Page[];
}
