import { MOST_LETTERS } from '#lib/auth/young/ways/secret-words.ts';
import { comeInWith, whoIsAtTheDoor } from '../coming-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies }) => {
	whoIsAtTheDoor(cookies, new Date());
};

export const actions: Actions = {
	default: async (event) => {
		const now = new Date();
		const who = whoIsAtTheDoor(event.cookies, now);
		const words = String((await event.request.formData()).get('words') ?? '').slice(0, MOST_LETTERS);
		return comeInWith(event, who, { way: 'secret words', words }, 'door:words.no', now);
	}
};
