/*
 * What was done lately to the accounts of the council, for several pairs of eyes: one administrator alone must not be able
 * to add somebody, or become them by a new link, unseen. Names of staff only; the words are history.ts's.
 */
import { recordedSince } from '#lib/audit/latest.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { actsAs, type SignedIn } from '../actor.ts';
import { colleaguesOf } from '../staff/accounts.server.ts';
import { ACCOUNT_CHANGES, tellActor, tellChange } from './history.ts';

export const WATCHED_DAYS = 14;

/** One change of somebody's account: when, by whom, and what in words that follow the name. */
export interface AccountChange {
	at: Date;
	by: string;
	told: string;
}

/** Who watches over accounts: administrators over each other, and two offices that make none. */
export const mayWatchAccounts = (actor: SignedIn): boolean =>
	actor.tenant === 'council' && actsAs(actor, 'administrator', 'participation officer', 'safeguarding lead');

/** Every change to the council's accounts in the last fourteen days, newest first; none for who does not watch over them. */
export async function accountChanges(db: Database, actor: SignedIn, now: Date): Promise<AccountChange[]> {
	if (!mayWatchAccounts(actor)) return [];
	const since = new Date(now.getTime() - WATCHED_DAYS * 86_400_000);
	const events = await recordedSince(db, 'council', ACCOUNT_CHANGES, since);
	if (events.length === 0) return [];
	const names = new Map((await colleaguesOf(db, 'council')).map(({ id, name }) => [id, name]));
	return events.map((event) => ({
		at: new Date(event.at),
		by: tellActor(event),
		told: tellChange(event, names.get(event.subjectId ?? '') ?? 'somebody')
	}));
}
