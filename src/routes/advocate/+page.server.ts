import { error } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { currentSettings } from '#lib/settings/settings.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (locals.actor?.tenant !== 'advocacy') error(404, 'There is nothing here.');
	// What the help page tells everybody, and nothing else of the council's.
	const settings = await currentSettings(database(), new Date());
	return { contact: settings['advocacy service'] };
};
