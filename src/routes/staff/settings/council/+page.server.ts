import type { Look } from '#lib/settings/look.ts';
import type { SettingKey } from '#lib/settings/registry.ts';
import { orShipped } from '#lib/settings/setting.ts';
import { changing, shown, waysBack } from '../changing.server.ts';
import type { Actions, PageServerLoad } from './$types';

const KEYS = ['council name', 'short name', 'look'] as const satisfies readonly SettingKey[];

export const load: PageServerLoad = ({ locals }) => shown(locals, KEYS);

export const actions: Actions = {
	change: changing(KEYS, (form) => ({
		'council name': String(form.get('council name') ?? ''),
		'short name': orShipped(String(form.get('short name') ?? '')),
		look: String(form.get('look') ?? '') as Look
	})),
	...waysBack(KEYS)
};
