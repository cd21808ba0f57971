import { redirect } from '@sveltejs/kit';
import { WAYS } from '#lib/auth/young/ways/way-in.ts';
import { removeWay } from '#lib/auth/young/ways/way-changes.server.ts';
import { waysOf } from '#lib/auth/young/ways/ways-in.server.ts';
import { database } from '#lib/database/running.server.ts';
import { hereIn, signedIn } from '../../signed-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

const DONE = ['done', 'renamed'] as const;

export const load: PageServerLoad = async ({ locals, url }) => ({
	ways: await waysOf(database(), signedIn(locals).youngPerson),
	done: DONE.find((done) => url.searchParams.has(done)) ?? null
});

export const actions: Actions = {
	remove: async (event) => {
		const { youngPerson } = signedIn(event.locals);
		const given = (await event.request.formData()).get('way');
		const way = WAYS.find((one) => one === given);
		const removed = way && (await removeWay(database(), youngPerson, way, hereIn(event), new Date()));
		if (removed === 'signed out') redirect(303, '/sign-in');
		return {
			said: removed === 'the last' ? 'account:ways.last' : 'account:ways.removed',
			refused: removed === 'the last'
		};
	}
};
