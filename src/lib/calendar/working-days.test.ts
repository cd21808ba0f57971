import { expect, it } from 'vitest';
import { addWorkingDays, isWorkingDay, workingDayFrom, workingDaysBetween } from './working-days.ts';

it('counts neither weekends nor bank holidays', () => {
	expect(addWorkingDays('2027-03-05', 1)).toBe('2027-03-08'); // Friday
	expect(addWorkingDays('2027-03-06', 1)).toBe('2027-03-08');
	expect(addWorkingDays('2027-03-25', 1)).toBe('2027-03-30'); // the Thursday before Easter
	expect(addWorkingDays('2027-12-24', 1)).toBe('2027-12-29'); // both Christmas days are moved
	expect(addWorkingDays('2027-03-01', 20)).toBe('2027-03-31'); // across Easter
});

it('finds the working day that is next, today included', () => {
	expect(workingDayFrom('2027-03-26')).toBe('2027-03-30');
	expect(workingDayFrom('2027-03-25')).toBe('2027-03-25');
	expect(isWorkingDay('2027-03-29')).toBe(false);
});

it('counts back what it counted forward', () => {
	for (const count of [1, 2, 5, 20]) {
		for (const day of ['2027-03-01', '2027-03-24', '2027-12-23', '2026-11-21'])
			expect(workingDaysBetween(day, addWorkingDays(day, count))).toBe(count);
	}
	expect(workingDaysBetween('2027-03-05', '2027-03-05')).toBe(0);
});
