import { dayOf } from '#lib/calendar/day.ts';
import { requestsFor } from '#lib/data-rights/answering.server.ts';
import { database } from '#lib/database/running.server.ts';
import { answererIn } from './answerer.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = answererIn(locals);
	const today = dayOf(new Date());
	return { today, requests: await requestsFor(database(), actor, today), said: url.searchParams.get('said') };
};
