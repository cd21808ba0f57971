import { waitingCardOf } from '#lib/auth/young/cards/waiting-cards.server.ts';
import { waitingForMe } from '#lib/concerns/mine.server.ts';
import { database } from '#lib/database/running.server.ts';
import { signedIn } from './signed-in.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { youngPerson } = signedIn(locals);
	/** By key of a tile: how many messages wait behind it. */
	const waiting: Partial<Record<string, number>> = { talk: await waitingForMe(database(), youngPerson) };
	return { newCard: await waitingCardOf(database(), youngPerson, new Date()), waiting };
};
