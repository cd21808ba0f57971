import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf } from '#lib/calendar/day.ts';
import { isWorkingDay } from '#lib/calendar/working-days.ts';
import { hourInWords, promisedFor, readingTime, SHIPPED_TALK_HOURS, whenRead } from './hours.ts';

const at = (instant: string) => readingTime(new Date(instant), SHIPPED_TALK_HOURS);

it('is read on a working day from nine until five, and not a minute longer', () => {
	// Monday 1 March 2027, in winter time.
	expect(at('2027-03-01T08:59:59Z')).toEqual({ isRead: false, when: 'today', day: '2027-03-01', from: 9 });
	expect(at('2027-03-01T09:00:00Z')).toEqual({ isRead: true, until: 17 });
	expect(at('2027-03-01T16:59:59Z')).toEqual({ isRead: true, until: 17 });
	expect(at('2027-03-01T17:00:00Z')).toEqual({ isRead: false, when: 'tomorrow', day: '2027-03-02', from: 9 });
});

it('counts the hours of London in summer, too', () => {
	// Tuesday 1 June 2027: nine o’clock is eight in universal time; and a minute past midnight there is still Monday here.
	expect(at('2027-06-01T07:59:00Z')).toMatchObject({ isRead: false, when: 'today', day: '2027-06-01' });
	expect(at('2027-06-01T08:00:00Z')).toEqual({ isRead: true, until: 17 });
	expect(at('2027-05-31T23:30:00Z')).toMatchObject({ when: 'today', day: '2027-06-01' });
});

it('changes at midnight from tomorrow to today', () => {
	expect(at('2027-03-01T23:59:59Z')).toMatchObject({ when: 'tomorrow', day: '2027-03-02' });
	expect(at('2027-03-02T00:00:00Z')).toMatchObject({ when: 'today', day: '2027-03-02' });
});

it('says the day itself after a Friday, at Easter and at Christmas', () => {
	expect(at('2027-03-05T18:00:00Z')).toEqual({ isRead: false, when: 'later', day: '2027-03-08', from: 9 });
	expect(at('2027-03-06T11:00:00Z')).toMatchObject({ when: 'later', day: '2027-03-08' });
	expect(at('2027-03-07T23:00:00Z')).toMatchObject({ when: 'tomorrow', day: '2027-03-08' });
	// Good Friday is 26 March 2027, Easter Monday the 29th, and the clocks change on the Sunday between.
	expect(at('2027-03-25T18:00:00Z')).toMatchObject({ when: 'later', day: '2027-03-30' });
	expect(at('2027-03-29T11:00:00Z')).toMatchObject({ when: 'tomorrow', day: '2027-03-30' });
	// Christmas Day 2027 is a Saturday: Monday and Tuesday are the holidays instead.
	expect(at('2027-12-24T20:00:00Z')).toMatchObject({ when: 'later', day: '2027-12-29' });
});

it('never promises a day on which nobody works, nor one that is over', () => {
	const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2029-12-31'), noInvalidDate: true });
	const hours = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 13, max: 24 }));
	fc.assert(
		fc.property(instants, hours, (now, [from, to]) => {
			const time = readingTime(now, { from, to });
			const day = time.isRead ? dayOf(now) : time.day;
			expect(isWorkingDay(day)).toBe(true);
			expect(day >= dayOf(now)).toBe(true);
			if (!time.isRead) expect(time.when === 'today').toBe(day === dayOf(now));
		})
	);
});

it('tells hours as people do', () => {
	expect([0, 9, 12, 13, 17, 24].map(hourInWords)).toEqual(['midnight', '9am', 'noon', '1pm', '5pm', 'midnight']);
});

it('promises no hour where nobody is there to read, and knows day and night from office hours', () => {
	const now = new Date('2027-03-01T10:00:00Z');
	expect(whenRead(now, SHIPPED_TALK_HOURS, { anybody: false })).toEqual({ isRead: false, when: 'nobody' });
	expect(whenRead(now, SHIPPED_TALK_HOURS, { anybody: true })).toEqual({ isRead: true, until: 17, always: false });
	expect(whenRead(now, { from: 0, to: 24 }, { anybody: true })).toEqual({ isRead: true, until: 24, always: true });
});

it('promises the day of what waits unseen, and no day that is over', () => {
	const thread = { state: 'unseen', isLate: false, dueOn: '2027-03-02' } as const;
	expect(promisedFor(thread)).toBe('2027-03-02');
	expect(promisedFor({ ...thread, isLate: true })).toBeNull();
	expect(promisedFor({ ...thread, state: 'seen' })).toBeNull();
});
