import { theServer } from '#lib/database/running.server.ts';
import { whoOpenedMyThings } from '#lib/people/person/openers.server.ts';
import { signedIn } from '../signed-in.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, keyring } = theServer();
	const { youngPerson } = signedIn(locals);
	const given = url.searchParams.get('before') ?? '';
	const before = /^\d{1,12}$/.test(given) ? Number(given) : null;
	return { ...(await whoOpenedMyThings(db, keyring, youngPerson, before)), later: before !== null };
};
