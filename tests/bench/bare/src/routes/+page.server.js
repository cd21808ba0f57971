import { redirect } from '@sveltejs/kit';
import { insertAnswer, whoIs } from '../database.js';

export const load = ({ cookies }) => ({ name: whoIs.get(cookies.get('session') ?? '')?.name ?? 'nobody' });

export const actions = {
	default: async ({ request }) => {
		insertAnswer.run(String((await request.formData()).get('answer')));
		redirect(303, '/');
	}
};
