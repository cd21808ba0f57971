/*
 * From counts to published values: rules 1 to 3 (group size, one figure a pair, bands, rounding). The only place where
 * a StepPercent or a RoundedBase is made. Groupings, the attacker and coarsening do not live here; nothing is imported
 * from outside this folder.
 */
import { BANDS, stepFor, type PublishedValue, type RoundedBase, type StepPercent } from './value.ts';

/** Rule 1: a group is shown only with this many answers to the question. */
export const SMALLEST_GROUP = 10;

/** Rule 2: counts up to this, and as near to the whole, are published as a band. */
export const BAND_REACH = 2;

const BASE_STEP = 5;

/** Rounds part/whole × 100 to a multiple of `step`, halves up, in whole numbers so that no half is lost to binary. */
function percentTo(step: number, part: number, whole: number): StepPercent {
	return (step * Math.floor((200 * part + step * whole) / (2 * step * whole))) as StepPercent;
}

function isCount(value: number): boolean {
	return Number.isSafeInteger(value) && value >= 0;
}

/** How many answered, to the nearest 5: for a version as a whole, where it may be under 10. */
export function roundAnswered(count: number): number {
	if (!isCount(count)) throw new RangeError('not a count');
	return BASE_STEP * Math.floor(count / BASE_STEP + 0.5);
}

/**
 * The one published figure of a pair (said it / did not): withheld under 10 answers, a band near either end,
 * otherwise the true percentage to the nearest 5 points, 10 where the published base is under 30.
 * @throws RangeError when count and base are not whole numbers with 0 ≤ count ≤ base: a bug of the caller.
 */
export function protectCount(count: number, base: number): PublishedValue {
	if (!isCount(count) || !isCount(base) || count > base) throw new RangeError('a count must lie within its base');
	if (base < SMALLEST_GROUP) return { status: 'withheld' };
	const published = roundAnswered(base) as RoundedBase;
	if (count <= BAND_REACH) return { status: 'band', band: 'at most 2', base: published };
	if (count >= base - BAND_REACH) return { status: 'band', band: 'all but at most 2', base: published };
	return { status: 'percentage', percent: percentTo(stepFor(published), count, base), base: published };
}

/**
 * The published figures of a question with exactly one answer each, in the order of its options. Each option is a pair
 * of its own; of two options only the first is published, because the second is its mirror and would be a second
 * figure of the same pair.
 * @throws RangeError when the counts do not add up to the base.
 */
export function protectDistribution(counts: readonly number[], base: number): readonly PublishedValue[] {
	if (counts.reduce((sum, count) => sum + count, 0) !== base) throw new RangeError('counts must add up to the base');
	const shown = counts.length === 2 ? counts.slice(0, 1) : counts;
	return shown.map((count) => protectCount(count, base));
}

/** The published figures of a choose-all question: each option's yes, and never its no. */
export function protectEachYes(counts: readonly number[], base: number): readonly PublishedValue[] {
	return counts.map((count) => protectCount(count, base));
}

/** A published value as a release keeps it. */
export interface KeptValue {
	status: string;
	percent: number | null;
	band: string | null;
	base: number | null;
}

/** The columns of a value, as they are frozen. */
export function keep(value: PublishedValue): KeptValue {
	return {
		status: value.status,
		percent: value.status === 'percentage' ? value.percent : null,
		band: value.status === 'band' ? value.band : null,
		base: value.status === 'percentage' || value.status === 'band' ? value.base : null
	};
}

/**
 * The value that was frozen.
 * @throws RangeError when protectCount could not have made it: then something else wrote to the release.
 */
export function restore({ status, percent, band, base }: KeptValue): PublishedValue {
	if ((status === 'withheld' || status === 'not asked') && percent === null && band === null && base === null) {
		return { status };
	}
	const baseFits = base !== null && isCount(base) && base >= SMALLEST_GROUP && base % BASE_STEP === 0;
	if (baseFits && status === 'band' && percent === null) {
		const known = BANDS.find((one) => one === band);
		if (known) return { status, band: known, base: base as RoundedBase };
	}
	if (baseFits && status === 'percentage' && band === null && percent !== null && isCount(percent) && percent <= 100) {
		if (percent % stepFor(base) === 0) {
			return { status, percent: percent as StepPercent, base: base as RoundedBase };
		}
	}
	throw new RangeError('a value in a release is not one that was protected');
}
