import { userNameOf } from '#lib/auth/young/accounts.server.ts';
import { closesIn } from '#lib/auth/young/devices.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { signedIn } from './signed-in.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
	const { youngPerson, session } = signedIn(locals);
	return {
		userName: await userNameOf(database(), keyring(), youngPerson),
		closes: closesIn(session, new Date())
	};
};
