import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	FIXED,
	KEEPING_KEYS,
	KEEPING_SETTINGS,
	KEEPINGS,
	monthsBefore,
	shortenedBy,
	type Periods
} from './schedule.ts';

describe('the schedule', () => {
	it('says for every kind why it is kept, with a source, and ships a period within its bounds', () => {
		for (const key of KEEPING_KEYS) {
			const { why, shipped, least, most } = KEEPINGS[key];
			expect(why, key).toMatch(/UK GDPR|Act \d{4}|Regulations \d{4}/);
			expect(shipped, key).toBeGreaterThanOrEqual(least);
			expect(shipped, key).toBeLessThanOrEqual(most);
		}
		for (const { key, why } of FIXED) expect(why, key).not.toBe('');
	});

	it('never takes a period shorter than the law’s, nor one without end', () => {
		for (const key of KEEPING_KEYS) {
			const { schema } = KEEPING_SETTINGS[key];
			expect(schema.safeParse(KEEPINGS[key].least).success).toBe(true);
			expect(schema.safeParse(KEEPINGS[key].least - 1).success).toBe(false);
			expect(schema.safeParse(KEEPINGS[key].most + 1).success).toBe(false);
		}
	});
});

describe('months before', () => {
	it('is the same day of an earlier month, or its last', () => {
		const before = (day: string, months: number) => monthsBefore(new Date(`${day}T09:30:00Z`), months).toISOString();
		expect(before('2027-03-31', 1)).toBe('2027-02-28T09:30:00.000Z');
		expect(before('2028-02-29', 12)).toBe('2027-02-28T09:30:00.000Z');
		expect(before('2027-01-15', 13)).toBe('2025-12-15T09:30:00.000Z');
	});

	it('never comes later than the instant itself, and more months are never later', () => {
		const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
		fc.assert(
			fc.property(instants, fc.integer({ min: 1, max: 1200 }), (now, months) => {
				const before = monthsBefore(now, months);
				expect(before.getTime()).toBeLessThan(now.getTime());
				expect(monthsBefore(now, months + 1).getTime()).toBeLessThan(before.getTime());
				expect(before.getUTCDate()).toBeLessThanOrEqual(now.getUTCDate());
			})
		);
	});
});

describe('a shorter period', () => {
	const shipped = Object.fromEntries(KEEPING_KEYS.map((key) => [key, KEEPINGS[key].shipped])) as Periods;

	it('is every one below what is set; the same, a longer one and one that is not allowed are none', () => {
		const wanted = {
			'keep: roster': 1,
			'keep: messages': 36,
			'keep: staff': 25,
			'keep: record': 1,
			'keep: cards': NaN
		};
		expect(shortenedBy(shipped, wanted)).toEqual([{ key: 'keep: roster', from: 12, to: 1 }]);
		expect(shortenedBy(shipped, {})).toEqual([]);
	});
});
