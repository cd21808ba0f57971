/*
 * Talking to someone: what can be asked, who may see it, and its clock. Rules only; words for young people are in i18n/,
 * sending and answering in asking.server.ts and board.server.ts. Nothing of a survey may ever be known here.
 */
import { addWorkingDays, workingDaysBetween } from '#lib/calendar/working-days.ts';

/** Whom a young person wants to talk to. Without an account we do not know who their workers are. */
export const WISHES = ['safeguarding lead', 'IRO', 'social worker', 'not sure'] as const;
export type Wish = (typeof WISHES)[number];
export const OPEN_WISHES = ['safeguarding lead', 'not sure'] as const satisfies readonly Wish[];

/** What it is about. The one about a worker is never shown to any worker of theirs. */
export const TOPICS = [
	'where I live',
	'family',
	'school and friends',
	'being hurt or afraid',
	'feelings and health',
	'leaving care',
	'someone who works with me',
	'something else'
] as const;
export type Topic = (typeof TOPICS)[number];
export const ABOUT_A_WORKER: Topic = 'someone who works with me';

/** How they may be answered; 'here' is always possible. */
export const REPLIES = ['here', 'ring', 'text', 'email', 'in person'] as const;
export type Reply = (typeof REPLIES)[number];

/** The most letters of one message. */
export const MOST_WORDS = 4000;

/** What they gave besides their words; sealed as JSON in `given_sealed`. */
export interface Given {
	/** Null where they did not say. With an account it is their user name's to tell. */
	name: string | null;
	reply: Reply;
	/** A number or an address, or where to meet; null for 'here'. */
	address: string | null;
	/** When it is safe, in their words; null where they did not say. */
	safeWhen: string | null;
}

/** Who reads it, for the page before sending and for the one who opens it. */
export type Readers = 'safeguarding lead' | 'safeguarding lead and IRO' | 'safeguarding lead and social worker';

/** Who will see it. The safeguarding lead always; the worker they wished for, unless it is about one or there is none. */
export function readersOf(wish: Wish, topic: Topic, hasWorker: boolean): Readers {
	if (topic === ABOUT_A_WORKER || !hasWorker) return 'safeguarding lead';
	if (wish === 'IRO') return 'safeguarding lead and IRO';
	return wish === 'social worker' ? 'safeguarding lead and social worker' : 'safeguarding lead';
}

/**
 * The ISO day at whose end something sent on an ISO day must have been seen, or answered: so many working days later.
 * @param clock the setting 'clock: worrying message' or 'clock: worrying message answered', working days.
 */
export const dueOn = (sentOn: string, clock: number): string => addWorkingDays(sentOn, clock);

/** How a concern stands. Whatever a young person writes again makes it unseen, with a clock of its own. */
export type State = 'unseen' | 'seen' | 'answered' | 'closed';

export function stateOf(row: { seen_at: string | null; answered_at: string | null; closed_at: string | null }): State {
	if (row.closed_at !== null) return 'closed';
	// A worker who may read it too can answer before the safeguarding lead has seen it: that clock goes on.
	if (row.answered_at !== null) return 'answered';
	return row.seen_at === null ? 'unseen' : 'seen';
}

/** Whether nobody looked in time, on an ISO day. */
export const isOverdue = (row: { seen_at: string | null; due_on: string }, today: string): boolean =>
	row.seen_at === null && today > row.due_on;

/** Whether what they wrote was left without an answer for too long, on an ISO day; seen or not. */
export const isWaitingTooLong = (row: { answer_by: string | null }, today: string): boolean =>
	row.answer_by !== null && today > row.answer_by;

/** What they wait for, when a clock has run out. */
export type WaitsFor = 'reading' | 'an answer';

/** Which clock of an open concern has run out on an ISO day, and the day it ran until; reading comes first. */
export function lateFor(
	row: { seen_at: string | null; due_on: string; answer_by: string | null },
	today: string
): { waitsFor: WaitsFor; dueDay: string } | null {
	if (isOverdue(row, today)) return { waitsFor: 'reading', dueDay: row.due_on };
	if (row.answer_by === null || !isWaitingTooLong(row, today)) return null;
	return { waitsFor: 'an answer', dueDay: row.answer_by };
}

/** How far up it must have gone by an ISO day: 0 in time, 1 as soon as the day is over, one more each working day. */
export function escalationLevel(dueDay: string, today: string): number {
	return today > dueDay ? Math.max(1, workingDaysBetween(dueDay, today)) : 0;
}
