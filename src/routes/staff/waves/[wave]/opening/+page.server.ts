import { fail, redirect } from '@sveltejs/kit';
import { database, keyring } from '#lib/database/running.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { stateOf } from '#lib/auth/colleagues/colleague.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { openWave } from '#lib/waves/opening.server.ts';
import { holdersChosen } from '#lib/waves/recovery.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { theirWave } from '../theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { wave } = await theirWave(locals, params.wave);
	const colleagues = (await colleaguesOf(database(), 'council')).filter((one) => stateOf(one) === 'in use');
	return {
		colleagues: colleagues.map(({ id, name, roles }) => ({ id, words: `${name} (${roles.join(', ')})` })),
		wave: { id: wave.id, name: wave.name, status: wave.status }
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { actor, wave } = await theirWave(locals, params.wave);
		const form = await request.formData();
		const [first, second] = ['first', 'second'].map((name) => String(form.get(name) ?? '')) as [string, string];
		const none = first === '' && second === '';
		const holders = none ? null : await holdersChosen(database(), [first, second]);
		if (!none && !holders)
			return fail(422, { problem: 'Choose two people with different names, or leave both empty.', first, second });
		const now = new Date();
		const opened = await openWave(database(), keyring(), actor, wave, { today: dayOf(now), holders, now });
		switch (opened.kind) {
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
			default:
				redirect(303, `/staff/waves/${wave.id}`);
		}
	}
};
