/*
 * What published values say, in sentences that hold for every count that could stand behind them.
 * No figure is made here that is not in the release; wording about the method is in words.ts.
 */
import { inWords, shareRange } from '#lib/disclosure/value.ts';
import type { ReleasedOption, ReleasedQuestion } from '../release.ts';

/** The words for those a version asks. */
export function peopleOf(version: string): string {
	if (version === '4-7' || version === '8-10') return 'children';
	return version === '16-25' ? 'care leavers' : 'young people';
}

export interface Share {
	least: number;
	most: number;
}

/**
 * The smallest and largest share (0–1) of positive answers that the published values allow: from the positive options
 * themselves and, as the mirror, from the others. Null where nothing is shown or nothing is declared positive.
 */
export function positiveShare(question: ReleasedQuestion): Share | null {
	if (!question.judged || question.form === 'any number') return null;
	const ranges = question.options.map(({ value, positive }) => ({ positive, range: shareRange(value) }));
	const sum = (positive: boolean) => {
		const those = ranges.filter((one) => one.positive === positive).map((one) => one.range);
		if (those.some((range) => range === null)) return null;
		// The mirror of a pair's one figure is not published, so nothing is known but that it is a share.
		if (those.length === 0) return { least: 0, most: 1 };
		const total = (end: keyof Share) => those.reduce((sum, range) => sum + (range?.[end] ?? 0), 0);
		return { least: Math.min(1, total('least')), most: Math.min(1, total('most')) };
	};
	const good = sum(true);
	const other = sum(false);
	if (!good || !other) return null;
	return { least: Math.max(good.least, 1 - other.most), most: Math.min(good.most, 1 - other.least) };
}

/** A share as the subject of a sentence about those who answered: only words that hold at both ends of the range. */
export function howMany({ least, most }: Share): string {
	if (least >= 0.9) return 'Almost all';
	if (least > 0.5) return 'Most';
	if (most <= 0.1) return 'Very few';
	if (most < 0.5) return 'Fewer than half';
	if (least >= 0.4) return most <= 0.6 ? 'About half' : 'About half or more';
	return most <= 0.6 ? 'About half or fewer' : 'Some';
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}

/** “A”, “B” and “C”. */
export function listed(labels: readonly string[], last = 'and'): string {
	const quoted = labels.map((label) => `“${label}”`);
	return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} ${last} ${quoted.at(-1)}`;
}

/** The options that more than a few gave, most first. */
function mostChosen(options: readonly ReleasedOption[]): readonly ReleasedOption[] {
	const middle = (option: ReleasedOption) => {
		const range = shareRange(option.value);
		return range ? range.least + range.most : -1;
	};
	return options
		.filter(({ value }) => value.status === 'percentage' || (value.status === 'band' && value.band !== 'at most 2'))
		.sort((a, b) => middle(b) - middle(a));
}

function withShare({ label, value }: ReleasedOption): string {
	return `“${label}” (${inWords(value)})`;
}

function sayJudged(question: ReleasedQuestion, share: Share): string {
	if (question.indicatorName) return `${howMany(share)} ${lowerFirst(question.indicatorName)}.`;
	const good = question.options.filter((option) => option.positive).map((option) => option.label);
	return `${howMany(share)} said ${listed(good, 'or')}.`;
}

function sayMostChosen(question: ReleasedQuestion): string {
	const chosen = mostChosen(question.options);
	const [first] = chosen;
	if (!first) return 'No answer was given by more than a few.';
	const same = (a: ReleasedOption, b: ReleasedOption | undefined) => b && inWords(a.value) === inWords(b.value);
	// A list is cut only where the published shares differ, so that none is left out that may be as large.
	const top = chosen.slice(0, 3).filter((option) => !same(option, chosen[3]));
	if (top.length === 0) return `No answer stood out; several were given by ${inWords(first.value)}.`;
	if (question.form === 'any number') return `Chosen most often: ${top.map(withShare).join(', ')}.`;
	const leading = top.filter((option) => same(option, first)).map(withShare);
	if (leading.length === 1) return `The most common answer was ${leading.join('')}.`;
	return `The most common answers were ${leading.join(' and ')}.`;
}

/**
 * The sentence above a chart, about those who answered. Where the questionnaire declares good news it says how many, in words that hold for
 * every count behind the values; otherwise it names the answers given most.
 */
export function sayWhat(question: ReleasedQuestion, version: string): string {
	if (question.options.every(({ value }) => value.status === 'withheld')) {
		return `Too few ${peopleOf(version)} answered this to show what they said.`;
	}
	if (question.options.every(({ value }) => value.status === 'not asked')) return 'This was not asked.';
	const share = positiveShare(question);
	return share ? sayJudged(question, share) : sayMostChosen(question);
}

/** The chart for those who do not see it: every option with its value, in the order drawn. */
export function describe(question: ReleasedQuestion): string {
	const withheld = question.options.every(({ value }) => value.status === 'withheld');
	if (withheld) return 'Too few answers to show.';
	return `${question.options.map(({ label, value }) => `${label}: ${inWords(value)}`).join('; ')}.`;
}

/** Whom a question was asked of, where it was not everybody; null elsewhere. */
export function sayAskedOf({ askedOf }: ReleasedQuestion): string | null {
	if (!askedOf) return null;
	const only = askedOf.answers.length === 1 ? '' : 'one of ';
	return `Asked only of those who said ${only}${listed(askedOf.answers, 'or')} to “${askedOf.question}”`;
}

/** How many answered the question, as published; null where it is withheld. */
export function baseOf(question: ReleasedQuestion): number | null {
	for (const { value } of question.options) if ('base' in value) return value.base;
	return null;
}
