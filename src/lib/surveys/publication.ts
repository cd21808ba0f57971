/*
 * In which published options, and in which group, an answer counts. Every count of answers starts here.
 * What may be shown of the counts is decided in disclosure/.
 */
import type { Answer } from './answer.ts';
import { isAboutYou, isPicked, PREFER_NOT, type NumberBand, type Option, type Question } from './asked.ts';

export interface PublishedOption {
	key: string;
	label: string;
}

/** The bands in which a 0–10 answer is published: low, medium, high, very high, as the ONS cuts them. */
export const BANDS: readonly NumberBand[] = [
	{ key: '0-4', label: '0 to 4', from: 0, to: 4 },
	{ key: '5-6', label: '5 or 6', from: 5, to: 6 },
	{ key: '7-8', label: '7 or 8', from: 7, to: 8 },
	{ key: '9-10', label: '9 or 10', from: 9, to: 10 }
];

/** The bands of a question that is answered with a number; null for others. */
function bandsOf(question: Question): readonly NumberBand[] | null {
	if (question.type === 'scale') return BANDS;
	return question.type === 'number' ? question.bands : null;
}

function isPublished(option: Option): boolean {
	return option.key !== PREFER_NOT && option.unpublished !== true;
}

/** The options of a question that a release may show, in the order of the content; a comment has none. */
export function publishedOptions(question: Question): readonly PublishedOption[] {
	if (question.type === 'comment') return [];
	const bands = bandsOf(question);
	if (bands) return bands.map(({ key, label }) => ({ key, label }));
	if (!isPicked(question)) return [];
	return question.options.filter(isPublished).map(({ key, label }) => ({ key, label }));
}

/**
 * The published options an answer counts in. None means that this answer stays out of the question's base, as a skip
 * does: a comment, "I would rather not say", "this does not fit me", or an option the question no longer has.
 */
export function publishedKeys(question: Question, answer: Answer): readonly string[] {
	const bands = bandsOf(question);
	if (bands) {
		const number = typeof answer === 'string' && /^\d{1,4}$/.test(answer) ? Number(answer) : Number.NaN;
		return bands.filter((band) => number >= band.from && number <= band.to).map((band) => band.key);
	}
	const given = typeof answer === 'string' ? [answer] : answer;
	return publishedOptions(question)
		.map((option) => option.key)
		.filter((key) => given.includes(key));
}

/** Whether an answer is good news; null where the question declares none or the answer is not counted. */
export function isPositive(question: Question, answer: Answer): boolean | null {
	const keys = publishedKeys(question, answer);
	const positive = question.positive;
	return positive === undefined || keys.length === 0 ? null : keys.some((key) => positive.includes(key));
}

/** The broad group an about-you answer puts somebody in; null is the group "did not say". */
export function groupOf(question: Question, answer: Answer | undefined): string | null {
	if (!isAboutYou(question) || typeof answer !== 'string') return null;
	const groups = question.groups ?? {};
	return Object.hasOwn(groups, answer) ? (groups[answer] ?? null) : null;
}
