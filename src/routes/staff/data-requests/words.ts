/*
 * Words about requests for staff: what was asked, and by when.
 */
import { dayInWords, daysBetween } from '#lib/calendar/day.ts';
import { REASONS, type Refusal } from '#lib/data-rights/held.ts';
import type { Listed } from '#lib/data-rights/answering.server.ts';

export const KIND_WORDS = { copy: 'A copy of everything held', erasure: 'Erasing', complaint: 'A complaint' } as const;

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);

/** By when, as somebody says it: "due in 3 days, 4 March 2027". */
export function dueInWords({ clockRuns, state, dueOn, kind }: Listed, today: string): string {
	if (state === 'answered') return 'Answered';
	if (!clockRuns) return 'Acknowledged, not answered yet';
	const what = kind === 'complaint' ? 'Acknowledge' : 'Answer';
	const left = daysBetween(today, dueOn);
	if (left < 0) return `${what}: ${days(-left)} late, due ${dayInWords(dueOn)}`;
	return left === 0 ? `${what} today` : `${what} within ${days(left)}, by ${dayInWords(dueOn)}`;
}

/** The same of what another safeguarding lead answers, without what it is. */
export const elsewhereInWords = ({ state, overdue, dueOn }: Listed): string =>
	state === 'answered' ? 'Answered' : `${overdue ? 'Late, due' : 'Due'} ${dayInWords(dueOn)}`;

/** Why something stays, and until when. */
export const staysInWords = ({ reason, count, until }: Refusal): string =>
	`${REASONS[reason]}${count > 1 ? ` (${count})` : ''}${until ? ` Until ${dayInWords(until)}.` : ''}`;
