import { stateOf } from '#lib/auth/colleagues/colleague.ts';
import { colleagueInFull } from '#lib/auth/colleagues/colleagues.server.ts';
import { tellActor, tellEvent } from '#lib/auth/colleagues/history.ts';
import { dayInWords, dayOf, momentInWords } from '#lib/calendar/day.ts';
import { database } from '#lib/database/running.server.ts';
import type { PageServerLoad } from './$types';
import { nothingHere, theirAdministrator } from '../theirs.server.ts';

const dayIn = (instant: string | null) => instant && dayInWords(dayOf(new Date(instant)));

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = theirAdministrator(locals);
	const colleague = (await colleagueInFull(database(), actor, params.person, new Date())) ?? nothingHere();
	const { id, name, email, roles, isSelf, holds, history } = colleague;
	return {
		colleague: {
			...{ id, name, email, roles, isSelf, holds },
			state: stateOf(colleague),
			isAdministrator: roles.includes('administrator'),
			lastSignedIn: dayIn(colleague.lastSignedIn),
			linkUntil: dayIn(colleague.linkUntil),
			history: history.map((event) => ({
				at: momentInWords(new Date(event.at)),
				by: tellActor(event),
				told: tellEvent(event)
			}))
		}
	};
};
