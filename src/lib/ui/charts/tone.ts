/*
 * How bars are told apart: what is drawn for good news, for other answers and for answers nobody judges.
 * Drawing itself is in the components.
 */
import type { ReleasedOption, ReleasedQuestion } from '#lib/releases/release.ts';

/** Solid for good news, stripes for the other answers of such a question, dots where nothing is declared. */
export type Tone = 'good' | 'other' | 'plain';

/** The tone of an option's bar. */
export function toneOf(question: ReleasedQuestion, option: ReleasedOption): Tone {
	if (!question.judged || question.form === 'any number') return 'plain';
	return option.positive ? 'good' : 'other';
}

/** How far a band reaches from its end, in points of 100: two of the smallest base it can mean, and wide enough to see. */
export function bandReach(base: number): number {
	return Math.max(6, 200 / Math.max(10, base - 2));
}
