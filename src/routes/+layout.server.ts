import type { LayoutServerLoad } from './$types';
import { database } from '#lib/database/running.server.ts';
import type { Language } from '#lib/i18n/translate.ts';
import { currentSettings } from '#lib/settings/settings.server.ts';

/** The language, and what the council says of itself on any page; null where the shipped words stand. */
export const load: LayoutServerLoad = async () => {
	const settings = await currentSettings(database(), new Date());
	const ours = {
		council: settings['council name'],
		shortName: settings['short name'],
		welcome: settings.welcome,
		whoRunsThis: settings['who runs this'],
		answers: settings['what happens with answers']
	};
	return { language: 'en' as Language, ours };
};
