/*
 * Stopping cards: because somebody else has one, or because a newer one was made or used.
 */
import { record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Actor } from '../../actor.ts';
import { sessionsIn } from '../../sessions.server.ts';
import { noteAccountEvent } from '../account-events.server.ts';
import { personForCard } from './card-people.server.ts';
import type { CardState } from './joining-card.ts';

/**
 * Stops every card of a young person, those that sign in too, and ends the sessions of their account: for a card that
 * somebody else has. Their other ways in stay. Says the same whether there was a card: that would tell how they come in.
 */
export async function stopCards(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	personId: string,
	now: Date
): Promise<'stopped' | 'needs reason' | 'not yours'> {
	const { kind } = await personForCard(db, keyring, actor, personId, now);
	if (kind !== 'theirs') return kind;
	await inTransaction(db, async (writing) => {
		await stopCardsOf(writing, personId, ['waiting', 'signs in']);
		const account = await writing
			.selectFrom('young_account')
			.select('id')
			.where('young_person_id', '=', personId)
			.executeTakeFirst();
		if (account) await sessionsIn(writing).closeAll({ kind: 'young person', id: account.id });
		await noteAccountEvent(writing, personId, { what: 'card stopped', by: actor.name }, now);
		const subject = { kind: 'young person', id: personId } as const;
		await record(writing, actor, { what: 'joining card stopped', subject }, now);
	});
	return 'stopped';
}

/** Stops the cards of a young person that are in one of these states; says how many there were. */
export async function stopCardsOf(writing: Writing, personId: string, states: readonly CardState[]): Promise<number> {
	const stopped = await writing
		.updateTable('joining_card')
		.set({ state: 'stopped' satisfies CardState })
		.where('young_person_id', '=', personId)
		.where('state', 'in', [...states])
		.executeTakeFirst();
	return Number(stopped.numUpdatedRows);
}
