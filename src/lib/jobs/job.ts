/*
 * What a job is: work with a name and its times, and when it is due again. The list of all is in list.server.ts; who does
 * one, and that nobody else does it meanwhile, in leases.server.ts.
 */
import { Cron } from 'croner';

/** `T` is what the work is given: the server's own things, and the instant it counts as now. */
export interface Job<T> {
	/** Unique; it stands in the table `job`, in the log and in `earshot doctor`. */
	name: string;
	/** A cron pattern in London's time, read by croner. */
	pattern: string;
	/** For how long a server that began it has it to itself; a server that is still at it takes it for as long again. */
	leaseMinutes: number;
	/** May be done again after a crash: what it does twice must be the same as once. */
	run(at: T): Promise<unknown>;
}

const MINUTE_MS = 60_000;
const MOST_WAIT_MINUTES = 60;
const LEAST_CAP_MINUTES = 5;

/** The first time of a pattern after an instant, in London's time. @throws when the pattern has none: a mistake in the list. */
export function nextTime(pattern: string, after: Date): Date {
	const next = new Cron(pattern, { timezone: 'Europe/London', paused: true }).nextRun(after);
	if (!next) throw new Error(`the pattern ${pattern} never comes round`);
	return next;
}

/** The milliseconds between two of its times, reckoned from an instant. */
export function periodOf(pattern: string, from: Date): number {
	const first = nextTime(pattern, from);
	return nextTime(pattern, first).getTime() - first.getTime();
}

/**
 * When work that failed is tried again: 1, 2, 4 … 60 minutes later; what is done more often than hourly waits no longer
 * than its own period, or five minutes.
 * @param attempts how often it was begun without coming to its end, 1 or more.
 */
export function retryTime(pattern: string, attempts: number, now: Date): Date {
	const period = periodOf(pattern, now) / MINUTE_MS;
	const most = Math.min(MOST_WAIT_MINUTES, Math.max(LEAST_CAP_MINUTES, period));
	const minutes = Math.min(most, 2 ** Math.min(attempts - 1, 10));
	return new Date(now.getTime() + minutes * MINUTE_MS);
}
