import { error } from '@sveltejs/kit';
import { makeCard } from '#lib/auth/young/cards/joining-cards.server.ts';
import { dayInWords, dayOf } from '#lib/calendar/day.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { qrPicture } from '#lib/documents/qr-codes.server.ts';
import { currentSettings } from '#lib/settings/settings.server.ts';
import { askWhy } from '../../theirs.server.ts';
import { calledOf, cardMaker, theirCard } from './theirs.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { person, state } = await theirCard(locals, params.person, 'card', new Date());
	const { id, optedOut } = person;
	return { id, optedOut, called: calledOf(person), state, stopped: url.searchParams.has('stopped') };
};

export const actions: Actions = {
	default: async ({ locals, params, url }) => {
		const now = new Date();
		const actor = cardMaker(locals);
		const made = await makeCard(database(), keyring(), actor, params.person, now);
		if (made.kind === 'needs reason') askWhy(params.person, 'card');
		if (made.kind !== 'made') error(404, 'There is nothing here.');
		const link = `${url.origin}/join#${made.code}`;
		return {
			name: made.person.preferredName,
			code: made.code,
			address: `${url.host}/join`,
			qr: await qrPicture(link),
			until: dayInWords(dayOf(made.until)),
			madeBy: actor.name,
			team: (await currentSettings(database(), now))['participation team']
		};
	}
};
