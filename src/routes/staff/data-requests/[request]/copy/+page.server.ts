import { fail, redirect } from '@sveltejs/kit';
import { copiesOf } from './shown.server.ts';
import { notLooked } from '#lib/data-rights/copies/copy.ts';
import { draftFor, giveCopy, keepDecided } from '#lib/data-rights/copies/copies.server.ts';
import { MOST_WORDS, typed } from '#lib/data-rights/request.ts';
import { theServer } from '#lib/database/running.server.ts';
import { answererIn, nothingHere } from '../../answerer.server.ts';
import { decidedIn } from './decided.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const actor = answererIn(locals);
	const { db, keyring } = theServer();
	const copy = (await draftFor(db, keyring, actor, params.request)) ?? nothingHere();
	return { ...copiesOf(copy), left: notLooked(copy), request: params.request, kept: url.searchParams.has('kept') };
};

export const actions: Actions = {
	keep: async ({ locals, params, request }) => {
		const actor = answererIn(locals);
		const { db, keyring } = theServer();
		const copy = (await draftFor(db, keyring, actor, params.request)) ?? nothingHere();
		const done = await keepDecided(db, keyring, actor, params.request, decidedIn(await request.formData(), copy));
		if (done.kind !== 'done') return nothingHere();
		redirect(303, `/staff/data-requests/${params.request}/copy?kept`);
	},
	give: async ({ locals, params, request }) => {
		const actor = answererIn(locals);
		const { db, keyring } = theServer();
		const words = typed(String((await request.formData()).get('words') ?? ''), MOST_WORDS);
		if (!(await draftFor(db, keyring, actor, params.request))) return nothingHere();
		if (words === null) return fail(400, { problem: 'Write a sentence to them first. Nothing was given.' });
		const done = await giveCopy(db, keyring, actor, params.request, words, new Date());
		if (done.kind === 'not theirs') return nothingHere();
		if (done.kind === 'not looked through')
			return fail(409, { problem: `${done.count} entries were not looked through yet. Nothing was given.` });
		redirect(303, `/staff/data-requests/${params.request}`);
	}
};
