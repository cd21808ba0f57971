import { redirect } from '@sveltejs/kit';
import { sendConcern } from '#lib/concerns/asking.server.ts';
import { workersToWishFor } from '#lib/concerns/readers.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { fieldsOf, fillAgain, lookAt, notYet, readForm, startAfresh, talkFrame } from '../../../talking.server.ts';
import { signedIn } from '../../signed-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	...(await talkFrame(new Date())),
	workers: await workersToWishFor(database(), signedIn(locals).youngPerson),
	fresh: startAfresh()
});

export const actions: Actions = {
	look: async ({ request, locals }) => lookAt(await request.formData(), signedIn(locals).youngPerson),
	change: async ({ request }) => fillAgain(await request.formData()),
	send: async ({ request, locals }) => {
		const now = new Date();
		const { youngPerson } = signedIn(locals);
		const form = await request.formData();
		const read = readForm(form, youngPerson);
		if (read.kind === 'refused') return read.answer;
		const { once } = fieldsOf(form);
		const sending = { once, browser: '' };
		const sent = await sendConcern(database(), keyring(), youngPerson, read.asking, sending, now);
		if (sent.kind === 'wait') return notYet(form, sent.seconds, now);
		redirect(303, sent.kind === 'sent' ? `/me/talk/${sent.id}?sent` : '/me/talk');
	}
};
