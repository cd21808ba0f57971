import { error, fail, redirect } from '@sveltejs/kit';
import { theServer } from '#lib/database/running.server.ts';
import { addYoungPerson } from '#lib/people/person/additions.server.ts';
import { correctableBy } from '#lib/people/person/correction.ts';
import { workerChoices } from '#lib/people/person/records.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { keeperOf } from '../theirs.server.ts';
import { textsOf } from '../../form.ts';

export const load: PageServerLoad = async ({ locals }) => {
	const may = correctableBy(keeperOf(locals), []);
	return { may, workers: await workerChoices(theServer().db, null) };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		const { db, keyring } = theServer();
		const values = textsOf(await request.formData());
		const added = await addYoungPerson(db, keyring, keeperOf(locals), values['child'] ?? '', values, new Date());
		if (added.kind === 'not allowed') error(404, 'There is nothing here.');
		if (added.kind === 'wrong') return fail(422, { values, reasons: added.reasons, there: null });
		if (added.kind === 'there already') {
			const reasons = ['Somebody with this CHILD number is in the roster already, so nobody was added.'];
			return fail(409, { values, reasons, there: added.id });
		}
		redirect(303, `/staff/people/${added.id}?saved=yes`);
	}
};
