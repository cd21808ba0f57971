import { fail } from '@sveltejs/kit';
import { heldBy, whoCanTake } from '#lib/auth/colleagues/holdings.server.ts';
import { leave } from '#lib/auth/colleagues/leaving.server.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { database } from '#lib/database/running.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { nothingHere, theirOther } from '../../theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { actor, colleague } = await theirOther(locals, params.person);
	const { id, name, disabled } = colleague;
	const holds = await heldBy(database(), id, new Date());
	const colleagues = await colleaguesOf(database(), 'council');
	return {
		colleague: { id, name, disabled },
		holds: holds.map((held) => ({
			...held,
			able: whoCanTake(colleagues, held.key, id, actor).map((one) => ({ id: one.id, name: one.name }))
		}))
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const now = new Date();
		const { actor, colleague } = await theirOther(locals, params.person);
		const form = await request.formData();
		const holds = await heldBy(database(), colleague.id, now);
		const to = Object.fromEntries(holds.map(({ key }) => [key, String(form.get(key) ?? '')]));
		const left = await leave(database(), actor, colleague.id, to, now);
		switch (left.kind) {
			case 'left':
				return { handedOver: left.handedOver.map(({ words }) => words) };
			case 'with nobody':
				return fail(409, { withNobody: left.held.map(({ key }) => key), to });
			case 'last administrator':
				return fail(409, { last: true, to });
			case 'not theirs':
				return nothingHere();
		}
	}
};
