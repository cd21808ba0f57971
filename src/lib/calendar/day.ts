/*
 * Calendar days as ISO text (yyyy-mm-dd), which sorts as time does. Reading and telling them lives here;
 * clocks and working days do not.
 */

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const BRITISH = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

function isoDay(year: number, month: number, day: number): string | null {
	const moment = new Date(Date.UTC(year, month - 1, day));
	// Date rolls 31 February over into March: what comes back must be what went in.
	const real = year >= 1000 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
	return real ? moment.toISOString().slice(0, 10) : null;
}

/** Reads dd/mm/yyyy or yyyy-mm-dd; null for anything else and for days that no calendar has. */
export function readDay(text: string): string | null {
	const iso = ISO.exec(text);
	if (iso) return isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
	const british = BRITISH.exec(text);
	return british ? isoDay(Number(british[3]), Number(british[2]), Number(british[1])) : null;
}

/** An ISO day as people write it: 31/03/2018. */
export function asBritish(day: string): string {
	return day.split('-').reverse().join('/');
}

/** The day so many days later (or earlier, when negative). */
export function addDays(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Completed years between two ISO days; someone born on 29 February has a birthday on 1 March in other years. */
export function ageOn(born: string, day: string): number {
	const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
	return day.slice(5) < born.slice(5) ? years - 1 : years;
}

/** The ISO day of an instant, where the councils are: it changes at midnight in London. */
export function dayOf(now: Date): string {
	return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' }).format(now);
}

/** An ISO day in words: 4 March 2027. */
export function dayInWords(day: string): string {
	return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** Whole days from one ISO day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** An instant in words, where the councils are: 4 March 2027 at 14:02. */
export function momentInWords(at: Date): string {
	const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' });
	return words.format(at);
}

/** An ISO day as a young person would say it: Monday 9 March. */
export function weekdayInWords(day: string): string {
	const words = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
	return words.format(new Date(`${day}T00:00:00Z`));
}
