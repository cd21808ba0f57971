import type { LayoutServerLoad } from './$types';
import { questionnaireViewed } from '../../viewed.server.ts';

/** Which version is previewed, and where in it: the last segment of the address. */
export const load: LayoutServerLoad = ({ locals, params, url }) => ({
	version: questionnaireViewed(locals, params.version).version,
	here: url.pathname.split('/').at(-1) ?? ''
});
