import { fail, redirect } from '@sveltejs/kit';
import { endEnrolling } from '#lib/auth/staff/enrolling.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { homeOf, welcomeIn } from '../../letting-in.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { underWayAt } from '../going-on.server.ts';

const PATH = '/enrol/codes';

export const load: PageServerLoad = async ({ cookies }) => {
	const { enrolment } = await underWayAt(PATH, cookies, new Date());
	return { codes: enrolment.recoveryCodes };
};

export const actions: Actions = {
	default: async (event) => {
		const { cookies, request } = event;
		const now = new Date();
		const { enrolment } = await underWayAt(PATH, cookies, now);
		if (!(await request.formData()).has('kept')) return fail(422, { notKept: true });
		const ended = await endEnrolling(database(), keyring(), enrolment, now);
		const means = ended?.means ?? 'password and code';
		const actor = ended && (await welcomeIn(event, enrolment.staffId, means, now));
		if (!actor) redirect(303, '/enrol?notice=ended');
		redirect(303, homeOf({ actor, youngPerson: null }));
	}
};
