import { fail, redirect } from '@sveltejs/kit';
import { signInOptions } from '#lib/auth/passkeys/proving.server.ts';
import { checkPasskeyAlone, passkeySignIn } from '#lib/auth/staff/second-step.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { homeOf, pathAfter, welcomeIn } from '../../../letting-in.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { remember, remembered } from '../../../under-way.server.ts';

export const load: PageServerLoad = async ({ url, cookies }) => {
	const to = pathAfter(url.searchParams.get('to'));
	const { options, challenge } = await signInOptions(database(), url.origin, null);
	remember(cookies, passkeySignIn, { challenge, to }, new Date());
	return { to, passkey: options };
};

export const actions: Actions = {
	default: async (event) => {
		const [form, now] = [await event.request.formData(), new Date()];
		const asked = remembered(event.cookies, passkeySignIn, now);
		const answer = String(form.get('answer') ?? '');
		const shown = asked && { origin: event.url.origin, challenge: asked.challenge, answer };
		const known = shown && (await checkPasskeyAlone(database(), keyring(), shown, now));
		const actor = known && (await welcomeIn(event, known.staffId, 'passkey', now));
		if (!actor) return fail(400, { refused: true });
		redirect(303, asked.to ?? homeOf({ actor, youngPerson: null }));
	}
};
