import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { FIRST_YEAR, isBankHoliday, LAST_YEAR } from './bank-holidays.ts';
import { addDays } from './day.ts';

const england = new Holidays('GB', 'ENG');

/** Every weekday of a year that date-holidays calls a public holiday in England. */
function expected(year: number): string[] {
	const days = england
		.getHolidays(year)
		.filter(({ type }) => type === 'public')
		.map(({ date }) => date.slice(0, 10))
		.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
	return [...new Set(days)].sort();
}

function listed(year: number): string[] {
	const days: string[] = [];
	for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1))
		if (isBankHoliday(day)) days.push(day);
	return days;
}

describe('the bank holidays of England', () => {
	it.each(Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, n) => FIRST_YEAR + n))(
		'of %i are those of date-holidays',
		(year) => {
			expect(listed(year)).toEqual(expected(year));
		}
	);

	it('know the days that were proclaimed, and moved', () => {
		for (const day of ['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08', '2027-12-28'])
			expect(isBankHoliday(day), day).toBe(true);
		for (const day of ['2020-05-04', '2022-05-30', '2027-12-25']) expect(isBankHoliday(day), day).toBe(false);
	});
});
