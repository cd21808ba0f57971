import { error } from '@sveltejs/kit';
import { worded } from '#lib/data-rights/copies/worded.ts';
import { ownCopy } from '#lib/data-rights/reading.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import { translator } from '#lib/i18n/translate.ts';
import { signedIn } from '../../../../signed-in.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { db, keyring } = theServer();
	const copy = await ownCopy(db, keyring, signedIn(locals).youngPerson, params.request);
	if (!copy) error(404, 'There is nothing here.');
	return { copy: worded(translator(), copy), request: params.request };
};
