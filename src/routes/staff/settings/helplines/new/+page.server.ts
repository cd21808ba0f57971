import { redirect } from '@sveltejs/kit';
import { changing, shown, waysBack } from '../../changing.server.ts';
import { helplineIn, KEYS } from '../listing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => shown(locals, KEYS);

const add = changing(KEYS, (form, { helplines }) => ({
	helplines: [...helplines, helplineIn(form, helplines)]
}));

export const actions: Actions = {
	change: async (event) => {
		const added = await add(event);
		if ('said' in added) redirect(303, '/staff/settings/helplines');
		return added;
	},
	...waysBack(KEYS)
};
