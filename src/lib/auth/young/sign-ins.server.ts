/*
 * A young person has come in: noted for their own eyes and in the record. With a card or a device's lock, whose account it
 * is; what somebody remembers is checked in remembered.server.ts.
 */
import { record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { YoungPersonSignedIn } from '../actor.ts';
import type { Holder } from '../session-adapter.server.ts';
import { signedInWith } from './account-event.ts';
import { noteAccountEvent } from './account-events.server.ts';
import type { ReadCard } from './cards/joining-cards.server.ts';
import type { Way } from './ways/way-in.ts';

/** Notes that somebody came in, for their own eyes and in the record. */
export async function noteSignIn(
	db: Database,
	youngPerson: YoungPersonSignedIn,
	way: Way,
	device: string,
	now: Date
): Promise<void> {
	await inTransaction(db, async (writing) => {
		await noteAccountEvent(writing, youngPerson.youngPersonId, { what: signedInWith(way), device }, now);
		await record(writing, youngPerson, { what: 'signed in' }, now);
	});
}

/** Comes in with a card that signs in, read before by readCard; null when no account has it. */
export async function signInWithCard(
	db: Database,
	{ youngPersonId }: ReadCard,
	device: string,
	now: Date
): Promise<YoungPersonSignedIn | null> {
	const account = await db
		.selectFrom('young_account')
		.select('id')
		.where('young_person_id', '=', youngPersonId)
		.executeTakeFirst();
	if (!account) return null;
	const youngPerson = { accountId: account.id, youngPersonId };
	await noteSignIn(db, youngPerson, 'card', device, now);
	return youngPerson;
}

/** Comes in with a device's lock, proven before by passkeyHolder; null when the key is not a young person's. */
export async function signInWithDevice(
	db: Database,
	holder: Holder,
	device: string,
	now: Date
): Promise<YoungPersonSignedIn | null> {
	if (holder.kind !== 'young person') return null;
	const account = await db
		.selectFrom('young_account')
		.select('young_person_id')
		.where('id', '=', holder.id)
		.executeTakeFirst();
	if (!account) return null;
	const youngPerson = { accountId: holder.id, youngPersonId: account.young_person_id };
	await noteSignIn(db, youngPerson, 'passkey', device, now);
	return youngPerson;
}
