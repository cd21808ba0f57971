import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { checkNewPasskey, registrationOptions } from '#lib/auth/passkeys/making.server.ts';
import { underWay } from '#lib/auth/under-way.server.ts';
import { userNameOf } from '#lib/auth/young/accounts.server.ts';
import { addDeviceLock } from '#lib/auth/young/ways/way-changes.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { hereIn, signedIn } from '../../../signed-in.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { forget, remember, remembered } from '../../../../under-way.server.ts';

const adding = underWay('adding a device’s lock', z.object({ challenge: z.string() }));

export const load: PageServerLoad = async ({ locals, cookies, url }) => {
	const { youngPerson, session } = signedIn(locals);
	const userName = await userNameOf(database(), keyring(), youngPerson);
	const names = { userName, displayName: userName };
	const { options, challenge } = await registrationOptions(database(), url.origin, session.holder, names);
	remember(cookies, adding, { challenge }, new Date());
	return { options };
};

export const actions: Actions = {
	default: async (event) => {
		const { cookies, request, url } = event;
		const { youngPerson } = signedIn(event.locals);
		const now = new Date();
		const under = remembered(cookies, adding, now);
		const answer = String((await request.formData()).get('answer') ?? '');
		const passkey = under && (await checkNewPasskey(url.origin, under.challenge, answer));
		const added = passkey && (await addDeviceLock(database(), youngPerson, passkey, hereIn(event), now));
		if (added !== 'kept') return fail(400, { problem: true });
		forget(cookies);
		redirect(303, '/me/account/ways?done');
	}
};
