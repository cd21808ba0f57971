import { fail, redirect } from '@sveltejs/kit';
import { SHORTEST } from '#lib/auth/staff/own/password.ts';
import { changePassword } from '#lib/auth/staff/own/passwords.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { refused } from '../../../sign-in/staff/refused.server.ts';
import { whose } from '../../whose.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ shortest: SHORTEST });

export const actions: Actions = {
	default: async (event) => {
		const { actor, session } = whose(event.locals);
		const [form, now] = [await event.request.formData(), new Date()];
		const typed = (name: string) => String(form.get(name) ?? '').slice(0, 500);
		const given = { old: typed('old'), fresh: typed('fresh'), session: session.id };
		const changed = await changePassword(database(), keyring(), actor, given, now);
		switch (changed.kind) {
			case 'changed':
				return redirect(303, '/account?done=password');
			case 'has none':
				return redirect(303, '/account');
			case 'weak':
				return fail(422, { fault: changed.fault });
			default:
				return refused(event, changed, now, {});
		}
	}
};
