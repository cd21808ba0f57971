/*
 * Whom a member of staff may make and stop cards for: asked by everything that does either.
 */
import { dayOf } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import { findTheirPerson, type TheirPerson } from '#lib/people/caseloads.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Actor } from '../../actor.ts';

/** The young person whom the actor may make a card for, or null: for everyone else there is nobody. */
export async function personForCard(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	personId: string,
	now: Date
): Promise<TheirPerson | null> {
	const person = await findTheirPerson(db, keyring, actor, personId, dayOf(now));
	return person?.mayMakeCard ? person : null;
}
