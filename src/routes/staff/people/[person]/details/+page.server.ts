import { error, fail, redirect } from '@sveltejs/kit';
import { theServer } from '#lib/database/running.server.ts';
import { asForm, FIELD_WORDS } from '#lib/people/person/correction.ts';
import { correct, correctionOf } from '#lib/people/person/corrections.server.ts';
import { workerChoices } from '#lib/people/person/records.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { askWhy, seekerOf } from '../../theirs.server.ts';
import { textsOf } from '../../../form.ts';

const TOO_LATE =
	'It is more than an hour since you wrote down why you open this page, so nothing was saved yet. What you typed is still here: open their page in another tab, say why, then save here once more.';

export const load: PageServerLoad = async ({ locals, params }) => {
	const actor = seekerOf(locals);
	const { db, keyring } = theServer();
	const found = await correctionOf(db, keyring, actor, params.person, new Date());
	if (found.kind === 'needs reason') askWhy(params.person, 'details');
	if (found.kind === 'not theirs') error(404, 'There is nothing here.');
	const { person, may, stored, seen } = found;
	const { id, child, preferredName } = person;
	return {
		person: { id, child, preferredName },
		may,
		seen,
		values: asForm(stored),
		workers: await workerChoices(db, stored)
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const actor = seekerOf(locals);
		const { db, keyring } = theServer();
		const values = textsOf(await request.formData());
		const corrected = await correct(db, keyring, actor, params.person, values, values['seen'] ?? '', new Date());
		if (corrected.kind === 'not theirs') error(404, 'There is nothing here.');
		if (corrected.kind === 'needs reason') return fail(409, { values, reasons: [TOO_LATE] });
		if (corrected.kind === 'wrong') return fail(422, { values, reasons: corrected.reasons });
		if (corrected.kind === 'changed meanwhile') {
			const differs = corrected.fields.map((field) => FIELD_WORDS[field]).join(', ');
			const reason = `Somebody else corrected this while you had it open, so nothing was saved yet. What you typed is still here${differs ? `; it differs from what is stored now in: ${differs}` : ''}. Look once more, then save.`;
			return fail(409, { values, reasons: [reason] });
		}
		redirect(303, `/staff/people/${params.person}?saved=${corrected.fields.length > 0 ? 'yes' : 'no-change'}`);
	}
};
