/*
 * Cookies for everybody in the house: sessions that stay fresh for the whole run, and others whose proof is too old.
 */
import { SESSION_COOKIE } from '#lib/auth/sessions.server.ts';
import { hashOf } from '#lib/secrets/envelope.ts';
import { sessionTokenOf } from '../server/signed-in.ts';
import type { Comer, Inhabited } from './inhabitants.ts';

const HOUR = 3_600_000;
const OLD_PROOF = 6 * 60_000;

type SignedInComer = Exclude<Comer, 'nobody'>;
export type Cookies = Record<'fresh' | 'stale', Record<SignedInComer, string>>;

/** Two sessions for each. They begin within the hour to come: then no clock runs out on them, and no use is noted. */
export async function cookiesOf({ db, holders }: Pick<Inhabited, 'db' | 'holders'>): Promise<Cookies> {
	const cookies: Cookies = { fresh: {} as Cookies['fresh'], stale: {} as Cookies['stale'] };
	const now = Date.now();
	for (const [comer, holder] of Object.entries(holders) as [SignedInComer, Inhabited['holders'][SignedInComer]][]) {
		for (const proof of ['fresh', 'stale'] as const) {
			const token = await sessionTokenOf(db, holder, new Date(now + HOUR));
			if (proof === 'stale')
				await db
					.updateTable('session')
					.set({ proven_at: new Date(now - OLD_PROOF).toISOString() })
					.where('token_hash', '=', hashOf(token))
					.execute();
			cookies[proof][comer] = `${SESSION_COOKIE}=${token}`;
		}
	}
	return cookies;
}
