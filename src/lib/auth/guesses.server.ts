/*
 * Limits on guessing, kept in the database so that several servers share them: a delay for each selector and each draft,
 * never for an address (a school has one). The counting is the library's; the keys are keyed hashes.
 */
import { sql } from 'kysely';
import limiting from 'rate-limiter-flexible';
// The library's base for stores is typed as exported but is not: only this path has it.
import RateLimiterStoreAbstract from 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js';
import type { Database } from '#lib/database/schema.ts';
import { keyedHash } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';

const { RateLimiterRes } = limiting;

/** The key of the keyring that hides what was tried. */
const GUESSING_KEY = 'cookie/guesses';

/** At most `points` tries in `seconds`; one more makes wait until these are over, or for `wait` seconds from then. */
export interface Tries {
	points: number;
	seconds: number;
	wait?: number;
}

interface Counted {
	points: number;
	expires: number | null;
}

/** The library's store over our own handle; its own SQLite store blocks, its PostgreSQL store refuses PGlite. */
class KyselyLimiter extends RateLimiterStoreAbstract {
	readonly #db: Database;
	readonly #now: () => number;

	constructor(db: Database, { points, seconds, wait = 0 }: Tries, now: () => number) {
		super({ storeClient: {}, points, duration: seconds, blockDuration: wait, keyPrefix: '' });
		this.#db = db;
		this.#now = now;
	}

	async _upsert(key: string, points: number, milliseconds: number, forceExpire: boolean): Promise<Counted> {
		const now = this.#now();
		const fresh = { points, expires: now + milliseconds };
		const over = forceExpire ? sql<boolean>`1 = 1` : sql<boolean>`coalesce(guess.expires, 0) <= ${now}`;
		return this.#db
			.insertInto('guess')
			.values({ key, ...fresh })
			.onConflict((conflict) =>
				conflict.column('key').doUpdateSet({
					points: sql`case when ${over} then cast(${points} as integer) else guess.points + cast(${points} as integer) end`,
					expires: sql`case when ${over} then cast(${fresh.expires} as bigint) else guess.expires end`
				})
			)
			.returning(['points', 'expires'])
			.executeTakeFirstOrThrow();
	}

	async _get(key: string): Promise<Counted | null> {
		const row = await this.#db
			.selectFrom('guess')
			.select(['points', 'expires'])
			.where('key', '=', key)
			.executeTakeFirst();
		return row && (row.expires === null || row.expires > this.#now()) ? row : null;
	}

	async _delete(key: string): Promise<boolean> {
		const gone = await this.#db.deleteFrom('guess').where('key', '=', key).executeTakeFirst();
		return gone.numDeletedRows > 0n;
	}

	_getRateLimiterRes(_key: string, changed: number, { points, expires }: Counted): limiting.RateLimiterRes {
		const left = Math.max(this.points - points, 0);
		return new RateLimiterRes(left, Math.max((expires ?? 0) - this.#now(), 0), points, points === changed);
	}
}

export interface GuessLimit {
	/** Counts one try. Null: go on. A number: wait this many seconds. */
	tryOnce(what: string): Promise<number | null>;
	/** The try could not be looked at: it does not count. */
	giveBack(what: string): Promise<void>;
	/** The try was right: forget the wrong ones before it. */
	forget(what: string): Promise<void>;
}

/** Counts the tries at each thing; a key of the keyring hides what was tried. */
export function guessLimit(
	db: Database,
	keyring: Pick<Keyring, 'getOrDraw'>,
	tries: Tries,
	now: () => number = Date.now
): GuessLimit {
	const key = keyring.getOrDraw(GUESSING_KEY);
	const limiter = new KyselyLimiter(db, tries, now);
	return {
		async tryOnce(what) {
			try {
				await limiter.consume(keyedHash(key, what));
				return null;
			} catch (refused) {
				if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
				throw refused;
			}
		},
		async giveBack(what) {
			await limiter.reward(keyedHash(key, what));
		},
		async forget(what) {
			await limiter.delete(keyedHash(key, what));
		}
	};
}

/** Removes what has run out; for the daily work. */
export async function forgetOldGuesses(db: Database, now: number): Promise<void> {
	await db.deleteFrom('guess').where('expires', '<=', now).execute();
}
