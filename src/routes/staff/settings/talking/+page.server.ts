import { concernsHealth } from '#lib/concerns/health.server.ts';
import { whoCanBeNamed } from '#lib/concerns/going-up/naming.server.ts';
import { database } from '#lib/database/running.server.ts';
import type { SettingKey, Settings } from '#lib/settings/registry.ts';
import type { Named } from '#lib/settings/young/talking.ts';
import { administratorIn, changing, shown, waysBack } from '../changing.server.ts';
import type { Actions, PageServerLoad } from './$types';

const KEYS = ['talk hours', 'concerns go up to'] as const satisfies readonly SettingKey[];

export const load: PageServerLoad = async ({ locals }) => {
	const page = await shown(locals, KEYS);
	const able = (await whoCanBeNamed(database())).map(({ id, name, roles }) => ({ id, name, roles }));
	return { ...page, able, health: await concernsHealth(database(), new Date()) };
};

/** What the form says; somebody who is not on the list has no id, and is refused by the setting. */
function valuesIn(form: FormData, able: readonly Named[]): Partial<Settings> {
	const hour = (name: string) => Number(form.get(name) ?? Number.NaN);
	const named = (name: string): Named | null => {
		const id = String(form.get(name) ?? '');
		const one = able.find((colleague) => colleague.id === id);
		if (id === '') return null;
		return one ? { id, name: one.name } : { id: '', name: '' };
	};
	return {
		'talk hours': { from: hour('from'), to: hour('to') },
		'concerns go up to': { first: named('first'), second: named('second') }
	};
}

export const actions: Actions = {
	change: async (event) => {
		administratorIn(event.locals);
		const able = await whoCanBeNamed(database());
		return changing(KEYS, (form) => valuesIn(form, able))(event);
	},
	...waysBack(KEYS)
};
