import { endJoining, namedJoining } from '../joining.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies }) => {
	namedJoining(cookies, new Date());
};

export const actions: Actions = {
	default: async (event) => {
		const now = new Date();
		return endJoining(event, namedJoining(event.cookies, now), { way: 'card' }, now);
	}
};
