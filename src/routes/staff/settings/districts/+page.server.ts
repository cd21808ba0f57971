import type { SettingKey } from '#lib/settings/registry.ts';
import { changing, shown, waysBack } from '../changing.server.ts';
import type { Actions, PageServerLoad } from './$types';

const KEYS = ['districts'] as const satisfies readonly SettingKey[];

export const load: PageServerLoad = ({ locals }) => shown(locals, KEYS);

export const actions: Actions = {
	change: changing(KEYS, (form) => ({ districts: String(form.get('districts') ?? '').split(/\r?\n/u) })),
	...waysBack(KEYS)
};
