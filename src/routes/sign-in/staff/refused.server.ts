/*
 * How the staff's doors say no: the status, when to try again, and nothing about which part was wrong.
 */
import { fail, type RequestEvent } from '@sveltejs/kit';
import { whenAgain } from '#lib/auth/waiting.ts';

const STATUS = { no: 400, wait: 429, locked: 429, busy: 503 } as const;
const BUSY_SECONDS = 10;

export type Refused = { kind: 'no' } | { kind: 'busy' } | { kind: 'wait' | 'locked'; seconds: number };

/** The failure of a form; `more` is what its page shows again. */
export function refused<M extends object>(
	{ setHeaders }: Pick<RequestEvent, 'setHeaders'>,
	answer: Refused,
	now: Date,
	more: M
) {
	const seconds = 'seconds' in answer ? answer.seconds : BUSY_SECONDS;
	if (answer.kind !== 'no') setHeaders({ 'Retry-After': String(seconds) });
	return fail(STATUS[answer.kind], { reason: answer.kind, when: whenAgain(seconds, now), ...more });
}
