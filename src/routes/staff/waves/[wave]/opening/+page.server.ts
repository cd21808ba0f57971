import { fail, redirect } from '@sveltejs/kit';
import { database, keyring } from '#lib/database/running.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { leftOutOn, openWave } from '#lib/waves/opening.server.ts';
import { sayLeftOut } from '#lib/waves/words.ts';
import type { Actions, PageServerLoad } from './$types';
import { theirWave } from '../theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { actor, wave } = await theirWave(locals, params.wave);
	return {
		leftOut: sayLeftOut(await leftOutOn(database(), actor, dayOf(new Date()))),
		wave: { id: wave.id, name: wave.name, status: wave.status }
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { actor, wave } = await theirWave(locals, params.wave);
		const form = await request.formData();
		const [first, second] = ['first', 'second'].map((name) => String(form.get(name) ?? '').trim()) as [string, string];
		if ((first === '') !== (second === '') || (first !== '' && first === second)) {
			return fail(422, { problem: 'Name two different people, or leave both empty.', first, second });
		}
		const holders = first ? ([first, second] as const) : null;
		const opened = await openWave(database(), keyring(), actor, wave, { today: dayOf(new Date()), holders });
		switch (opened.kind) {
			case 'opened':
				if (!opened.halves) redirect(303, `/staff/waves/${wave.id}`);
				return { holders: [first, second], halves: opened.halves };
			case 'too few':
				return fail(409, {
					problem: `Only ${opened.eligible} young people could be asked. A wave needs 25, so that nobody can be picked out. Take in the statutory return first.`,
					first,
					second
				});
			case 'closing day is past':
				return fail(409, { problem: 'Its closing day is past. Draft a wave with a later one.', first, second });
			case 'another is open':
				return fail(409, { problem: `“${opened.name}” is still open. Close it first.`, first, second });
			case 'not drafted':
			case 'not allowed':
				redirect(303, `/staff/waves/${wave.id}`);
		}
	}
};
