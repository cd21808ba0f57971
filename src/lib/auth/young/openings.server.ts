/*
 * An account is opened, or opened afresh: the rows of either, in the transaction of the joining. See joinings.server.ts.
 */
import type { Writing } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { YoungPersonSignedIn } from '../actor.ts';
import { removePasskeys } from '../passkeys.server.ts';
import { sessionsIn } from '../sessions.server.ts';
import { stopCardsOf } from './cards/stopped-cards.server.ts';
import { storedUserName } from './user-names.server.ts';

/** Makes the account; false when somebody was quicker with the name. */
export async function makeAccount(
	writing: Writing,
	keyring: Keyring,
	{ accountId, youngPersonId }: YoungPersonSignedIn,
	userName: string,
	now: Date
): Promise<boolean> {
	const made = await writing
		.insertInto('young_account')
		.values({
			id: accountId,
			young_person_id: youngPersonId,
			...storedUserName(keyring, { accountId, youngPersonId }, userName),
			pictures_hash: null,
			words_hash: null,
			made_at: now.toISOString()
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Boolean(made.numInsertedOrUpdatedRows);
}

/** Nothing that let somebody in before does so any more. */
export async function closeOldWays(writing: Writing, { accountId, youngPersonId }: YoungPersonSignedIn): Promise<void> {
	const nothing = { pictures_hash: null, words_hash: null };
	await writing.updateTable('young_account').set(nothing).where('id', '=', accountId).execute();
	const holder = { kind: 'young person', id: accountId } as const;
	await removePasskeys(writing, holder);
	await stopCardsOf(writing, youngPersonId, ['signs in']);
	await sessionsIn(writing).closeAll(holder);
}
