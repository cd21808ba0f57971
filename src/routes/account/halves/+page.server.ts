import { error } from '@sveltejs/kit';
import { theServer } from '#lib/database/running.server.ts';
import { halvesHeldBy } from '#lib/waves/recovery.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (locals.actor?.tenant !== 'council') error(404, 'There is nothing here.');
	const { db, keyring } = theServer();
	return { halves: await halvesHeldBy(db, keyring, locals.actor) };
};
