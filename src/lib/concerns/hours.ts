/*
 * When messages are read, said honestly: on working days between two hours, where the councils are. Rules only; the hours
 * are a setting, the words are in i18n/.
 */
import { addDays, dayOf } from '#lib/calendar/day.ts';
import { TALKING_SETTINGS, type TalkHours } from '#lib/settings/young/talking.ts';
import { isWorkingDay, workingDayFrom } from '#lib/calendar/working-days.ts';
import type { State } from './concern.ts';

/** Until the council says otherwise. */
export const SHIPPED_TALK_HOURS: TalkHours = TALKING_SETTINGS['talk hours'].shipped;

export type ReadingTime =
	| { isRead: true; /** The hour when they stop today. */ until: number }
	| {
			isRead: false;
			when: 'today' | 'tomorrow' | 'later';
			/** The ISO day when they start again, and the hour. */
			day: string;
			from: number;
	  };

/** What a page says of it: with nobody there to read, no hour is promised. `always`: day and night on working days. */
export type WhenRead = (ReadingTime & { always: boolean }) | { isRead: false; when: 'nobody' };

export function whenRead(now: Date, hours: TalkHours, { anybody }: { anybody: boolean }): WhenRead {
	if (!anybody) return { isRead: false, when: 'nobody' };
	return { ...readingTime(now, hours), always: hours.from === 0 && hours.to === 24 };
}

/**
 * The ISO day that we may promise for what was sent: none once a safeguarding lead has looked, or once that day is over. Whoever
 * writes again while nobody has looked keeps the earlier day.
 */
export const promisedFor = (thread: { state: State | 'worker'; isLate: boolean; dueOn: string }): string | null =>
	(thread.state === 'unseen' || thread.state === 'worker') && !thread.isLate ? thread.dueOn : null;

const londonHour = (now: Date): number =>
	Number(
		new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' }).format(now)
	);

/** Whether somebody reads messages at this instant, until when, or from when on again. */
export function readingTime(now: Date, { from, to }: TalkHours): ReadingTime {
	const today = dayOf(now);
	const hour = londonHour(now);
	if (isWorkingDay(today) && hour >= from && hour < to) return { isRead: true, until: to };
	if (isWorkingDay(today) && hour < from) return { isRead: false, when: 'today', day: today, from };
	const day = workingDayFrom(addDays(today, 1));
	return { isRead: false, when: day === addDays(today, 1) ? 'tomorrow' : 'later', day, from };
}

/** A whole hour as people say it: 9am, noon, 5pm, midnight. */
export function hourInWords(hour: number): string {
	if (hour === 12) return 'noon';
	if (hour === 0 || hour === 24) return 'midnight';
	return hour < 12 ? `${hour}am` : `${hour - 12}pm`;
}
