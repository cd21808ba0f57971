/*
 * From the raw counts of a version to its protected tables: which figures of a question are published, in which order.
 * The rules of protection themselves are in disclosure/.
 */
import { protectDistribution, protectEachYes } from '#lib/disclosure/protect.ts';
import { tellsOfBands } from '#lib/disclosure/routed.ts';
import type { PublishedValue } from '#lib/disclosure/value.ts';
import type { Page } from '#lib/surveys/content.ts';
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

interface Table {
	question: Question;
	/** In the order of the published options; of a pair only the first. */
	values: readonly PublishedValue[];
}

function tableOf({ question, answered, options }: Counted): Table {
	const protect = question.type === 'choose-all' ? protectEachYes : protectDistribution;
	return { question, values: protect(options, answered) };
}

/** Withheld where the number of those who were asked would tell what a band of the deciding question hides. */
function withoutGivingAway(table: Table, tables: readonly Table[], pages: readonly Page[], eligible: number): Table {
	const when = pages.find(({ questions }) => questions.some(({ key }) => key === table.question.key))?.when;
	const deciding = when && tables.find(({ question }) => question.key === when.question);
	const [shown] = table.values.filter((value) => value.status === 'percentage' || value.status === 'band');
	if (!deciding || !shown) return table;
	const options = publishedOptions(deciding.question);
	// An answer that is not published leads on as well: then nobody can tell how many of those asked said what is.
	if (when.answers.some((answer) => !options.some(({ key }) => key === answer))) return table;
	const known = {
		values: options.map((_, place) => deciding.values[place] ?? null),
		leads: options.map(({ key }) => when.answers.includes(key))
	};
	if (!tellsOfBands(known, shown.base, eligible)) return table;
	return { ...table, values: table.values.map(() => ({ status: 'withheld' })) };
}

/**
 * Protects every question of a version; nothing of the counts is left but what the values say.
 * @param asked the pages of the version, for who was asked what, and how many were eligible.
 */
export function protectTables(
	counted: readonly Counted[],
	{ pages, eligible }: { pages: readonly Page[]; eligible: number }
): ProtectedFigure[] {
	const tables = counted.map(tableOf);
	return tables
		.map((table) => withoutGivingAway(table, tables, pages, eligible))
		.flatMap(({ question, values }) =>
			publishedOptions(question)
				.slice(0, values.length)
				.map((option, index) => ({ question, option: option.key, value: values[index] }))
		)
		.flatMap(({ question, option, value }, place) =>
			value ? [{ question: question.key, indicator: question.indicator ?? null, option, place, value }] : []
		);
}
