import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERSIONS, type Version } from '#lib/surveys/question.ts';
import { FEWEST_ELIGIBLE, mergeVersions, paceOf, type Pace } from './wave.ts';

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
	const at = (answered: number, day: number, before: Pace | null = null) =>
		paceOf({ eligible: 400, answered, before }, { day, of: 40 });

	it('is on track for the first three days, whatever came', () => {
		for (const day of [0, 1, 2]) expect(at(0, day)).toBe('on track');
		expect(at(0, 3)).toBe('quieter than expected');
	});

	it('turns quiet far under what is usual by that day, and on track only well above it again', () => {
		expect(at(20, 20)).toBe('quieter than expected'); // a third of 60
		expect(at(40, 20, 'quieter than expected')).toBe('on track'); // two thirds
		expect(at(30, 20, 'quieter than expected')).toBe('quieter than expected'); // a half: as it was
		expect(at(30, 20, 'on track')).toBe('on track');
		expect(at(80, 90)).toBe('on track');
	});

	it('does not move with a single answer', () => {
		for (const before of ['on track', 'quieter than expected'] as const) {
			for (let tens = 0; tens < 20; tens += 1) {
				const words = new Set([-4, -2, 0, 2, 4].map((more) => at(Math.max(0, tens * 10 + more), 20, before)));
				expect(words.size).toBe(1);
			}
		}
	});

	it('does not stumble over a wave that closes on the day it opens', () => {
		expect(paceOf({ eligible: 100, answered: 20, before: null }, { day: 5, of: 0 })).toBe('on track');
	});
});
