import { error, fail, redirect } from '@sveltejs/kit';
import { beforeRosterErasing, calledIn, eraseFromRoster } from '#lib/data-rights/erasing/roster.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import { askWhy, seekerOf } from '../../theirs.server.ts';
import type { Actions, PageServerLoad } from './$types';

const FOR_ANOTHER = 'You work with them yourself, so a colleague who does not must erase them.';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { db, keyring } = theServer();
	const before = await beforeRosterErasing(db, keyring, seekerOf(locals), params.person, new Date());
	if (before.kind === 'needs reason') askWhy(params.person, 'erasure');
	if (before.kind === 'works with them') error(403, FOR_ANOTHER);
	if (before.kind === 'not theirs') error(404, 'There is nothing here.');
	const { person, stays, byHandOnly } = before;
	return { id: person.id, called: calledIn(person), stays, byHandOnly };
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { db, keyring, ledger } = theServer();
		const form = await request.formData();
		const given = { typed: String(form.get('name') ?? ''), mistake: form.has('mistake') };
		const erased = await eraseFromRoster(db, keyring, ledger, seekerOf(locals), params.person, given, new Date());
		switch (erased.kind) {
			case 'erased':
				return redirect(303, '/staff/people?erased');
			case 'needs reason':
				return askWhy(params.person, 'erasure');
			case 'works with them':
				return error(403, FOR_ANOTHER);
			case 'not theirs':
				return error(404, 'There is nothing here.');
			case 'another name':
				return fail(400, { problem: 'That is not the name above, so nothing was erased.' });
			case 'refused':
				return fail(409, { problem: 'Something stands against it, so nothing was erased. It is listed below.' });
		}
	}
};
