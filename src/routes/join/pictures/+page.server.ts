import { fail, redirect } from '@sveltejs/kit';
import { choose, NOTHING_CHOSEN, tappedIn } from '#lib/auth/young/ways/picture-password.ts';
import { endJoining, namedJoining, rememberJoining } from '../joining.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies }) => {
	const { first, picked } = namedJoining(cookies, new Date()).choosing;
	return { again: first !== null, picked: picked.length };
};

export const actions: Actions = {
	default: async (event) => {
		const now = new Date();
		const so = namedJoining(event.cookies, now);
		const form = await event.request.formData();
		const before = form.has('afresh') ? NOTHING_CHOSEN : so.choosing;
		const choice = choose(before, tappedIn(form));
		if (choice.kind === 'chosen') return endJoining(event, so, { way: 'pictures', pictures: choice.pictures }, now);
		rememberJoining(event.cookies, { ...so, choosing: choice.choosing }, now);
		if (choice.kind !== 'go on') return fail(400, { reason: choice.kind });
		redirect(303, '/join/pictures');
	}
};
