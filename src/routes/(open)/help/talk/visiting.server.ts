/*
 * What a browser without an account remembers of talking to someone: which form it sent, and whose code was shown. In two
 * sealed cookies of their own, under /help/talk alone; no sign-in and no survey is ever read here.
 */
import type { Cookies } from '@sveltejs/kit';
import { z } from 'zod';
import { underWay } from '#lib/auth/under-way.server.ts';
import type { ShownCode } from '#lib/concerns/mine.server.ts';
import { keyring } from '#lib/database/running.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { forgetComplaining } from '../data/browser.server.ts';

const PATH = '/help/talk';
const OPTIONS = { path: PATH, httpOnly: true, secure: true, sameSite: 'lax' } as const;
const WRITING_COOKIE = '__Secure-talk';
const READING_COOKIE = '__Secure-talk-answer';
const QUIET_MINUTES = 20;
const MOST_SENT = 8;

/** Who writes may take half a day; what was sent is told again for twenty minutes only. */
const writing = underWay(
	'talking without an account',
	z.object({
		/** Random: this browser alone hears its code a second time. */
		browser: z.string(),
		/** The forms it sent. */
		sent: z.array(z.string()),
		/** When it sent the last, in milliseconds. */
		at: z.number()
	}),
	12 * 60
);
const reading = underWay('code of an answer shown', z.object({ concern: z.string() }), QUIET_MINUTES);

export type Writing = NonNullable<ReturnType<typeof writing.read>>;

/** What this browser is writing; null when nothing, or when somebody left or was quiet after sending. */
export function writingIn(cookies: Cookies, now: Date): Writing | null {
	const held = writing.read(keyring(), cookies.get(WRITING_COOKIE), now);
	const isOver = held && held.sent.length > 0 && now.getTime() - held.at > QUIET_MINUTES * 60_000;
	return isOver ? null : held;
}

function keep(cookies: Cookies, held: Writing, now: Date): void {
	cookies.set(WRITING_COOKIE, writing.seal(keyring(), held, now), OPTIONS);
}

/** Goes on, or begins where nothing is being written. */
export function beginWriting(cookies: Cookies, now: Date): Writing {
	const held = writingIn(cookies, now);
	if (held) return held;
	const begun = { browser: randomId(), sent: [], at: now.getTime() };
	keep(cookies, begun, now);
	return begun;
}

/** Remembers which form was sent: its words are never shown again. */
export function rememberSent(cookies: Cookies, held: Writing, once: string, now: Date): void {
	const sent = [...held.sent.filter((one) => one !== once), once].slice(-MOST_SENT);
	keep(cookies, { ...held, sent, at: now.getTime() }, now);
}

/** The code was right: the thread is open for twenty quiet minutes. */
export function openAnswer(cookies: Cookies, shown: ShownCode, now: Date): void {
	cookies.set(READING_COOKIE, reading.seal(keyring(), shown, now), OPTIONS);
}

/** Whose code was shown; its quiet time starts again. */
export function answerIn(cookies: Cookies, now: Date): ShownCode | null {
	const shown = reading.read(keyring(), cookies.get(READING_COOKIE), now);
	if (shown) openAnswer(cookies, shown, now);
	return shown;
}

/** True when a code was shown, and it was too long ago. */
export const wasQuiet = (cookies: Cookies, now: Date): boolean =>
	cookies.get(READING_COOKIE) !== undefined && reading.read(keyring(), cookies.get(READING_COOKIE), now) === null;

/** Nothing is remembered any more, of a complaint neither. */
export function forgetTalking(cookies: Cookies): void {
	forgetComplaining(cookies);
	for (const name of [WRITING_COOKIE, READING_COOKIE]) cookies.delete(name, OPTIONS);
}
