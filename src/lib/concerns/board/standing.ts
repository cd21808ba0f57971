/*
 * How a concern stands on the board, in what order, and its clock in words for staff. Rules only; reading them is
 * board.server.ts.
 */
import { addDays, dayInWords, dayOf } from '#lib/calendar/day.ts';
import { workingDaysBetween } from '#lib/calendar/working-days.ts';
import { isOverdue, isWaitingTooLong, type Topic, type Wish } from '../concern.ts';

/** First what must be looked at first. */
export const STANDINGS = ['overdue', 'unanswered', 'unseen', 'waiting', 'answered', 'closed'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What of a row decides how it stands; `last_side` and `last_at` are of the latest message. */
export interface Standable {
	seen_at: string | null;
	due_on: string;
	answer_by: string | null;
	closed_at: string | null;
	last_side: string;
	last_at: string;
}

/** How a concern stands on an ISO day: whoever wrote last waits for the other. */
export function standingOf(row: Standable, today: string): Standing {
	if (row.closed_at !== null) return 'closed';
	if (isOverdue(row, today)) return 'overdue';
	if (isWaitingTooLong(row, today)) return 'unanswered';
	if (row.seen_at === null) return 'unseen';
	return row.last_side === 'young person' ? 'waiting' : 'answered';
}

/** An ISO day as somebody says it on another: today, yesterday, tomorrow, or its date. */
export function dayFrom(day: string, today: string): string {
	if (day === today) return 'today';
	if (day === addDays(today, -1)) return 'yesterday';
	return day === addDays(today, 1) ? 'tomorrow' : dayInWords(day);
}

/** How late something is that was due on an earlier ISO day. */
function late(dueDay: string, today: string): string {
	const days = workingDaysBetween(dueDay, today);
	return days > 0
		? `${days} working ${days === 1 ? 'day' : 'days'} late`
		: `late: it was due ${dayFrom(dueDay, today)}`;
}

/** The clock of a concern in words: "1 working day late", "seen, but the answer is 2 working days late". */
export function clockInWords(row: Standable, today: string): string {
	const on = (at: string) => dayFrom(dayOf(new Date(at)), today);
	const by = row.due_on === today || row.due_on === addDays(today, 1) ? '' : 'by ';
	switch (standingOf(row, today)) {
		case 'overdue':
			return late(row.due_on, today);
		case 'unanswered':
			return `${row.seen_at === null ? 'written again' : 'seen'}, but the answer is ${late(row.answer_by ?? today, today)}`;
		case 'unseen':
			return `to be read ${by}${dayFrom(row.due_on, today)}`;
		case 'waiting':
			return `waits for an answer since ${on(row.last_at)}`;
		case 'answered':
			return `answered ${on(row.last_at)}`;
		case 'closed':
			return `closed ${on(row.closed_at ?? row.last_at)}`;
	}
}

/**
 * Sorts for the board: by how they stand; what is unread or late by its clock, of one day first from those with an account, so that
 * a flood without one buries nobody; what waits by who waits longest, the rest latest first.
 */
export function inOrder<T extends Standable & { id: string; young_person_id: string | null }>(
	rows: readonly T[],
	today: string
): T[] {
	const place = (row: T) => STANDINGS.indexOf(standingOf(row, today));
	const within = (one: T, other: T) => {
		switch (standingOf(one, today)) {
			case 'overdue':
			case 'unseen':
				return (
					one.due_on.localeCompare(other.due_on) ||
					Number(one.young_person_id === null) - Number(other.young_person_id === null) ||
					one.last_at.localeCompare(other.last_at)
				);
			case 'unanswered':
				return (one.answer_by ?? '').localeCompare(other.answer_by ?? '');
			case 'waiting':
				return one.last_at.localeCompare(other.last_at);
			case 'answered':
			case 'closed':
				return other.last_at.localeCompare(one.last_at);
		}
	};
	return [...rows].sort(
		(one, other) => place(one) - place(other) || within(one, other) || one.id.localeCompare(other.id)
	);
}

/** What it is about, as a colleague would say it. */
export const TOPIC_WORDS: Readonly<Record<Topic, string>> = {
	'where I live': 'Where they live',
	family: 'Family',
	'school and friends': 'School and friends',
	'being hurt or afraid': 'Being hurt or afraid',
	'feelings and health': 'Feelings and health',
	'leaving care': 'Leaving care',
	'someone who works with me': 'Somebody who works with them',
	'something else': 'Something else'
};

/** Whom they asked for. */
export const WISH_WORDS: Readonly<Record<Wish, string>> = {
	'safeguarding lead': 'the safeguarding lead',
	IRO: 'their IRO',
	'social worker': 'their social worker',
	'not sure': 'anybody: they were not sure'
};
