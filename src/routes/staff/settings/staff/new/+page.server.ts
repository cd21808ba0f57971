import { fail } from '@sveltejs/kit';
import { addStaff } from '#lib/auth/staff/accounts.server.ts';
import { database } from '#lib/database/running.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { enrolmentLink } from '../enrolment-links.server.ts';
import { nothingHere, theirAdministrator } from '../theirs.server.ts';

export const load: PageServerLoad = ({ locals, url }) => {
	theirAdministrator(locals);
	return { site: url.host };
};

export const actions: Actions = {
	default: async ({ locals, request, url }) => {
		const actor = theirAdministrator(locals);
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '').slice(0, 200);
		const given = { name: text('name'), email: text('email'), roles: form.getAll('role').map(String) };
		const added = await addStaff(database(), actor, given, new Date());
		switch (added.kind) {
			case 'added':
				return { id: added.id, name: given.name.trim(), link: await enrolmentLink(url.origin, added.code) };
			case 'wrong':
				return fail(422, { reasons: added.reasons, given });
			case 'there already':
				return fail(409, { reasons: [`Somebody has an account with the address ${given.email} already.`], given });
			case 'not allowed':
				return nothingHere();
		}
	}
};
