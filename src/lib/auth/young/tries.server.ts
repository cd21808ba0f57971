/*
 * How often one may try to come in under a user name, whether or not somebody has it: a minute's rest after five wrong in
 * a row, an hour's after fifteen in an hour. Kept in the database, so that all servers share it.
 */
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { guessLimit, type Tries } from '../guesses.server.ts';
import { plainUserName } from './user-name.ts';

const IN_A_ROW: Tries = { points: 5, seconds: 3600, wait: 60 };
const IN_AN_HOUR: Tries = { points: 15, seconds: 3600, wait: 3600 };
/** The lock is told of once, and so are wrong tries. */
const ONCE: Tries = { points: 1, seconds: 3600 };
/** Only counted. */
const UNCOUNTED: Tries = { points: 1_000_000, seconds: 3600 };

export type Allowed =
	| { kind: 'go on' }
	| { kind: 'rest'; seconds: number }
	| { kind: 'locked'; seconds: number; /** True for one server, once. */ justNow: boolean };

/** The tries at one user name, in whatever way it is written. */
export function triesAt(db: Database, keyring: Keyring, userName: string, now: Date) {
	const name = plainUserName(userName);
	const limit = (tries: Tries) => guessLimit(db, keyring, tries, () => now.getTime());
	return {
		/** Counts one try; one that may not be made counts for nothing but the waiting. */
		async tryOnce(): Promise<Allowed> {
			const rest = await limit(IN_A_ROW).tryOnce(`young row ${name}`);
			if (rest !== null) return { kind: 'rest', seconds: rest };
			const lock = await limit(IN_AN_HOUR).tryOnce(`young hour ${name}`);
			if (lock === null) return { kind: 'go on' };
			const justNow = (await limit(ONCE).tryOnce(`young told ${name}`)) === null;
			return { kind: 'locked', seconds: lock, justNow };
		},
		/** The try could not be looked at. */
		async giveBack(): Promise<void> {
			await limit(IN_A_ROW).giveBack(`young row ${name}`);
			await limit(IN_AN_HOUR).giveBack(`young hour ${name}`);
		},
		/** The try was right: the wrong ones before it are forgotten. */
		async forget(): Promise<void> {
			await limit(IN_A_ROW).forget(`young row ${name}`);
			await limit(IN_AN_HOUR).forget(`young hour ${name}`);
		},
		/** A wrong try is told of once an hour, so that a hundred of them push nothing else out of anybody's sight. */
		async isToBeTold(): Promise<boolean> {
			return (await limit(ONCE).tryOnce(`young wrong ${name}`)) === null;
		},
		/** Telling nobody, of a name that nobody has, takes one write too, so that it takes as long. */
		async writeAsMuch(): Promise<void> {
			await limit(UNCOUNTED).tryOnce(`young nobody ${name}`);
		}
	};
}
