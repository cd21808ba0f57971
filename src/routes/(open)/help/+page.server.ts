import { dayOf } from '#lib/calendar/day.ts';
import { database } from '#lib/database/running.server.ts';
import { allHelplines, helplinesNeedChecking } from '#lib/settings/helplines.ts';
import { currentSettings } from '#lib/settings/settings.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	const now = new Date();
	const settings = await currentSettings(database(), now);
	const checked = settings['helplines checked'];
	return {
		council: settings['council name'],
		helplines: allHelplines(settings.helplines),
		near: [
			{ who: 'advocacy', contact: settings['advocacy service'] },
			{ who: 'participation', contact: settings['participation team'] }
		],
		// An old check would promise more than it does.
		checked: helplinesNeedChecking(checked, dayOf(now)) ? null : checked
	};
};
