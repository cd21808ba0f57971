/*
 * From the raw counts of a version to its protected tables: which figures of a question are published, in which order.
 * The rules of protection themselves are in disclosure/.
 */
import { protectDistribution, protectEachYes } from '#lib/disclosure/protect.ts';
import type { PublishedValue } from '#lib/disclosure/value.ts';
import { publishedOptions, type Question } from '#lib/surveys/question.ts';

/** One figure with its address in the release. */
export interface ProtectedFigure {
	question: string;
	indicator: string | null;
	option: string;
	/** Place in the published order of the version, from 0. */
	place: number;
	value: PublishedValue;
}

export interface Counted {
	question: Question;
	answered: number;
	/** In the order of the question's published options. */
	options: readonly number[];
}

/** Protects every question of a version; nothing of the counts is left but what the values say. */
export function protectTables(counted: readonly Counted[]): ProtectedFigure[] {
	return counted
		.flatMap(({ question, answered, options }) => {
			const protect = question.type === 'choose-all' ? protectEachYes : protectDistribution;
			const values = protect(options, answered);
			return publishedOptions(question)
				.slice(0, values.length)
				.map((option, index) => ({ question, option: option.key, value: values[index] }));
		})
		.flatMap(({ question, option, value }, place) =>
			value ? [{ question: question.key, indicator: question.indicator ?? null, option, place, value }] : []
		);
}
