import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keep, protectCount, protectDistribution, protectEachYes, restore, roundAnswered } from './protect.ts';
import { shareRange, stepFor, type PublishedValue } from './value.ts';

interface Counted {
	positive: number;
	base: number;
}
interface Case {
	answers: number;
	total: Counted;
	groupings: Record<string, Record<string, Counted>>;
	published: Record<string, 'withheld' | { base: number; positivePercent?: number; band?: string }>;
}
const { cases } = JSON.parse(readFileSync(new URL('./fixtures/published-cases.json', import.meta.url), 'utf8')) as {
	cases: Case[];
};

function asInTheCase(value: PublishedValue) {
	if (value.status === 'percentage') return { base: value.base, positivePercent: value.percent };
	return value.status === 'band' ? { base: value.base, band: value.band } : value.status;
}

describe('the worked releases', () => {
	it.each(cases.map((one, index) => [index, one] as const))(
		'publish the total and every group of case %i',
		(_, one) => {
			const published: Record<string, unknown> = {
				total: asInTheCase(protectCount(one.total.positive, one.total.base))
			};
			for (const [grouping, groups] of Object.entries(one.groupings)) {
				for (const [group, { positive, base }] of Object.entries(groups)) {
					published[`${grouping} / ${group}`] = asInTheCase(protectCount(positive, base));
				}
			}
			expect(published).toEqual(one.published);
		}
	);

	it('are all ten there', () => expect(cases).toHaveLength(10));
});

/** A base and a count within it, small ones more often than large. */
const counted = fc
	.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 3000 }))
	.chain((base) => fc.tuple(fc.integer({ min: 0, max: base }), fc.constant(base)));

/** A base that is shown. */
const shownBase = fc.integer({ min: 10, max: 3000 });

describe('one figure', () => {
	it('is withheld under ten answers, and looks the same whatever the count', () => {
		fc.assert(
			fc.property(counted, ([count, base]) => {
				const value = protectCount(count, base);
				if (base < 10) expect(value).toEqual({ status: 'withheld' });
				else expect(value.status).not.toBe('withheld');
			})
		);
	});

	it('never tells nobody from one or two, nor everybody from all but one or two', () => {
		fc.assert(
			fc.property(shownBase, (base) => {
				const ends = [
					[0, 1, 2],
					[base, base - 1, base - 2]
				];
				for (const end of ends) {
					const [first, ...others] = end.map((count) => protectCount(count, base));
					for (const other of others) expect(other).toEqual(first);
				}
				expect(protectCount(0, base)).toMatchObject({ band: 'at most 2' });
				expect(protectCount(base, base)).toMatchObject({ band: 'all but at most 2' });
			})
		);
	});

	it('is within 2.5 points of the truth, 5 where the published base is under 30', () => {
		fc.assert(
			fc.property(counted, ([count, base]) => {
				const value = protectCount(count, base);
				if (value.status !== 'percentage') return;
				const reach = value.base < 30 ? 5 : 2.5;
				expect(Math.abs(value.percent - (100 * count) / base)).toBeLessThanOrEqual(reach + 1e-9);
				expect(value.percent % stepFor(value.base)).toBe(0);
			})
		);
	});

	it('gives a base within 2 of the truth, in fives', () => {
		fc.assert(
			fc.property(counted, ([count, base]) => {
				const value = protectCount(count, base);
				if (value.status === 'withheld' || value.status === 'not asked') return;
				expect(value.base % 5).toBe(0);
				expect(Math.abs(value.base - base)).toBeLessThanOrEqual(2);
			})
		);
	});

	it('is true: the range that a reader concludes holds the share', () => {
		fc.assert(
			fc.property(counted, ([count, base]) => {
				const range = shareRange(protectCount(count, base));
				if (!range) return;
				expect(count / base).toBeGreaterThanOrEqual(range.least - 1e-12);
				expect(count / base).toBeLessThanOrEqual(range.most + 1e-12);
			})
		);
	});

	it('rounds halves up, at the edges of steps, bands and group size', () => {
		expect(protectCount(5, 40)).toMatchObject({ percent: 15 }); // 12.5
		expect(protectCount(9, 12)).toMatchObject({ percent: 80, base: 10 }); // 75 in tens
		expect(protectCount(7, 27)).toMatchObject({ percent: 30, base: 25 }); // 27 is published as 25
		expect(protectCount(7, 28)).toMatchObject({ percent: 25, base: 30 }); // 28 as 30: fives
		expect(protectCount(3, 10).status).toBe('percentage');
		expect(protectCount(7, 10).status).toBe('percentage');
		expect(protectCount(8, 10).status).toBe('band');
		expect(protectCount(4, 9).status).toBe('withheld');
	});

	it('refuses what is not a count', () => {
		for (const [count, base] of [
			[-1, 10],
			[11, 10],
			[1.5, 10],
			[Number.NaN, 10]
		] as const) {
			expect(() => protectCount(count, base)).toThrow(RangeError);
		}
	});
});

describe('a distribution', () => {
	it('of two options publishes one figure only, the first', () => {
		expect(protectDistribution([30, 14], 44)).toEqual([protectCount(30, 44)]);
	});

	it('of more options treats each as a pair of its own', () => {
		const values = protectDistribution([30, 12, 2], 44);
		expect(values).toEqual([protectCount(30, 44), protectCount(12, 44), protectCount(2, 44)]);
		expect(values[2]).toMatchObject({ status: 'band' });
	});

	it('withholds all of its options together', () => {
		expect(new Set(protectDistribution([3, 3, 3], 9).map((value) => value.status))).toEqual(new Set(['withheld']));
	});

	it('must add up', () => expect(() => protectDistribution([3, 3], 9)).toThrow(RangeError));

	it('of a choose-all question publishes every yes, also of two', () => {
		expect(protectEachYes([20, 30], 44)).toHaveLength(2);
	});
});

describe('a kept value', () => {
	it('comes back as it was', () => {
		fc.assert(
			fc.property(counted, ([count, base]) => {
				const value = protectCount(count, base);
				expect(restore(keep(value))).toEqual(value);
			})
		);
	});

	it('that was never protected is refused', () => {
		const percentage = { status: 'percentage', percent: 85, band: null, base: 45 };
		for (const wrong of [
			{ ...percentage, percent: 84 },
			{ ...percentage, base: 44 },
			{ ...percentage, base: 25 }, // steps of ten there
			{ ...percentage, base: 5 },
			{ ...percentage, percent: 105 },
			{ ...percentage, percent: null },
			{ ...percentage, status: 'withheld' },
			{ status: 'band', percent: null, band: 'at most 1', base: 45 },
			{ status: 'count', percent: null, band: null, base: null }
		]) {
			expect(() => restore(wrong)).toThrow(RangeError);
		}
	});
});

it('how many answered is given in fives', () => {
	expect([0, 2, 3, 7, 8, 44, 12].map(roundAnswered)).toEqual([0, 0, 5, 5, 10, 45, 10]);
});
