import { fail, redirect } from '@sveltejs/kit';
import { signInOptions } from '#lib/auth/passkeys/proving.server.ts';
import { checkPasskeyAlone, passkeySignIn, welcome } from '#lib/auth/staff/second-step.server.ts';
import { UNDER_WAY_COOKIE } from '#lib/auth/under-way.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { deviceIn, homeOf, letIn, pathAfter } from '../../../letting-in.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { remember, siteAddress } from '../factor.server.ts';

export const load: PageServerLoad = async ({ url, cookies }) => {
	const to = pathAfter(url.searchParams.get('to'));
	const { options, challenge } = await signInOptions(database(), siteAddress(url), null);
	remember(cookies, passkeySignIn.seal(keyring(), { challenge, to }, new Date()));
	return { to, passkey: options };
};

export const actions: Actions = {
	default: async (event) => {
		const [form, now] = [await event.request.formData(), new Date()];
		const asked = passkeySignIn.read(keyring(), event.cookies.get(UNDER_WAY_COOKIE), now);
		const answer = String(form.get('answer') ?? '');
		const shown = asked && { origin: siteAddress(event.url), challenge: asked.challenge, answer };
		const known = shown && (await checkPasskeyAlone(database(), keyring(), shown, now));
		const how = { means: 'passkey', device: deviceIn(event.request) } as const;
		const actor = known && (await welcome(database(), known.staffId, how, now));
		if (!actor) return fail(400, { refused: true });
		await letIn(event, { kind: 'staff', id: actor.staffId }, 'passkey', now);
		redirect(303, asked.to ?? homeOf({ actor, youngPerson: null }));
	}
};
