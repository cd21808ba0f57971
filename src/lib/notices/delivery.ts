/*
 * Whether a notice goes out, how, when, and what becomes of it when it did not: rules only. Sending is in sending/, what a
 * young person may choose in choice.ts.
 */
import type { Choice, Way } from './choice.ts';

/** Somebody a notice is for, as they are when it would go out. */
export type Recipient =
	/** `address` is null once their account is closed. */
	| { kind: 'staff'; address: string | null }
	| {
			kind: 'young person';
			/** Why nothing at all may be sent; 'nobody' when they are not there any more. */
			nothing: 'died' | 'with adopters' | 'opted out' | 'left' | 'nobody' | null;
			addressUnsafe: boolean;
			choice: Choice;
	  };

export type Decision =
	| { kind: 'send'; way: Way; to: string }
	| { kind: 'not sent'; because: string }
	/** It waits until the way is set up: a setting that was lost must lose no notice. */
	| { kind: 'no way'; way: Way }
	| { kind: 'later'; due: Date };

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const MOST_MINUTES = 6 * 60;
const JITTER = 0.2;

/** After so many tries nobody tries any more until somebody asks for it. */
export const MOST_TRIES = 10;

const inLondon = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' });

/** The hour of the day in London, 0 to 23. */
export const hourInLondon = (at: Date): number => Number(inLondon.format(at));

function isQuiet(hour: number, from: number, to: number): boolean {
	return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

/**
 * The end of quiet hours, where an instant falls into them; null where it does not. Hours of London's day: nothing goes out
 * from `from` until `to`; the same twice is never quiet. On the days the clocks change the night is an hour shorter or longer.
 */
export function quietUntil(now: Date, from: number, to: number): Date | null {
	if (!isQuiet(hourInLondon(now), from, to)) return null;
	// London is always whole hours from UTC, so its hours begin when UTC's do.
	let end = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
	while (isQuiet(hourInLondon(end), from, to)) end = new Date(end.getTime() + HOUR_MS);
	return end;
}

/** Why a notice waits that has no way out. */
export const NO_WAY: Readonly<Record<Way, string>> = {
	email: 'no email is set up',
	text: 'no text is set up',
	letter: 'no letter is set up'
};

const NOTHING = {
	died: 'they have died',
	'with adopters': 'they live with the people who will adopt them',
	'opted out': 'they asked that nothing be sent',
	left: 'they are no longer looked after by the council',
	nobody: 'there is nobody of that number any more'
} as const;

/**
 * Whether, how and when. Staff are told at any hour; a young person only as they chose, never a letter to an unsafe address,
 * and nothing in their quiet hours but what they asked for this minute.
 * @param ways what this council can send at all.
 */
export function decide(
	recipient: Recipient,
	ways: readonly Way[],
	{ atOnce, now }: { atOnce: boolean; now: Date }
): Decision {
	const not = (because: string): Decision => ({ kind: 'not sent', because });
	if (recipient.kind === 'staff') {
		if (recipient.address === null) return not('their account is closed');
		const way = 'email';
		return ways.includes(way) ? { kind: 'send', way, to: recipient.address } : { kind: 'no way', way };
	}
	const { nothing, addressUnsafe, choice } = recipient;
	if (nothing) return not(NOTHING[nothing]);
	if (choice.way === 'none' || choice.address === null) return not('they chose to get none');
	const { way, address } = choice;
	if (way === 'letter' && addressUnsafe) return not('post to where they live is not safe');
	if (!ways.includes(way)) return { kind: 'no way', way };
	// A letter comes when the post comes.
	const due = atOnce || way === 'letter' ? null : quietUntil(now, choice.quietFrom, choice.quietTo);
	return due ? { kind: 'later', due } : { kind: 'send', way, to: address };
}

/**
 * When it is tried again: 1, 2, 4 … minutes later, six hours at most, a fifth more or less by chance, so that what failed
 * together does not come again together.
 * @param tries how often it was tried, 1 or more.
 * @param chance from 0 up to, not including, 1.
 */
export function nextTry(tries: number, now: Date, chance: number): Date {
	const minutes = Math.min(MOST_MINUTES, 2 ** Math.min(tries - 1, 20));
	return new Date(now.getTime() + Math.round(minutes * MINUTE_MS * (1 - JITTER + 2 * JITTER * chance)));
}
