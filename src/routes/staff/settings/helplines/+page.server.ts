import { dayOf } from '#lib/calendar/day.ts';
import { helplinesNeedChecking, moved } from '#lib/settings/helplines.ts';
import { changing, shown, waysBack } from '../changing.server.ts';
import { KEYS } from './listing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const page = await shown(locals, KEYS);
	return { ...page, needChecking: helplinesNeedChecking(page.settings['helplines checked'], dayOf(new Date())) };
};

const keyIn = (form: FormData) => String(form.get('key') ?? '');

export const actions: Actions = {
	checked: changing(KEYS, () => ({ 'helplines checked': dayOf(new Date()) })),
	move: changing(KEYS, (form, { helplines }) => ({
		helplines: moved(helplines, keyIn(form), form.get('by') === 'earlier' ? -1 : 1)
	})),
	remove: changing(KEYS, (form, { helplines }) => ({
		helplines: helplines.filter(({ key }) => key !== keyIn(form))
	})),
	...waysBack(KEYS)
};
