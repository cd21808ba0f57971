import { error } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { listWaves, mayRunWaves } from '#lib/waves/waves.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (!locals.actor || !mayRunWaves(locals.actor)) error(404, 'There is nothing here.');
	const waves = await listWaves(database(), locals.actor);
	return { waves: waves.map(({ id, name, status, opens, closes }) => ({ id, name, status, opens, closes })) };
};
