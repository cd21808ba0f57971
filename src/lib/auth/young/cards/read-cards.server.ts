/*
 * A new card of somebody who has an account was read: noted for their eyes, once for each card, because whoever holds it
 * may come in as them.
 */
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { noteAccountEvent } from '../account-events.server.ts';

/** Notes that a card was read; nothing more when it was read before. */
export async function noteCardRead(db: Database, selector: string, device: string, now: Date): Promise<void> {
	await inTransaction(db, async (writing) => {
		const row = writing.selectFrom('joining_card').selectAll().where('selector', '=', selector);
		const card = await exclusiveLock(row, writing).executeTakeFirst();
		if (!card) return;
		// One card waits at a time: whatever was read since this one was made was this one.
		const read = await writing
			.selectFrom('account_event')
			.select('id')
			.where('young_person_id', '=', card.young_person_id)
			.where('what', '=', 'card read')
			.where('at', '>=', card.made_at)
			.executeTakeFirst();
		if (!read) await noteAccountEvent(writing, card.young_person_id, { what: 'card read', device }, now);
	});
}
