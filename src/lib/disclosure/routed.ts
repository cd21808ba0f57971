/*
 * What the base of a question that only some were asked gives away of the question that decides it. Exact, by trying every
 * whole number that fits what is published; the attacker on everything else of a release does not live here.
 */
import { BAND_REACH, protectCount, roundAnswered, SMALLEST_GROUP } from './protect.ts';
import type { PublishedValue } from './value.ts';

/** The published figures of a deciding question, in the order of its options. */
export interface Deciding {
	/** Null for the mirror of a pair, of which only the first is published. */
	values: readonly (PublishedValue | null)[];
	/** Which options lead to the question that depends on it. */
	leads: readonly boolean[];
}

const ENDS = Array.from({ length: BAND_REACH + 1 }, (_, end) => end);

interface Range {
	least: number;
	most: number;
}

/** Every count that a rounded base may stand for: at least 10, at most those who were eligible. */
function basesOf(shown: number, most: number): number[] {
	const near = Array.from({ length: 7 }, (_, step) => shown - 3 + step);
	return near.filter((base) => base >= SMALLEST_GROUP && base <= most && roundAnswered(base) === shown);
}

/** The counts of an option that are published as this value when `base` answered; null when none is. */
function countsOf(value: PublishedValue | null, base: number): Range | null {
	if (!value) return { least: 0, most: base };
	const fitting = Array.from({ length: base + 1 }, (_, count) => count).filter((count) => {
		const published = protectCount(count, base);
		if (published.status !== value.status) return false;
		if (published.status === 'band' && value.status === 'band') return published.band === value.band;
		return published.status !== 'percentage' || value.status !== 'percentage' || published.percent === value.percent;
	});
	const [least, most] = [fitting[0], fitting.at(-1)];
	return least === undefined || most === undefined ? null : { least, most };
}

/** Whether counts within these ranges can add up to `base` with at least `asked` of them leading on. */
function fits(ranges: readonly Range[], leads: readonly boolean[], base: number, asked: number): boolean {
	const sum = (leading: boolean, end: 'least' | 'most') =>
		ranges.reduce((total, range, place) => total + (leads[place] === leading ? range[end] : 0), 0);
	const least = Math.max(sum(true, 'least'), base - sum(false, 'most'), asked);
	return least <= Math.min(sum(true, 'most'), base - sum(false, 'least'));
}

/**
 * Whether publishing the base of a routed question tells more of a band of the deciding question than is known without
 * it: an end (0, 1 or 2, counted from the band's own end) that was possible is so no more (rule 4 of the releases).
 * @param routedBase the routed question's published base, to the nearest 5.
 * @param eligible how many could have answered, as the release says.
 */
export function tellsOfBands({ values, leads }: Deciding, routedBase: number, eligible: number): boolean {
	const shown = values.find((value) => value?.status === 'percentage' || value?.status === 'band');
	if (!shown || !('base' in shown)) return false;
	const worlds = basesOf(shown.base, eligible).flatMap((base) => {
		const ranges = values.map((value) => countsOf(value, base)).filter((range) => range !== null);
		return ranges.length < values.length ? [] : [{ base, ranges, asked: basesOf(routedBase, base) }];
	});
	return values.some((value, place) => {
		if (value?.status !== 'band') return false;
		return ENDS.some((end) => {
			const possible = (known: boolean) =>
				worlds.some(({ base, ranges, asked }) => {
					const count = value.band === 'at most 2' ? end : base - end;
					const fixed = ranges.map((range, at) => (at === place ? { least: count, most: count } : range));
					return (known ? asked : [0]).some((least) => fits(fixed, leads, base, least));
				});
			return possible(false) && !possible(true);
		});
	});
}
