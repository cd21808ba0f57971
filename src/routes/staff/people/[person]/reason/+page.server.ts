import { error, fail, redirect } from '@sveltejs/kit';
import { momentInWords } from '#lib/calendar/day.ts';
import { theServer } from '#lib/database/running.server.ts';
import { partWanted } from '#lib/people/person/reason.ts';
import { askedWhy, giveReason } from '#lib/people/person/reasons.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { textsOf } from '../../../form.ts';
import { seekerOf } from '../../theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { db, keyring } = theServer();
	const asked = await askedWhy(db, keyring, seekerOf(locals), params.person, new Date());
	if (!asked) error(404, 'There is nothing here.');
	const { until, ...person } = asked;
	return { id: params.person, person, until: until && momentInWords(until) };
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { db, keyring } = theServer();
		const values = textsOf(await request.formData());
		const given = await giveReason(db, keyring, seekerOf(locals), params.person, values, new Date());
		if (given.kind === 'not theirs') error(404, 'There is nothing here.');
		if (given.kind === 'wrong') return fail(422, { values, faults: given.faults });
		redirect(303, `/staff/people/${params.person}/${partWanted(url.searchParams.get('for'))}`.replace(/\/$/, ''));
	}
};
