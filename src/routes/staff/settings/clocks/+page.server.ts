import { CLOCK_KEYS } from '#lib/settings/clock.ts';
import type { Settings } from '#lib/settings/registry.ts';
import { changing, shown, waysBack } from '../changing.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Digits as a number; anything else as something that no clock takes. */
const numberIn = (text: string) => (/^\s*\d{1,4}\s*$/u.test(text) ? Number(text) : Number.NaN);

export const load: PageServerLoad = ({ locals }) => shown(locals, CLOCK_KEYS);

export const actions: Actions = {
	change: changing(
		CLOCK_KEYS,
		(form) =>
			Object.fromEntries(CLOCK_KEYS.map((key) => [key, numberIn(String(form.get(key) ?? ''))])) as Partial<Settings>
	),
	...waysBack(CLOCK_KEYS)
};
