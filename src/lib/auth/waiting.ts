/*
 * When to try again after too many wrong tries, in words: minutes and a clock time, where the councils are.
 */

const MINUTE_MS = 60_000;

/** In how many whole minutes and at what time; rounded up, so that nobody comes too early. */
export function restOf(seconds: number, now: Date): { minutes: number; clock: string } {
	const then = new Date(Math.ceil((now.getTime() + seconds * 1000) / MINUTE_MS) * MINUTE_MS);
	const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' }).format(then);
	return { minutes: Math.max(1, Math.ceil(seconds / 60)), clock };
}

const HOUR_SECONDS = 3600;

/** "in 5 minutes, at 14:05", or "on Tuesday at 14:05" when it is over an hour, at most a week. */
export function whenAgain(seconds: number, now: Date): string {
	const { minutes, clock } = restOf(seconds, now);
	if (seconds > HOUR_SECONDS) {
		const then = new Date(Math.ceil((now.getTime() + seconds * 1000) / MINUTE_MS) * MINUTE_MS);
		const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', weekday: 'long' }).format(then);
		return `on ${day} at ${clock}`;
	}
	return `in ${minutes === 1 ? 'one minute' : `${minutes} minutes`}, at ${clock}`;
}
