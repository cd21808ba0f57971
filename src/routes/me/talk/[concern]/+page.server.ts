import { error } from '@sveltejs/kit';
import { openMine } from '#lib/concerns/mine.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { onceFor, talkFrame, writeInto } from '../../../talking.server.ts';
import { signedIn } from '../../signed-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const now = new Date();
	const thread = await openMine(database(), keyring(), signedIn(locals).youngPerson, params.concern, now);
	if (!thread) error(404, 'There is nothing here.');
	const just = (['sent', 'written'] as const).find((one) => url.searchParams.has(one)) ?? null;
	return { ...(await talkFrame(now)), thread, once: onceFor(thread), just };
};

export const actions: Actions = {
	write: async ({ request, locals, params }) =>
		writeInto(
			await request.formData(),
			signedIn(locals).youngPerson,
			params.concern,
			`/me/talk/${params.concern}`,
			new Date()
		)
};
