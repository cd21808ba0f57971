import { fail, redirect } from '@sveltejs/kit';
import { freeUserNames, lookForName } from '#lib/auth/young/user-names.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { joiningSoFar, rememberJoining } from '../joining.server.ts';
import { notTheirs, typedName } from '../typed-name.server.ts';
import type { Actions, PageServerLoad } from './$types';

const IDEAS = 3;

export const load: PageServerLoad = async ({ cookies, url }) => {
	const so = joiningSoFar(cookies, new Date());
	if (so.again) redirect(303, '/join/way');
	return { ideas: await freeUserNames(database(), keyring(), IDEAS), taken: url.searchParams.has('taken') };
};

export const actions: Actions = {
	default: async (event) => {
		const now = new Date();
		const so = joiningSoFar(event.cookies, now);
		if (so.again) redirect(303, '/join/way');
		const { typed, read } = await typedName(event.request);
		if (read.kind !== 'name') return fail(400, { reason: read.kind, typed });
		const look = await lookForName(database(), keyring(), so.selector, read.name, now);
		if (look.kind !== 'free') return notTheirs(event, look, typed, now);
		rememberJoining(event.cookies, { ...so, userName: read.name }, now);
		redirect(303, '/join/way');
	}
};
