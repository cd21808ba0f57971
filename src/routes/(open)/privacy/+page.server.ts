import { database } from '#lib/database/running.server.ts';
import { currentSettings } from '#lib/settings/settings.server.ts';
import type { PageServerLoad } from './$types';

/** For how many months what is about a young person is kept, as the council set it. */
export const load: PageServerLoad = async () => {
	const settings = await currentSettings(database(), new Date());
	return {
		months: {
			roster: settings['keep: roster'],
			events: settings['keep: account events'],
			messages: settings['keep: messages'],
			notices: settings['keep: notices'],
			requests: settings['keep: requests'],
			reasons: settings['keep: reasons']
		}
	};
};
