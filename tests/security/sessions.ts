/*
 * Cookies for everybody in the house: sessions that stay fresh for the whole run, and others whose proof is too old.
 */
import { ageSession, cookieOf } from '../server/signed-in.ts';
import type { Comer, Inhabited } from './inhabitants.ts';

const HOUR = 3_600_000;
const OLD_PROOF_MINUTES = 6;

type SignedInComer = Exclude<Comer, 'nobody'>;
export type Cookies = Record<'fresh' | 'stale', Record<SignedInComer, string>>;

/** Two sessions for each. They begin within the hour to come: then no clock runs out on them, and no use is noted. */
export async function cookiesOf({ db, holders }: Pick<Inhabited, 'db' | 'holders'>): Promise<Cookies> {
	const cookies: Cookies = { fresh: {} as Cookies['fresh'], stale: {} as Cookies['stale'] };
	const soon = new Date(Date.now() + HOUR);
	for (const [comer, holder] of Object.entries(holders) as [SignedInComer, Inhabited['holders'][SignedInComer]][]) {
		cookies.stale[comer] = await cookieOf(db, holder, soon);
		// This ages whatever they have: the fresh one comes after.
		await ageSession(db, holder.id, 'proven_at', OLD_PROOF_MINUTES);
		cookies.fresh[comer] = await cookieOf(db, holder, soon);
	}
	return cookies;
}
