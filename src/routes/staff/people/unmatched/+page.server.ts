import { error, fail } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { isCaseloadRole } from '#lib/people/caseload.ts';
import { workerChoices } from '#lib/people/person/records.server.ts';
import { matchAgain, matchByHand, unmatchedWorkers } from '#lib/people/workers/unmatched.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { keeperOf } from '../theirs.server.ts';
import { textsOf } from '../../form.ts';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = keeperOf(locals);
	const db = database();
	return { names: await unmatchedWorkers(db, actor), workers: await workerChoices(db, null) };
};

export const actions: Actions = {
	again: async ({ locals }) => {
		const matched = await matchAgain(database(), keeperOf(locals), new Date());
		return { people: matched.kind === 'matched' ? matched.people : 0 };
	},
	match: async ({ locals, request }) => {
		const actor = keeperOf(locals);
		const { name = '', role = '', to = '' } = textsOf(await request.formData());
		if (!isCaseloadRole(role)) error(404, 'There is nothing here.');
		const matched = await matchByHand(database(), actor, { name, role, to }, new Date());
		if (matched.kind !== 'matched') return fail(422, { people: null });
		return { people: matched.people };
	}
};
