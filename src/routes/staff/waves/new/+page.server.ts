import { error, fail, redirect } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { createWave, mayRunWaves } from '#lib/waves/waves.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	if (!locals.actor || !mayRunWaves(locals.actor)) error(404, 'There is nothing here.');
	return { today: dayOf(new Date()) };
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		if (!locals.actor) error(404, 'There is nothing here.');
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const given = { name: text('name'), opens: text('opens'), closes: text('closes') };
		const created = await createWave(database(), locals.actor, given, dayOf(new Date()));
		if (created.kind === 'not allowed') error(404, 'There is nothing here.');
		if (created.kind === 'wrong') return fail(422, { reasons: created.reasons, given });
		redirect(303, `/staff/waves/${created.id}`);
	}
};
