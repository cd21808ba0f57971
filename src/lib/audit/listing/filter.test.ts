import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RECORDED, SUBJECT_KINDS } from '../event.ts';
import { kindsOf, readRecordFilter, recordAddress, spanOf } from './filter.ts';
import { detailInWords, GROUPS, RECORDED_WORDS, settingInWords, type Group } from './words.ts';

const read = (query: string) => readRecordFilter(new URLSearchParams(query));

it('stands in the address and comes back as it was', () => {
	const day = fc.constantFrom('', '2027-03-01', '2026-10-25');
	const filters = fc.record({
		who: fc.constantFrom('', 'server', 'young-people', 'aB3_-x'),
		what: fc.constantFrom('', ...RECORDED, ...(Object.keys(GROUPS) as Group[])),
		about: fc.constantFrom('', ...SUBJECT_KINDS),
		from: day,
		to: day,
		before: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
		after: fc.constant(null)
	});
	fc.assert(
		fc.property(filters, (filter) => {
			expect(read(recordAddress(filter, filter))).toEqual(filter);
		})
	);
	expect(recordAddress(read(''))).toBe('');
});

it('takes what it does not know as if it were not there', () => {
	const junk = read('who=<b>&what=everything&about=cats&from=soon&to=31/02/2027&before=-1&after=x');
	expect(junk).toEqual(read(''));
	expect(read('before=5&after=9')).toMatchObject({ before: 5, after: null });
});

it('looks from the beginning of a day to its end, where the councils are', () => {
	expect(spanOf({ from: '2027-03-01', to: '2027-03-01' })).toEqual({
		from: '2027-03-01T00:00:00.000Z',
		before: '2027-03-02T00:00:00.000Z'
	});
	// The day on which the clocks go back has 25 hours.
	expect(spanOf({ from: '2026-10-25', to: '2026-10-25' })).toEqual({
		from: '2026-10-24T23:00:00.000Z',
		before: '2026-10-26T00:00:00.000Z'
	});
	expect(spanOf({ from: '', to: '' })).toEqual({ from: null, before: null });
});

it('has every kind in one group, and a group for every kind', () => {
	const grouped = (Object.keys(GROUPS) as Group[]).flatMap((what) => kindsOf({ what }) ?? []);
	expect([...grouped].sort()).toEqual([...RECORDED].sort());
	expect(new Set(RECORDED.map((kind) => RECORDED_WORDS[kind].words)).size).toBe(RECORDED.length);
	expect(kindsOf({ what: 'signed in' })).toEqual(['signed in']);
	expect(kindsOf({ what: '' })).toBeNull();
});

it('shows the label of a setting, and of details only those that can never be anybody’s words', () => {
	expect(settingInWords('council name')).toBe('Name of the council');
	expect(settingInWords('gone since')).toBe('gone since');
	expect(detailInWords({ before: 'Hello', after: 'Bye', roles: 'IRO', device: 'Chrome', events: 3 })).toBe(
		'roles: IRO; events: 3'
	);
});
