import type { PageServerLoad } from './$types';
import { questionnaireViewed } from '../viewed.server.ts';

/** The version alone: the page looks its questions up, instead of having them packed into the answer as data. */
export const load: PageServerLoad = ({ locals, params }) => ({
	version: questionnaireViewed(locals, params.version).version
});
