/*
 * A young person's own page about notices: what they chose, what they can choose here, what one says, and whether anything
 * is sent to them at all. Changing it is in choices.server.ts.
 */
import type { YoungPersonSignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { reachOf } from '#lib/people/person/reach.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import { offeredWays } from './channels/channels.server.ts';
import { addressInPart, type Choice, type Way } from './choice.ts';
import { choiceOf } from './choices.server.ts';
import { languageNamed, wordsOf } from './sending/words.ts';

export interface OwnNotices {
	/** The address as whoever holds the phone may see it. */
	choice: Omit<Choice, 'address'> & { addressInPart: string | null };
	/** What can be chosen: what this council can send, and no letter where post is not safe. */
	ways: Way[];
	/** Why nothing is sent, whatever they choose; only that they asked for it themselves is told apart. */
	nothing: 'optedOut' | 'nothing' | null;
	/** All that a notice ever says. */
	sample: string;
}

/** What stands on the page of whoever is signed in. */
export async function ownNotices(
	db: Database,
	keyring: Keyring,
	youngPerson: YoungPersonSignedIn,
	configuration: Pick<Configuration, 'channels' | 'origin'>
): Promise<OwnNotices> {
	const { youngPersonId: id } = youngPerson;
	const reach = await reachOf(db, youngPerson, id);
	const because = reach?.nothing ?? null;
	const offered = offeredWays(configuration);
	const { address, ...choice } = await choiceOf(db, keyring, youngPerson, id);
	return {
		choice: { ...choice, addressInPart: addressInPart(address) },
		ways: reach?.addressUnsafe ? offered.filter((way) => way !== 'letter') : offered,
		nothing: because === 'opted out' ? 'optedOut' : because && 'nothing',
		sample: wordsOf('young person', 'new message', languageNamed(reach?.language ?? null), configuration.origin).body
	};
}
