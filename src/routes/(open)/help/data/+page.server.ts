import { complainOpenly } from '#lib/data-rights/asking.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import { complain, complaintForm } from '../../../complaining.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = complaintForm;

export const actions: Actions = {
	default: ({ request }) => {
		const { db, keyring } = theServer();
		return complain(request, (given, once, now) => complainOpenly(db, keyring, given, once, now));
	}
};
