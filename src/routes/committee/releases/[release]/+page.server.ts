import { error } from '@sveltejs/kit';
import { forCommittee } from '#lib/database/handle.server.ts';
import { database } from '#lib/database/running.server.ts';
import { readRelease } from '#lib/releases/reading.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const release = locals.actor && (await readRelease(forCommittee(database()), locals.actor, params.release));
	if (!release) error(404, 'Not found');
	return { release };
};
