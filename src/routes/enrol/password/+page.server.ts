import { fail } from '@sveltejs/kit';
import { passwordFault, SHORTEST } from '#lib/auth/staff/own/password.ts';
import { hashPassword } from '#lib/auth/staff/own/passwords.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { goOn, underWayAt } from '../going-on.server.ts';

const PATH = '/enrol/password';

export const load: PageServerLoad = async ({ cookies }) => {
	const { person } = await underWayAt(PATH, cookies, new Date());
	return { person, shortest: SHORTEST };
};

export const actions: Actions = {
	default: async ({ cookies, request }) => {
		const now = new Date();
		const { enrolment, person } = await underWayAt(PATH, cookies, now);
		const form = await request.formData();
		const password = String(form.get('password') ?? '').slice(0, 500);
		const fault = passwordFault(password, person);
		if (fault !== null) return fail(422, { fault });
		goOn(cookies, { ...enrolment, passwordHash: await hashPassword(password) }, now);
	}
};
