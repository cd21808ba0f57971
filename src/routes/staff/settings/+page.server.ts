import { dayOf } from '#lib/calendar/day.ts';
import { helplinesNeedChecking } from '#lib/settings/helplines.ts';
import { shown } from './changing.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { settings } = await shown(locals, []);
	return { settings, needChecking: helplinesNeedChecking(settings['helplines checked'], dayOf(new Date())) };
};
