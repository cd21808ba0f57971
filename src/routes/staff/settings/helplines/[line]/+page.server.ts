import { error } from '@sveltejs/kit';
import { changing, shown, waysBack } from '../../changing.server.ts';
import { helplineIn, KEYS } from '../listing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const page = await shown(locals, KEYS);
	const line = page.settings.helplines.find(({ key }) => key === params.line);
	if (!line) error(404, 'There is nothing here.');
	return { ...page, line };
};

export const actions: Actions = {
	change: (event) =>
		changing(KEYS, (form, { helplines }) => {
			const typed = helplineIn(form, helplines, event.params.line);
			return { helplines: helplines.map((one) => (one.key === typed.key ? typed : one)) };
		})(event),
	...waysBack(KEYS)
};
