import { error, redirect } from '@sveltejs/kit';
import { stopCards } from '#lib/auth/young/cards/stopped-cards.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { askWhy } from '../../../theirs.server.ts';
import { calledOf, cardMaker, theirCard } from '../theirs.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { person, state } = await theirCard(locals, params.person, 'card/stopping', new Date());
	return { called: calledOf(person), hasAccount: state.hasAccount };
};

export const actions: Actions = {
	default: async ({ locals, params }) => {
		const stopped = await stopCards(database(), keyring(), cardMaker(locals), params.person, new Date());
		if (stopped === 'needs reason') askWhy(params.person, 'card/stopping');
		if (stopped !== 'stopped') error(404, 'There is nothing here.');
		redirect(303, `/staff/people/${params.person}/card?stopped`);
	}
};
