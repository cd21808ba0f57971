import { namedJoining, rememberJoining } from '../joining.server.ts';
import { NOTHING_CHOSEN } from '#lib/auth/young/ways/picture-password.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies }) => {
	const now = new Date();
	const so = namedJoining(cookies, now);
	rememberJoining(cookies, { ...so, choosing: NOTHING_CHOSEN }, now);
	return { name: so.userName, again: so.again };
};
