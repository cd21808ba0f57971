import { redirect } from '@sveltejs/kit';
import { PICTURES_IN_ORDER, pickedInOrder, tappedIn } from '#lib/auth/young/ways/picture-password.ts';
import { comeInWith, rememberAtTheDoor, whoIsAtTheDoor } from '../coming-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies }) => ({ picked: whoIsAtTheDoor(cookies, new Date()).picked.length });

export const actions: Actions = {
	default: async (event) => {
		const now = new Date();
		const who = whoIsAtTheDoor(event.cookies, now);
		const form = await event.request.formData();
		const before = form.has('afresh') ? [] : who.picked;
		const picked = pickedInOrder(before, tappedIn(form));
		const whole = picked.length === PICTURES_IN_ORDER;
		// Nothing is looked at before the fourth, and nothing is kept after it.
		rememberAtTheDoor(event.cookies, { ...who, picked: whole ? [] : picked }, now);
		if (!whole) redirect(303, '/sign-in/pictures');
		return comeInWith(event, who, { way: 'pictures', pictures: picked }, 'door:pictures.no', now);
	}
};
