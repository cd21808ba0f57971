/*
 * How much may be sent in a while: counted by account or browser, and in all, never by address. Sending once, however often
 * a button is pressed, is secrets/once.server.ts.
 */
import { guessLimit, type Tries } from '#lib/auth/guesses.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';

/** So many in an hour from one account, one browser, or into one thread: a worried child writes more than once. */
const EACH: Tries = { points: 20, seconds: 3600 };
/** So many from everybody without an account together: more is not children. Short, so that a child waits minutes. */
const OPEN: Tries = { points: 20, seconds: 300 };

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
