import { error } from '@sveltejs/kit';
import { accountChanges } from '#lib/auth/colleagues/account-changes.server.ts';
import { waitingFor } from '#lib/concerns/board/board.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { database, theServer } from '#lib/database/running.server.ts';
import { noticesWrong } from '#lib/notices/health.server.ts';
import { deskOf } from '#lib/people/workers/desks.server.ts';
import { unmatchedWorkers } from '#lib/people/workers/unmatched.server.ts';
import type { PageServerLoad } from './$types';
import { placesFor } from '../frame.server.ts';

export const load: PageServerLoad = async ({ locals: { actor } }) => {
	if (!actor) error(404, 'There is nothing here.');
	const now = new Date();
	const today = dayOf(now);
	return {
		today,
		notTold: await noticesWrong(database(), actor, theServer().configuration.channels, now),
		concerns: await waitingFor(database(), actor, now),
		desk: await deskOf(database(), actor, today),
		unmatched: (await unmatchedWorkers(database(), actor)).length,
		changes: await accountChanges(database(), actor, now),
		places: placesFor(actor).map(({ href, label, about }) => ({ href, label, about }))
	};
};
