import { fail, redirect } from '@sveltejs/kit';
import { userNameOf } from '#lib/auth/young/accounts.server.ts';
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from '#lib/auth/sessions.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { pathAfter, sessionOf } from '../letting-in.server.ts';
import { rememberAtTheDoor } from './coming-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

const LONGEST = 100;

export const load: PageServerLoad = async ({ url, cookies }) => {
	const to = pathAfter(url.searchParams.get('to'));
	const unsaved = url.searchParams.get('unsaved') === '1';
	const session = await sessionOf(cookies, new Date());
	if (session?.youngPerson) {
		if (!to) redirect(303, '/me');
		return { to, unsaved, quiet: false, again: await userNameOf(database(), keyring(), session.youngPerson) };
	}
	const quiet = cookies.get(SESSION_COOKIE) !== undefined && !session;
	if (quiet) cookies.delete(SESSION_COOKIE, SESSION_COOKIE_OPTIONS);
	return { to, unsaved, quiet, again: null };
};

export const actions: Actions = {
	default: async ({ request, url, cookies }) => {
		const now = new Date();
		const form = await request.formData();
		const session = await sessionOf(cookies, now);
		const typed = String(form.get('name') ?? '').slice(0, LONGEST);
		const userName =
			!form.has('name') && session?.youngPerson ? await userNameOf(database(), keyring(), session.youngPerson) : typed;
		if (userName.trim() === '') return fail(400, { problem: 'door:signIn.noName' });
		rememberAtTheDoor(cookies, { userName, to: pathAfter(url.searchParams.get('to')), picked: [] }, now);
		redirect(303, form.get('way') === 'words' ? '/sign-in/words' : '/sign-in/pictures');
	}
};
