/*
 * A new card that waits for somebody who has an account already: shown to them while they are signed in, and stopped by
 * them when they did not ask for it.
 */
import { record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { YoungPersonSignedIn } from '../../actor.ts';
import { noteAccountEvent } from '../account-events.server.ts';
import { stopCardsOf } from './stopped-cards.server.ts';

/** A card that could still be used to join. */
export interface WaitingCard {
	/** The name of who made it. */
	madeBy: string;
	madeAt: Date;
	until: Date;
}

/** The card that waits for a young person, or null. Whom it is shown to is the caller's to decide. */
export async function waitingCardOf(
	db: Database,
	{ youngPersonId }: Pick<YoungPersonSignedIn, 'youngPersonId'>,
	now: Date
): Promise<WaitingCard | null> {
	const card = await db
		.selectFrom('joining_card')
		.select(['made_by', 'made_at', 'expires_at'])
		.where('young_person_id', '=', youngPersonId)
		.where('state', '=', 'waiting')
		.where('expires_at', '>', now.toISOString())
		.executeTakeFirst();
	return card ? { madeBy: card.made_by, madeAt: new Date(card.made_at), until: new Date(card.expires_at) } : null;
}

/** Stops a new card of one's own that nobody has used yet; 'none' when it was used or stopped meanwhile. */
export async function stopWaitingCard(
	db: Database,
	youngPerson: YoungPersonSignedIn,
	device: string,
	now: Date
): Promise<'stopped' | 'none'> {
	const { youngPersonId } = youngPerson;
	return inTransaction(db, async (writing) => {
		if ((await stopCardsOf(writing, youngPersonId, ['waiting'])) === 0) return 'none';
		await noteAccountEvent(writing, youngPersonId, { what: 'waiting card stopped', device }, now);
		await record(writing, youngPerson, { what: 'joining card stopped' }, now);
		return 'stopped';
	});
}
