import { waitingCardOf } from '#lib/auth/young/cards/waiting-cards.server.ts';
import { database } from '#lib/database/running.server.ts';
import { signedIn } from './signed-in.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	newCard: await waitingCardOf(database(), signedIn(locals).youngPerson, new Date())
});
