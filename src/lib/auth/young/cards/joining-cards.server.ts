/*
 * Joining cards: made by those who work with a young person, and read when somebody types one. Stopping them, and what a
 * card opens, is beside; nobody on the council's side learns here how a young person comes in.
 */
import { record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, JoiningCardTable, Writing } from '#lib/database/schema.ts';
import type { TheirPerson } from '#lib/people/caseloads.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Actor } from '../../actor.ts';
import { checkEntryCode, drawEntryCode, type CodeChecked } from '../../entry-codes.server.ts';
import { noteAccountEvent } from '../account-events.server.ts';
import { personForCard, type PersonForCard } from './card-people.server.ts';
import { stopCardsOf } from './stopped-cards.server.ts';
import { cardRunsOut, useOfCard, type CardState, type CardUse } from './joining-card.ts';

export type CardMade =
	| { kind: 'made'; /** In groups; told once and kept nowhere. */ code: string; person: TheirPerson; until: Date }
	| Exclude<PersonForCard, { kind: 'theirs' }>;

/** Makes a card; one that still waits is stopped. A card that signs in goes on until the new one is used. */
export async function makeCard(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	personId: string,
	now: Date
): Promise<CardMade> {
	const found = await personForCard(db, keyring, actor, personId, now);
	if (found.kind !== 'theirs') return found;
	const { person } = found;
	const expires_at = cardRunsOut(now);
	for (;;) {
		const drawn = await drawEntryCode();
		const waiting = {
			selector: drawn.selector,
			verifier_hash: drawn.verifierHash,
			young_person_id: personId,
			made_by: actor.name,
			made_at: now.toISOString(),
			expires_at,
			state: 'waiting' satisfies CardState
		};
		// One selector in a million is taken already: then another is drawn.
		const stored = await inTransaction(db, (writing) => storeCard(writing, actor, waiting, now));
		if (stored) return { kind: 'made', code: drawn.printed, person, until: new Date(expires_at) };
	}
}

/** Stores a card, stops those that waited, and notes it; false when the selector is another card's. */
async function storeCard(writing: Writing, actor: Actor, card: JoiningCardTable, now: Date): Promise<boolean> {
	await stopCardsOf(writing, card.young_person_id, ['waiting']);
	const stored = await writing
		.insertInto('joining_card')
		.values(card)
		.onConflict((conflict) => conflict.column('selector').doNothing())
		.executeTakeFirst();
	if (!stored.numInsertedOrUpdatedRows) return false;
	await noteAccountEvent(writing, card.young_person_id, { what: 'card made', by: actor.name }, now);
	const subject = { kind: 'young person', id: card.young_person_id } as const;
	await record(writing, actor, { what: 'joining card made', subject }, now);
	return true;
}

/** A card whose whole code was typed, and what it is good for now. */
export interface ReadCard {
	selector: string;
	youngPersonId: string;
	use: CardUse;
}

/** Reads a typed code. Only whoever has the whole code learns anything about the card. */
export async function readCard(
	db: Database,
	keyring: Keyring,
	typed: string,
	now: Date
): Promise<CodeChecked<ReadCard>> {
	const find = (selector: string) =>
		db.selectFrom('joining_card').selectAll().where('selector', '=', selector).executeTakeFirst();
	const checked = await checkEntryCode(db, keyring, 'young people', typed, find, () => now.getTime());
	if (checked.kind !== 'right') return checked;
	const { selector, young_person_id, state, expires_at } = checked.row;
	const use = useOfCard(state as CardState, expires_at, now);
	return { kind: 'right', row: { selector, youngPersonId: young_person_id, use } };
}
