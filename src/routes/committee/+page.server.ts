import { error } from '@sveltejs/kit';
import { forCommittee } from '#lib/database/handle.server.ts';
import { database } from '#lib/database/running.server.ts';
import { listReleases } from '#lib/releases/reading.server.ts';
import { uncountedWaves } from '#lib/waves/waves.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const releases = locals.actor && (await listReleases(forCommittee(database()), locals.actor));
	if (!releases) error(404, 'Not found');
	return { releases, uncounted: await uncountedWaves(database()) };
};
