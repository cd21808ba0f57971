import { fail } from '@sveltejs/kit';
import { disableColleague } from '#lib/auth/colleagues/access.server.ts';
import { heldBy } from '#lib/auth/colleagues/holdings.server.ts';
import { database } from '#lib/database/running.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { nothingHere, theirOther } from '../../theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { colleague } = await theirOther(locals, params.person);
	const { id, name, disabled } = colleague;
	return { colleague: { id, name, disabled, holds: await heldBy(database(), id, new Date()) } };
};

export const actions: Actions = {
	default: async ({ locals, params }) => {
		const now = new Date();
		const { actor, colleague } = await theirOther(locals, params.person);
		const done = await disableColleague(database(), actor, colleague.id, now);
		if (done.kind === 'not theirs') return nothingHere();
		return done.kind === 'disabled' ? { done: true } : fail(409, { last: true });
	}
};
