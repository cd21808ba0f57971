import { database, theServer } from '#lib/database/running.server.ts';
import type { SettingKey } from '#lib/settings/registry.ts';
import { orShipped } from '#lib/settings/setting.ts';
import { currentSettings } from '#lib/settings/settings.server.ts';
import { changing, shown, waysBack } from '../changing.server.ts';
import type { Actions, PageServerLoad } from './$types';

const KEYS = [
	'welcome',
	'who runs this',
	'what happens with answers',
	'quick exit address'
] as const satisfies readonly SettingKey[];

/** The way out must lead out: our own address is taken for no address. */
function wayOut(typed: string): string {
	const { origin } = theServer().configuration;
	return URL.canParse(typed) && origin && new URL(typed).host === new URL(origin).host ? '' : typed;
}

export const load: PageServerLoad = async ({ locals }) => ({
	...(await shown(locals, KEYS)),
	council: (await currentSettings(database(), new Date()))['council name']
});

export const actions: Actions = {
	change: changing(KEYS, (form) => {
		const typed = (key: (typeof KEYS)[number]) => String(form.get(key) ?? '');
		return {
			welcome: orShipped(typed('welcome')),
			'who runs this': orShipped(typed('who runs this')),
			'what happens with answers': orShipped(typed('what happens with answers')),
			'quick exit address': wayOut(typed('quick exit address'))
		};
	}),
	...waysBack(KEYS)
};
