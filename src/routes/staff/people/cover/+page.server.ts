import { error, fail } from '@sveltejs/kit';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { database } from '#lib/database/running.server.ts';
import { coverChoices, coversFor, endCover, setCover } from '#lib/people/workers/covers.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { seekerOf } from '../theirs.server.ts';
import { textsOf } from '../../form.ts';

export const load: PageServerLoad = async ({ locals }) => {
	const actor = seekerOf(locals);
	const today = dayOf(new Date());
	const db = database();
	return {
		today,
		me: actor.staffId,
		covers: await coversFor(db, actor, today),
		choices: await coverChoices(db, actor)
	};
};

export const actions: Actions = {
	set: async ({ locals, request }) => {
		const given = { staffId: '', coveredBy: '', starts: '', ends: '', ...textsOf(await request.formData()) };
		const set = await setCover(database(), seekerOf(locals), given, new Date());
		if (set.kind === 'not allowed') error(404, 'There is nothing here.');
		if (set.kind === 'wrong') return fail(422, { kind: 'wrong' as const, faults: set.faults, given });
		const names = await colleaguesOf(database(), 'council');
		const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? '';
		const { staffId, coveredBy, starts, ends } = set.cover;
		return { kind: 'set' as const, away: nameOf(staffId), by: nameOf(coveredBy), starts, ends };
	},
	end: async ({ locals, request }) => {
		const { cover = '' } = textsOf(await request.formData());
		if (!(await endCover(database(), seekerOf(locals), cover, new Date()))) error(404, 'There is nothing here.');
		return { kind: 'ended' as const };
	}
};
