import { complainOpenly } from '#lib/data-rights/asking.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import { complain, complaintForm } from '../../../complaining.server.ts';
import { browserOf } from './browser.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies }) => {
	browserOf(cookies, new Date());
	return complaintForm();
};

export const actions: Actions = {
	default: ({ request, cookies }) => {
		const { db, keyring } = theServer();
		return complain(request, (given, once, now) =>
			complainOpenly(db, keyring, given, { once, browser: browserOf(cookies, now) }, now)
		);
	}
};
