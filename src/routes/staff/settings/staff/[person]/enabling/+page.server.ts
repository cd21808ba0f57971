import { fail, redirect } from '@sveltejs/kit';
import { enableColleague } from '#lib/auth/colleagues/access.server.ts';
import { roleName } from '#lib/auth/colleagues/role.ts';
import { database } from '#lib/database/running.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { nothingHere, theirOther } from '../../theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { id, name, roles, disabled } = (await theirOther(locals, params.person)).colleague;
	if (!disabled) redirect(303, `/staff/settings/staff/${id}`);
	const back = roles.filter((role) => role !== 'administrator').map(roleName);
	return { colleague: { id, name, back, wasAdministrator: roles.includes('administrator') } };
};

export const actions: Actions = {
	default: async ({ locals, params }) => {
		const now = new Date();
		const { actor, colleague } = await theirOther(locals, params.person);
		const done = await enableColleague(database(), actor, colleague.id, now);
		if (done.kind === 'not theirs') return nothingHere();
		if (done.kind === 'administrator only') return fail(409, { needsRole: true });
		redirect(303, `/staff/settings/staff/${colleague.id}`);
	}
};
