import { error, redirect } from '@sveltejs/kit';
import { theServer } from '#lib/database/running.server.ts';
import { fetchMyHalf, halvesHeldBy, noteHalfDestroyed } from '#lib/waves/recovery.server.ts';
import type { Actions, PageServerLoad } from './$types';

async function theirHalf(locals: App.Locals, waveId: string) {
	const { actor } = locals;
	const { db, keyring } = theServer();
	const half = actor && (await halvesHeldBy(db, keyring, actor)).find((one) => one.waveId === waveId);
	if (!actor || !half) error(404, 'There is nothing here.');
	return { actor, half };
}

export const load: PageServerLoad = async ({ locals, params }) => {
	const { half } = await theirHalf(locals, params.wave);
	return { half };
};

export const actions: Actions = {
	fetching: async ({ locals, params }) => {
		const { actor } = await theirHalf(locals, params.wave);
		const { db, keyring } = theServer();
		return { words: await fetchMyHalf(db, keyring, actor, params.wave, new Date()) };
	},
	destroyed: async ({ locals, params }) => {
		const { actor, half } = await theirHalf(locals, params.wave);
		await noteHalfDestroyed(theServer().db, actor, params.wave, half.holder, new Date());
		redirect(303, '/account/halves');
	}
};
