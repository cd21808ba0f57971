import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERSIONS, type Version } from '#lib/surveys/question.ts';
import { FEWEST_ELIGIBLE, mergeVersions, paceOf } from './wave.ts';

const sizes = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 });
const eligibleOf = (counts: readonly number[]) =>
	new Map(VERSIONS.map((version, place) => [version, counts[place] ?? 0] as const));

describe('merging versions', () => {
	it('opens nothing under 25 in all, and says how many there are', () => {
		fc.assert(
			fc.property(sizes, (counts) => {
				const total = counts.reduce((sum, count) => sum + count, 0);
				const merged = mergeVersions(eligibleOf(counts));
				if (total < FEWEST_ELIGIBLE) expect(merged).toEqual({ kind: 'too few', eligible: total });
				else expect(merged.kind).toBe('may open');
			})
		);
		expect(mergeVersions(new Map())).toEqual({ kind: 'too few', eligible: 0 });
	});

	it('gives every group at least 25, loses nobody, and merges neighbours only', () => {
		fc.assert(
			fc.property(sizes, (counts) => {
				const eligible = eligibleOf(counts);
				const merged = mergeVersions(eligible);
				if (merged.kind !== 'may open') return;
				const asked = VERSIONS.filter((version) => (eligible.get(version) ?? 0) > 0);
				expect([...merged.versions.keys()].sort()).toEqual([...asked].sort());
				const groups = new Map<Version, number>();
				for (const version of asked) {
					const gets = merged.versions.get(version) ?? version;
					groups.set(gets, (groups.get(gets) ?? 0) + (eligible.get(version) ?? 0));
				}
				for (const [gets, size] of groups) {
					expect(size).toBeGreaterThanOrEqual(FEWEST_ELIGIBLE);
					expect(merged.versions.get(gets)).toBe(gets);
					const places = asked.flatMap((version, place) => (merged.versions.get(version) === gets ? [place] : []));
					expect((places.at(-1) ?? 0) - (places[0] ?? 0)).toBe(places.length - 1);
				}
			}),
			{ numRuns: 500 }
		);
	});

	it('leaves versions alone that are big enough', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 25, max: 600 }), { minLength: 4, maxLength: 4 }), (counts) => {
				const merged = mergeVersions(eligibleOf(counts));
				expect(merged).toMatchObject({ kind: 'may open' });
				if (merged.kind === 'may open') for (const [version, gets] of merged.versions) expect(gets).toBe(version);
			})
		);
	});

	it('gives a small version the questions of the younger neighbour, and the youngest those of the older', () => {
		const gets = (counts: number[]) => {
			const merged = mergeVersions(eligibleOf(counts));
			return merged.kind === 'may open' ? VERSIONS.map((version) => merged.versions.get(version) ?? null) : null;
		};
		expect(gets([30, 24, 30, 30])).toEqual(['4-7', '4-7', '11-17', '16-25']);
		expect(gets([24, 30, 30, 30])).toEqual(['8-10', '8-10', '11-17', '16-25']);
		expect(gets([0, 0, 25, 0])).toEqual([null, null, '11-17', null]);
		expect(gets([30, 10, 10, 10])).toEqual(['4-7', '8-10', '8-10', '8-10']);
	});
});

describe('the pace', () => {
	it('is on track for the first three days, whatever came', () => {
		for (const day of [0, 1, 2]) expect(paceOf({ eligible: 500, answered: 0 }, { day, of: 42 })).toBe('on track');
		expect(paceOf({ eligible: 500, answered: 0 }, { day: 3, of: 42 })).toBe('quieter than expected');
	});

	it('is quiet under half of what is usual by that day, and the same after the last', () => {
		const at = (answered: number, day: number) => paceOf({ eligible: 200, answered }, { day, of: 40 });
		expect(at(14, 20)).toBe('quieter than expected');
		expect(at(15, 20)).toBe('on track');
		expect(at(29, 40)).toBe('quieter than expected');
		expect(at(30, 40)).toBe('on track');
		expect(at(30, 90)).toBe('on track');
	});

	it('does not stumble over a wave that closes on the day it opens', () => {
		expect(paceOf({ eligible: 100, answered: 15 }, { day: 5, of: 0 })).toBe('on track');
	});
});
