import { error } from '@sveltejs/kit';
import { ownRequest } from '#lib/data-rights/reading.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import { signedIn } from '../../../signed-in.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { db, keyring } = theServer();
	const request = await ownRequest(db, keyring, signedIn(locals).youngPerson, params.request, new Date());
	return { request: request ?? error(404, 'There is nothing here.') };
};
