import { fail, redirect } from '@sveltejs/kit';
import { changeUserName } from '#lib/auth/young/accounts.server.ts';
import { freeUserNames } from '#lib/auth/young/user-names.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { notTheirs, typedName } from '../../../../join/typed-name.server.ts';
import { deviceIn } from '../../../../letting-in.server.ts';
import { signedIn } from '../../../signed-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

const IDEAS = 3;

export const load: PageServerLoad = async () => ({ ideas: await freeUserNames(database(), keyring(), IDEAS) });

export const actions: Actions = {
	default: async (event) => {
		const { youngPerson } = signedIn(event.locals);
		const now = new Date();
		const { typed, read } = await typedName(event.request);
		if (read.kind !== 'name') return fail(400, { reason: read.kind, typed });
		const device = deviceIn(event.request);
		const changed = await changeUserName(database(), keyring(), youngPerson, read.name, device, now);
		if (changed.kind !== 'changed') return notTheirs(event, changed, typed, now);
		redirect(303, '/me/account/ways?renamed');
	}
};
