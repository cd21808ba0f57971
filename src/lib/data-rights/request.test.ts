import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#lib/calendar/day.ts';
import { recordKeptUntil } from './held.ts';
import { clockRuns, dueOn, isOverdue, monthAfter } from './request.ts';

const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1990-01-01', count));

describe('by when a request must be answered', () => {
	it('is the same day of the next month, or its last where it has none', () => {
		expect(monthAfter('2026-11-23')).toBe('2026-12-23');
		expect(monthAfter('2027-01-31')).toBe('2027-02-28');
		expect(monthAfter('2028-01-31')).toBe('2028-02-29');
		expect(monthAfter('2026-12-31')).toBe('2027-01-31');
	});

	it('is never later than a month, nor than the council gave itself; a complaint’s 30 days count the day it came', () => {
		expect(dueOn('complaint', '2027-03-01', 30)).toBe('2027-03-30');
		fc.assert(
			fc.property(days, fc.integer({ min: 5, max: 31 }), (asked, own) => {
				const due = dueOn('copy', asked, own);
				expect(due <= monthAfter(asked) && due <= addDays(asked, own) && due > asked).toBe(true);
				expect(daysBetween(asked, monthAfter(asked))).toBeGreaterThanOrEqual(28);
			})
		);
	});

	it('stops for a complaint when it is acknowledged, for the others when they are answered', () => {
		const row = { due_on: '2027-03-30', acknowledged_at: 'then', answered_at: null };
		expect([clockRuns({ ...row, kind: 'complaint' }), clockRuns({ ...row, kind: 'copy' })]).toEqual([false, true]);
		expect(isOverdue({ ...row, kind: 'copy' }, '2027-03-30')).toBe(false);
		expect(isOverdue({ ...row, kind: 'copy' }, '2027-03-31')).toBe(true);
		expect(isOverdue({ ...row, kind: 'complaint' }, '2027-05-31')).toBe(false);
	});
});

it('keeps a case record until the 75th birthday, or 15 years after a death as a child', () => {
	expect(recordKeptUntil('2012-05-01', null)).toBe('2087-05-01');
	expect(recordKeptUntil('2012-02-29', null)).toBe('2087-03-01');
	expect(recordKeptUntil('2012-05-01', '2026-11-01')).toBe('2041-11-01');
	expect(recordKeptUntil('2000-05-01', '2026-11-01')).toBe('2075-05-01');
});
