import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protectCount, protectDistribution, roundAnswered } from './protect.ts';
import { tellsOfBands, type Deciding } from './routed.ts';

const deciding = (counts: readonly number[], leads: readonly boolean[]): Deciding => {
	const base = counts.reduce((sum, count) => sum + count, 0);
	const values = protectDistribution(counts, base);
	return { values: counts.map((_, place) => values[place] ?? null), leads };
};

describe('the base of a routed question', () => {
	it('gives nothing away where the deciding question has no band', () => {
		expect(tellsOfBands(deciding([20, 30], [true, false]), 20, 200)).toBe(false);
	});

	it('gives away that two bands are not empty when all who were asked must have come from them', () => {
		// 32 answered: 7 look for work, 2 cannot, 1 does something else, and those ten were asked what stands in the way.
		const work = deciding([7, 2, 1, 22], [true, true, true, false]);
		expect(tellsOfBands(work, 10, 200)).toBe(true);
	});

	it('gives away that nobody said no when everybody who could be asked was', () => {
		expect(tellsOfBands(deciding([28, 0], [true, false]), 30, 28)).toBe(true);
		expect(tellsOfBands(deciding([28, 0], [true, false]), 30, 60)).toBe(false);
	});

	it('finds what trying every world finds, no less and no more', () => {
		const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 3 });
		fc.assert(
			fc.property(counts, fc.nat({ max: 7 }), fc.nat({ max: 4 }), (given, mask, skipped) => {
				const base = given.reduce((sum, count) => sum + count, 0);
				const leads = given.map((_, place) => (mask >> place) % 2 === 1);
				const asked = given.reduce((sum, count, place) => sum + (leads[place] ? count : 0), 0) - skipped;
				fc.pre(base >= 10 && asked >= 10);
				const eligible = base + 3;
				const shape = deciding(given, leads);
				const shown = roundAnswered(asked);
				expect(tellsOfBands(shape, shown, eligible)).toBe(byTrying(shape, shown, eligible));
			}),
			{ numRuns: 60 }
		);
	});
});

/** The same by brute force: every possible list of counts, and what it would have been published as. */
function byTrying({ values, leads }: Deciding, routedBase: number, eligible: number): boolean {
	const before = values.map(() => new Set<number>());
	const after = values.map(() => new Set<number>());
	const shownBase = values.flatMap((value) => (value && 'base' in value ? [value.base] : []))[0] ?? 0;
	const world = (counts: readonly number[]) => {
		const base = counts.reduce((sum, count) => sum + count, 0);
		if (base < 10 || base > eligible || roundAnswered(base) !== shownBase) return;
		const fits = values.every((value, place) => {
			if (!value) return true;
			const published = protectCount(counts[place] ?? 0, base);
			return JSON.stringify({ ...published, base: 0 }) === JSON.stringify({ ...value, base: 0 });
		});
		if (!fits) return;
		const leading = counts.reduce((sum, count, place) => sum + (leads[place] ? count : 0), 0);
		const asked = Array.from({ length: leading + 1 }, (_, one) => one);
		const isPossible = asked.some((one) => one >= 10 && roundAnswered(one) === routedBase);
		for (const [place, value] of values.entries()) {
			if (value?.status !== 'band') continue;
			const count = counts[place] ?? 0;
			const end = value.band === 'at most 2' ? count : base - count;
			before[place]?.add(end);
			if (isPossible) after[place]?.add(end);
		}
	};
	const walk = (counts: readonly number[], left: number): void => {
		if (counts.length === values.length) return world(counts);
		for (let count = 0; count <= left; count += 1) walk([...counts, count], left - count);
	};
	walk([], eligible);
	return before.some((ends, place) => [0, 1, 2].some((end) => ends.has(end) && !after[place]?.has(end)));
}
