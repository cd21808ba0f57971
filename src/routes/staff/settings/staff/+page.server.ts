import { soughtIn, stateOf } from '#lib/auth/colleagues/colleague.ts';
import { listColleagues } from '#lib/auth/colleagues/colleagues.server.ts';
import { mayAgree, openRoleRequests } from '#lib/auth/colleagues/role-requests.server.ts';
import { dayInWords, dayOf } from '#lib/calendar/day.ts';
import { database } from '#lib/database/running.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { theirAdministrator } from './theirs.server.ts';

const dayIn = (instant: string) => dayInWords(dayOf(new Date(instant)));

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = theirAdministrator(locals);
	const colleagues = await listColleagues(database(), actor);
	const requests = await openRoleRequests(database(), actor);
	return {
		sought: soughtIn(url.searchParams),
		colleagues: colleagues.map(({ lastSignedIn, ...one }) => ({
			...one,
			state: stateOf(one),
			lastSignedIn: lastSignedIn && dayIn(lastSignedIn)
		})),
		requests: requests.map((request) => ({
			...request,
			askedAt: dayIn(request.askedAt),
			mayAgree: mayAgree(actor, request),
			own: request.askedBy === actor.staffId
		}))
	};
};

export const actions: Actions = {
	// A name never stands in an address, so a search is sent as a form.
	search: async ({ locals, request }) => {
		theirAdministrator(locals);
		const form = await request.formData();
		return { words: String(form.get('words') ?? '').slice(0, 100) };
	}
};
