import { error, redirect } from '@sveltejs/kit';
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from '#lib/auth/sessions.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { beforeErasing, eraseOwn, isTakenAway } from '#lib/data-rights/erasing/own.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { signedIn } from '../../../signed-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

function takenAway(what: string) {
	if (!isTakenAway(what)) error(404, 'There is nothing here.');
	return what;
}

export const load: PageServerLoad = async ({ locals, params }) => {
	const { youngPerson } = signedIn(locals);
	const what = takenAway(params.what);
	const before = await beforeErasing(theServer().db, youngPerson, what, dayOf(new Date()));
	if (!before) error(404, 'There is nothing here.');
	return { what, ...before, once: randomId() };
};

export const actions: Actions = {
	default: async ({ locals, params, request, cookies }) => {
		const { youngPerson } = signedIn(locals);
		const what = takenAway(params.what);
		const { db, keyring, ledger } = theServer();
		const once = String((await request.formData()).get('once') ?? '').slice(0, 64);
		const erased = await eraseOwn(db, keyring, ledger, youngPerson, { what, once }, new Date());
		if (!erased.accountGone) redirect(303, '/me/data?gone');
		cookies.delete(SESSION_COOKIE, SESSION_COOKIE_OPTIONS);
		redirect(303, erased.askedStaff ? '/help/data/gone?asked' : '/help/data/gone');
	}
};
