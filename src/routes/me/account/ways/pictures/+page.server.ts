import { fail, redirect } from '@sveltejs/kit';
import { choose, NOTHING_CHOSEN, tappedIn } from '#lib/auth/young/ways/picture-password.ts';
import { choosingSoFar, rememberChoosing, useFromNow } from '../changing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies }) => {
	const { first, picked } = choosingSoFar(cookies, new Date());
	return { again: first !== null, picked: picked.length };
};

export const actions: Actions = {
	default: async (event) => {
		const now = new Date();
		const form = await event.request.formData();
		const before = form.has('afresh') ? NOTHING_CHOSEN : choosingSoFar(event.cookies, now);
		const choice = choose(before, tappedIn(form));
		if (choice.kind === 'chosen') return useFromNow(event, { way: 'pictures', pictures: choice.pictures }, now);
		rememberChoosing(event.cookies, choice.choosing, now);
		if (choice.kind !== 'go on') return fail(400, { reason: choice.kind });
		redirect(303, '/me/account/ways/pictures');
	}
};
