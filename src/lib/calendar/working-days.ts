/*
 * Working days: Monday to Friday but for the bank holidays of England. Counting them lives here; how many a clock allows
 * is in settings/clock.ts.
 */
import { isBankHoliday } from './bank-holidays.ts';
import { addDays } from './day.ts';

const SATURDAY = 6;

/** Whether an ISO day is a working day. */
export function isWorkingDay(day: string): boolean {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	return weekday !== 0 && weekday !== SATURDAY && !isBankHoliday(day);
}

/** The ISO day itself when it is a working day, else the next that is. */
export function workingDayFrom(day: string): string {
	return isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1));
}

/**
 * The working day that comes so many (1 or more) working days after an ISO day, which itself is not counted: one after a
 * Friday, Saturday or Sunday is the Monday, unless that is a bank holiday.
 */
export function addWorkingDays(day: string, count: number): string {
	let found = day;
	for (let left = count; left > 0; left -= 1) found = workingDayFrom(addDays(found, 1));
	return found;
}

/** How many working days lie after the first ISO day up to the second, that one included; 0 when it is not later. */
export function workingDaysBetween(from: string, to: string): number {
	let count = 0;
	for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
	return count;
}
