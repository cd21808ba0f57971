/*
 * A young person's account: its name and their own changes to it; and for staff, only that there is one. How somebody
 * comes in is in ways-in, what happened in account-events.
 */
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { TheirPerson } from '#lib/people/caseloads.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { YoungPersonSignedIn } from '../actor.ts';
import { noteAccountEvent } from './account-events.server.ts';
import { waitingCardOf, type WaitingCard } from './cards/waiting-cards.server.ts';
import { isTaken, lookForName, openUserName, storedUserName } from './user-names.server.ts';

/** The user name of one's own account. @throws when the account is gone: a session never outlives it. */
export async function userNameOf(
	db: Database,
	keyring: Keyring,
	{ accountId }: Pick<YoungPersonSignedIn, 'accountId'>
): Promise<string> {
	const row = await db
		.selectFrom('young_account')
		.select(['young_person_id as youngPersonId', 'user_name_sealed'])
		.where('id', '=', accountId)
		.executeTakeFirstOrThrow();
	return openUserName(keyring, { accountId, youngPersonId: row.youngPersonId }, row.user_name_sealed);
}

export type NameChanged = { kind: 'changed' } | { kind: 'taken' } | { kind: 'wait'; seconds: number };

/** Changes one's own user name, read before by readUserName; each try counts as a look for a name. */
export async function changeUserName(
	db: Database,
	keyring: Keyring,
	{ accountId, youngPersonId }: YoungPersonSignedIn,
	userName: string,
	device: string,
	now: Date
): Promise<NameChanged> {
	const look = await lookForName(db, keyring, accountId, userName, now);
	if (look.kind !== 'free') return look;
	const stored = storedUserName(keyring, { accountId, youngPersonId }, userName);
	try {
		return await inTransaction(db, async (writing) => {
			await writing.updateTable('young_account').set(stored).where('id', '=', accountId).execute();
			await noteAccountEvent(writing, youngPersonId, { what: 'user name changed', device }, now);
			return { kind: 'changed' };
		});
	} catch (fault) {
		// Two at the same moment: the database lets one of them have the name, for no two rows may have the same.
		if (await isTaken(db, keyring, userName, accountId)) return { kind: 'taken' };
		throw fault;
	}
}

/** All that staff may know: whether there is an account, and a card that waits to be used. */
export interface AccountState {
	hasAccount: boolean;
	waitingCard: WaitingCard | null;
}

/** The account of somebody's young person, as those who may make a card for them see it; null for everybody else. */
export async function accountStateOf(
	db: Database,
	{ id, mayMakeCard }: Pick<TheirPerson, 'id' | 'mayMakeCard'>,
	now: Date
): Promise<AccountState | null> {
	if (!mayMakeCard) return null;
	const account = await db
		.selectFrom('young_account')
		.select('id')
		.where('young_person_id', '=', id)
		.executeTakeFirst();
	const waitingCard = await waitingCardOf(db, { youngPersonId: id }, now);
	return { hasAccount: account !== undefined, waitingCard };
}

/** Who has an account, and for whom a card waits, by young person's id: for lists, which show only their own people. */
export async function accountsAndCards(
	db: Database,
	now: Date
): Promise<{ accounts: Set<string>; cardsWaiting: Set<string> }> {
	const accounts = await db.selectFrom('young_account').select('young_person_id').execute();
	const cards = await db
		.selectFrom('joining_card')
		.select('young_person_id')
		.where('state', '=', 'waiting')
		.where('expires_at', '>', now.toISOString())
		.execute();
	return {
		accounts: new Set(accounts.map((row) => row.young_person_id)),
		cardsWaiting: new Set(cards.map((row) => row.young_person_id))
	};
}
