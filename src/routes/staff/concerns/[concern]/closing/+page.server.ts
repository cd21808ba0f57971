import { fail, redirect } from '@sveltejs/kit';
import { closeConcern } from '#lib/concerns/board/closings.server.ts';
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
			case 'closed already':
				return redirect(303, `/staff/concerns/${concern}?done=closed`);
			case 'wrong':
				return fail(422, { kind: closed.kind, faults: closed.faults, given });
			case 'not read yet':
				return notYet('changed in between', given);
			default:
				return notYet(closed.kind, given);
		}
	}
};
