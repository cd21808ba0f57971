/*
 * Sending once, however often a button is pressed: what a page drew before sending names the row, so that a second Send
 * finds the first. And how much may be sent in an hour: counted by account or browser, and in all, never by address.
 */
import { guessLimit, type Tries } from '#lib/auth/guesses.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { deriveKey, keyedHash, randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';

const KEY = 'cookie/talk';
/** 128 bits, as every id. */
const ID_LETTERS = 22;

/** Names one form, drawn for a browser or an account: what it holds is never shown to another. */
export function drawOnce(keyring: Keyring, holder: string): string {
	const drawn = randomId();
	return drawn + idOfSending(keyring, 'form', holder, drawn);
}

/** Whether a form was drawn for this holder. */
export function isOnceOf(keyring: Keyring, holder: string, once: string): boolean {
	const drawn = once.slice(0, ID_LETTERS);
	return once.length === 2 * ID_LETTERS && once === drawn + idOfSending(keyring, 'form', holder, drawn);
}

/** The id of the row that a form sends: the same form, the same row; somebody else's form, another. */
export function idOfSending(keyring: Keyring, ...sending: readonly string[]): string {
	return keyedHash(keyring.getOrDraw(KEY), JSON.stringify(sending)).slice(0, ID_LETTERS);
}

/** Bytes for the code that one form's sending has in one browser; the same each time, random to everybody else. */
export const bytesOfCode = (keyring: Keyring, once: string, browser: string, attempt: number): Uint8Array =>
	deriveKey('earshot code of an answer', keyring.getOrDraw(KEY), once, browser, String(attempt));

/** So many in an hour from one account, one browser, or into one thread: a worried child writes more than once. */
const EACH: Tries = { points: 20, seconds: 3600 };
/** So many in an hour from everybody without an account together: more is not children. */
const OPEN: Tries = { points: 200, seconds: 3600 };

/** Counts one sending. Null: go on. A number: wait this many seconds. */
export async function countSending(
	db: Database,
	keyring: Keyring,
	who: string,
	{ open, now }: { open: boolean; now: Date }
): Promise<number | null> {
	const clock = () => now.getTime();
	const each = await guessLimit(db, keyring, EACH, clock).tryOnce(`talk ${who}`);
	if (each !== null || !open) return each;
	return guessLimit(db, keyring, OPEN, clock).tryOnce('talk without an account');
}
