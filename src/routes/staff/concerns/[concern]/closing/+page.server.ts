import { fail, redirect } from '@sveltejs/kit';
import { dayOf } from '#lib/calendar/day.ts';
import { closeConcern } from '#lib/concerns/board/closings.server.ts';
import { findConcern } from '#lib/concerns/board/reach.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { actorIn, notYet, shownIn, theirThread } from '../../theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const thread = await theirThread(locals, params.concern);
	if (thread.standing === 'closed') redirect(303, `/staff/concerns/${thread.id}`);
	return { thread };
};

export const actions: Actions = {
	default: async ({ locals, params: { concern }, request }) => {
		const { db, keyring } = theServer();
		const form = await request.formData();
		const given = { forThem: String(form.get('forThem') ?? ''), forRecord: String(form.get('forRecord') ?? '') };
		const shown = shownIn(concern, form);
		const closed = await closeConcern(db, keyring, actorIn(locals), { ...shown, ...given }, new Date());
		switch (closed.kind) {
			case 'closed':
			case 'closed already': {
				// Whom it went up to reads it only while it is open.
				const stays = await findConcern(db, actorIn(locals), concern, dayOf(new Date()));
				return redirect(303, stays ? `/staff/concerns/${concern}?done=closed` : '/staff');
			}
			case 'wrong':
				return fail(422, { kind: closed.kind, faults: closed.faults, given });
			case 'not read yet':
				return fail(409, { kind: closed.kind, given });
			default:
				return notYet(closed.kind, given);
		}
	}
};
