/*
 * What can be asked about one's own data, by when it must be answered, and how it stands. Rules only; asking is
 * asking.server.ts, answering answering.server.ts.
 */
import { z } from 'zod';
import { addDays } from '#lib/calendar/day.ts';

export const REQUEST_KINDS = ['copy', 'erasure', 'complaint'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** The most letters of what somebody writes, and of an answer. */
export const MOST_WORDS = 4000;
export const MOST_LINE = 200;

const words = z.string().max(MOST_WORDS).nullable();
const line = z.string().max(MOST_LINE).nullable();

const given = z.object({
	/** In their words; null where there was nothing to say. */
	words,
	/** Null where they did not say, or have an account. */
	name: line,
	/** How to answer them; null for "here". */
	reply: line
});

/** What they gave besides the kind; sealed as JSON. */
export type RequestGiven = z.infer<typeof given>;

/** What somebody gave, from JSON. @throws when it is not of that shape: it was ours. */
export const givenOf = (json: string): RequestGiven => given.parse(JSON.parse(json));

/** One line or several as typed; null for nothing. */
export const typed = (text: string, most: number): string | null => text.trim().slice(0, most) || null;

/**
 * The same day of the next month; its last day where it has none. UK GDPR article 12(3) and (as ICO guidance reads it)
 * Regulation 1182/71: a month from receipt ends on the corresponding date. We do not use the longer time that a weekend gives.
 */
export function monthAfter(day: string): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
	return new Date(Date.UTC(year, month, Math.min(date, last))).toISOString().slice(0, 10);
}

/**
 * The ISO day by which a request of an ISO day must be answered (a copy, erasure) or acknowledged (a complaint).
 * @param days what the council gives itself. A complaint's 30 days begin with the day it came (Data Protection Act 2018,
 * section 164A, as added by the Data (Use and Access) Act 2025); the others never last longer than a calendar month.
 */
export function dueOn(kind: RequestKind, askedOn: string, days: number): string {
	if (kind === 'complaint') return addDays(askedOn, days - 1);
	const [own, month] = [addDays(askedOn, days), monthAfter(askedOn)];
	return own < month ? own : month;
}

export interface Standing {
	kind: string;
	due_on: string;
	acknowledged_at: string | null;
	answered_at: string | null;
}

/** How a request stands. */
export type RequestState = 'new' | 'acknowledged' | 'answered';

export function stateOf({ acknowledged_at, answered_at }: Standing): RequestState {
	if (answered_at !== null) return 'answered';
	return acknowledged_at === null ? 'new' : 'acknowledged';
}

/** Whether the clock still runs: a complaint's stops when it is acknowledged, the others' when they are answered. */
export function clockRuns({ kind, acknowledged_at, answered_at }: Standing): boolean {
	return answered_at === null && (kind !== 'complaint' || acknowledged_at === null);
}

/** Whether the day is over by which it had to be, on an ISO day. */
export const isOverdue = (row: Standing, today: string): boolean => clockRuns(row) && today > row.due_on;
