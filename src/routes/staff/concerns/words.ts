/*
 * Words of the pages about concerns that more than one of them needs: instants, people, ways to answer.
 */
import { dayFrom } from '#lib/concerns/board/standing.ts';
import type { Given } from '#lib/concerns/concern.ts';
import { dayOf } from '#lib/calendar/day.ts';

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' });

/** An instant as it is said on another: "today at 14:02", "4 March 2027 at 09:10". */
export function momentFrom(at: string, now: Date): string {
	const moment = new Date(at);
	return `${dayFrom(dayOf(moment), dayOf(now))} at ${clock.format(moment)}`;
}

/** The same at the beginning of a line. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** How they want to be answered, as something to do. */
export function replyInWords({ reply, address }: Pick<Given, 'reply' | 'address'>, hasAccount: boolean): string {
	const to = address ?? 'they gave nothing to reach them by';
	switch (reply) {
		case 'here':
			return hasAccount
				? 'Answer them here. They read it in their own page.'
				: 'Answer them here. They read it with their code.';
		case 'ring':
			return `Ring them: ${to}`;
		case 'text':
			return `Send them a text: ${to}`;
		case 'email':
			return `Write them an email: ${to}`;
		case 'in person':
			return `Meet them: ${to}`;
	}
}

/** What was done, as the line in the history says it. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
	answered: 'Your answer is in their conversation.',
	given: 'It is noted who looks after this.',
	filed: 'This is on the child’s record now.',
	'taken-off': 'This is off the child’s record again.',
	again: 'This is open again.',
	closed: 'This is closed. They can read what was done, and can write again.'
};

/** How many wait, in a sentence: "2 wait, 1 is late." */
export function waitInWords({ waiting, late }: { waiting: number; late: number }): string {
	if (waiting === 0) return 'Nobody waits for somebody to read or answer.';
	const wait = waiting === 1 ? '1 waits' : `${waiting} wait`;
	if (late === 0) return `${wait}.`;
	if (late === waiting) return waiting === 1 ? '1 waits, and it is late.' : `${waiting} wait, and all are late.`;
	return `${wait}, ${late} ${late === 1 ? 'is' : 'are'} late.`;
}
