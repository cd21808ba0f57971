import { redirect } from '@sveltejs/kit';
import { afterSending, anchorOf, wayBack } from '#lib/ui/comfort/comfort.ts';
import type { Actions, PageServerLoad } from './$types';
import { comfortIn, keepComfort } from './keeping.server.ts';

export const load: PageServerLoad = ({ cookies, url }) => ({
	comfort: comfortIn(cookies),
	to: wayBack(url.searchParams.get('to'))
});

export const actions: Actions = {
	default: async ({ request, cookies, url }) => {
		const fields = await request.formData();
		keepComfort(cookies, afterSending(comfortIn(cookies), fields));
		const to = encodeURIComponent(wayBack(url.searchParams.get('to')));
		redirect(303, `/comfort?to=${to}#${anchorOf(fields)}`);
	}
};
