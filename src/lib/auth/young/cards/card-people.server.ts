/*
 * Whom a member of staff may make and stop cards for: asked by everything that does either.
 */
import type { Database } from '#lib/database/schema.ts';
import type { TheirPerson } from '#lib/people/caseloads.server.ts';
import { openRecordOf } from '#lib/people/person/reasons.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { actsAs, type Actor } from '../../actor.ts';

export type PersonForCard =
	| { kind: 'theirs'; person: TheirPerson }
	/** They do not work together: the actor says why first. */
	| { kind: 'needs reason' }
	| { kind: 'not yours' };

/** The young person whom the actor may make a card for; for everyone else there is nobody. */
export async function personForCard(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	personId: string,
	now: Date
): Promise<PersonForCard> {
	const found = await openRecordOf(db, keyring, actor, personId, now);
	// Without a tie only the participation officer makes cards: nobody else is asked why.
	if (found.kind === 'needs reason') return actsAs(actor, 'participation officer') ? found : { kind: 'not yours' };
	return found.kind === 'theirs' && found.person.mayMakeCard
		? { kind: 'theirs', person: found.person }
		: { kind: 'not yours' };
}
