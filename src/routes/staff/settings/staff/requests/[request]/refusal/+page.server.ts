import { redirect } from '@sveltejs/kit';
import { refuseRole } from '#lib/auth/colleagues/role-requests.server.ts';
import { asRole } from '#lib/auth/colleagues/role.ts';
import { database } from '#lib/database/running.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { nothingHere, theirAdministrator, theirRequest } from '../../../theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { actor, request } = await theirRequest(locals, params.request);
	const { name, role, askedByName, askedBy } = request;
	return { request: { name, askedByName, role: asRole(role), own: askedBy === actor.staffId } };
};

export const actions: Actions = {
	default: async ({ locals, params }) => {
		const refused = await refuseRole(database(), theirAdministrator(locals), params.request, new Date());
		if (!refused) return nothingHere();
		redirect(303, `/staff/settings/staff/${refused.staffId}`);
	}
};
