/*
 * What a published value can be: its status is a type, never a sentinel. Reading values and putting them into words
 * lives here; making one from counts does not (protect.ts alone may). Nothing outside this folder is imported.
 */

declare const made: unique symbol;

/** A share of 100, to the nearest 5 (10 where the published base is under 30). Only protect.ts makes one. */
export type StepPercent = number & { readonly [made]: 'step percent' };

/** How many answered, to the nearest 5; at least 10. Only protect.ts makes one. */
export type RoundedBase = number & { readonly [made]: 'rounded base' };

export const BANDS = ['at most 2', 'all but at most 2'] as const;

/** Counts 0–2, and n−2…n: the ends look the same as their neighbours. */
export type Band = (typeof BANDS)[number];

/** One figure of a release. There is no other form in which a figure leaves the count. */
export type PublishedValue =
	| { readonly status: 'percentage'; readonly percent: StepPercent; readonly base: RoundedBase }
	| { readonly status: 'band'; readonly band: Band; readonly base: RoundedBase }
	| { readonly status: 'withheld' }
	| { readonly status: 'not asked' };

export type Status = PublishedValue['status'];

/** Published bases under this have percentages in steps of 10 instead of 5. */
export const FINE_STEPS_FROM = 30;

/** The step of a percentage whose published base is this, in points. */
export function stepFor(base: number): 5 | 10 {
	return base < FINE_STEPS_FROM ? 10 : 5;
}

/** The Government Statistical Service's shorthand; null for a percentage, which needs none. */
export function shorthand(value: PublishedValue): '[c]' | '[low]' | '[z]' | null {
	if (value.status === 'withheld') return '[c]';
	if (value.status === 'band') return '[low]';
	return value.status === 'not asked' ? '[z]' : null;
}

/** The value in a few words, as it stands beside a bar or in a table. */
export function inWords(value: PublishedValue): string {
	if (value.status === 'withheld') return 'too few to show';
	if (value.status === 'not asked') return 'not asked';
	if (value.status === 'band') return value.band === 'at most 2' ? 'almost nobody' : 'almost everybody';
	// A share can round to an end without being one: 0 and 100 would claim what the count does not say.
	if (value.percent === 0) return 'under 3%';
	return value.percent === 100 ? 'over 97%' : `${value.percent}%`;
}

/**
 * The smallest and largest true share (0–1) that a reader can conclude from the value, null where it says nothing.
 * A rounded base may stand for up to 2 fewer or more, and is never under 10.
 */
export function shareRange(value: PublishedValue): { least: number; most: number } | null {
	if (value.status === 'percentage') {
		const reach = stepFor(value.base) / 2;
		return { least: Math.max(0, value.percent - reach) / 100, most: Math.min(100, value.percent + reach) / 100 };
	}
	if (value.status !== 'band') return null;
	const share = 2 / Math.max(10, value.base - 2);
	return value.band === 'at most 2' ? { least: 0, most: share } : { least: 1 - share, most: 1 };
}
