import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextTime, periodOf, retryTime } from './job.ts';

const at = (iso: string) => new Date(iso);

it('reckons times in London, whatever the hour of the server, through both changes of the clock', () => {
	expect(nextTime('30 6 * * *', at('2027-03-27T12:00:00Z')).toISOString()).toBe('2027-03-28T05:30:00.000Z');
	expect(nextTime('30 6 * * *', at('2027-10-30T12:00:00Z')).toISOString()).toBe('2027-10-31T06:30:00.000Z');
	expect(nextTime('7 * * * *', at('2027-03-01T09:07:00Z')).toISOString()).toBe('2027-03-01T10:07:00.000Z');
	expect(periodOf('7 * * * *', at('2027-03-01T09:07:00Z'))).toBe(3_600_000);
});

it('tries again 1, 2, 4 … 60 minutes later, and urgent work every five at the latest', () => {
	const now = at('2027-03-01T09:00:00Z');
	const minutes = (pattern: string, attempts: number) =>
		(retryTime(pattern, attempts, now).getTime() - now.getTime()) / 60_000;
	expect([1, 2, 3, 4, 5, 6, 7, 8].map((n) => minutes('0 3 * * *', n))).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
	expect([1, 2, 3, 4, 5].map((n) => minutes('* * * * *', n))).toEqual([1, 2, 4, 5, 5]);
});

it('is always due later, never at once again', () => {
	const patterns = ['* * * * *', '7 * * * *', '30 6 * * *', '0 3 * * 1', '30 1 28 3 *'];
	const instants = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2031-01-01T00:00:00Z'), noInvalidDate: true });
	fc.assert(
		fc.property(fc.constantFrom(...patterns), instants, fc.integer({ min: 1, max: 5000 }), (pattern, now, attempts) => {
			const wait = retryTime(pattern, attempts, now).getTime() - now.getTime();
			return nextTime(pattern, now) > now && wait >= 60_000 && wait <= 3_600_000;
		})
	);
});
