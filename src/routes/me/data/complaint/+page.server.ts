import { askMyself } from '#lib/data-rights/asking.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import { complain, complaintForm } from '../../../complaining.server.ts';
import { signedIn } from '../../signed-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = complaintForm;

export const actions: Actions = {
	default: ({ locals, request }) => {
		const { youngPerson } = signedIn(locals);
		const { db, keyring } = theServer();
		return complain(request, ({ words }, once, now) =>
			askMyself(db, keyring, youngPerson, { kind: 'complaint', words, once }, now)
		);
	}
};
