import { redirect } from '@sveltejs/kit';
import { sendConcern } from '#lib/concerns/asking.server.ts';
import { workersToWishFor } from '#lib/concerns/readers.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import {
	closed,
	fieldsOf,
	fillAgain,
	isTheirs,
	lookAt,
	notYet,
	readForm,
	startAfresh,
	talkFrame
} from '../../../talking.server.ts';
import { signedIn } from '../../signed-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { youngPerson } = signedIn(locals);
	const workers = await workersToWishFor(database(), youngPerson);
	return { ...(await talkFrame(new Date())), workers, fresh: startAfresh(youngPerson.youngPersonId) };
};

export const actions: Actions = {
	look: async ({ request, locals }) => {
		const { youngPerson } = signedIn(locals);
		const form = await request.formData();
		return isTheirs(form, youngPerson.youngPersonId) ? lookAt(form, youngPerson) : closed(youngPerson.youngPersonId);
	},
	change: async ({ request, locals }) => {
		const { youngPersonId } = signedIn(locals).youngPerson;
		const form = await request.formData();
		return isTheirs(form, youngPersonId) ? fillAgain(form) : closed(youngPersonId);
	},
	send: async ({ request, locals }) => {
		const now = new Date();
		const { youngPerson } = signedIn(locals);
		const form = await request.formData();
		if (!isTheirs(form, youngPerson.youngPersonId)) return closed(youngPerson.youngPersonId);
		const read = readForm(form, youngPerson);
		if (read.kind === 'refused') return read.answer;
		const sending = { once: fieldsOf(form).once, browser: '' };
		const sent = await sendConcern(database(), keyring(), youngPerson, read.asking, sending, now);
		if (sent.kind === 'wait') return notYet(form, sent.seconds, now);
		redirect(303, sent.kind === 'sent' ? `/me/talk/${sent.id}?sent` : '/me/talk');
	}
};
