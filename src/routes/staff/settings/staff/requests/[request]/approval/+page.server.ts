import { fail } from '@sveltejs/kit';
import { agreeToRole, mayAgree } from '#lib/auth/colleagues/role-requests.server.ts';
import { asRole } from '#lib/auth/colleagues/role.ts';
import { database } from '#lib/database/running.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { nothingHere, theirAdministrator, theirRequest } from '../../../theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params, request: { method } }) => {
	// After agreeing the request is gone, and the page says so.
	if (method === 'POST') return { request: null };
	const { actor, request } = await theirRequest(locals, params.request);
	if (!mayAgree(actor, request)) nothingHere();
	const { id, name, staffId, askedByName, role } = request;
	return { request: { id, name, staffId, askedByName, role: asRole(role) } };
};

export const actions: Actions = {
	default: async ({ locals, params }) => {
		const agreed = await agreeToRole(database(), theirAdministrator(locals), params.request, new Date());
		if (agreed.kind === 'not theirs') return nothingHere();
		const { name, staffId, role } = agreed.request;
		const told = { name, staffId, role: asRole(role), requestId: params.request };
		return agreed.kind === 'agreed' ? { ...told, agreed: true } : fail(409, { ...told, agreed: false });
	}
};
