import { redirect } from '@sveltejs/kit';
import { signInOptions } from '#lib/auth/passkeys/proving.server.ts';
import { passkeySignIn, secondStep } from '#lib/auth/staff/second-step.server.ts';
import { checkPassword } from '#lib/auth/staff/signing-in.server.ts';
import { database, keyring, theServer } from '#lib/database/running.server.ts';
import { pathAfter } from '../../letting-in.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { refused } from './refused.server.ts';
import { remember } from '../../under-way.server.ts';

export const load: PageServerLoad = async ({ url, cookies }) => {
	const to = pathAfter(url.searchParams.get('to'));
	const { options, challenge } = await signInOptions(database(), url.origin, null);
	remember(cookies, passkeySignIn, { challenge, to }, new Date());
	const late = url.searchParams.get('notice') === 'late';
	const unsaved = url.searchParams.get('unsaved') === '1';
	return { to, late, unsaved, passkey: options, singleSignOn: theServer().configuration.singleSignOn !== null };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const now = new Date();
		const email = String(form.get('email') ?? '').slice(0, 200);
		const password = String(form.get('password') ?? '').slice(0, 500);
		const checked = await checkPassword(database(), keyring(), email, password, now);
		if (checked.kind !== 'right') return refused(event, checked, now, { email });
		const to = pathAfter(event.url.searchParams.get('to'));
		remember(event.cookies, secondStep, { staffId: checked.staffId, to, first: 'password', link: null }, now);
		redirect(303, '/sign-in/staff/second');
	}
};
