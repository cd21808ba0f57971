import { versionNamed } from '#lib/surveys/overview/facts.ts';
import type { LayoutServerLoad } from './$types';

/** Which version is previewed, and where in it: the last segment of the address. Who may look is decided by each page. */
export const load: LayoutServerLoad = ({ params, url }) => ({
	version: versionNamed(params.version) ?? '11-17',
	here: url.pathname.split('/').at(-1) ?? ''
});
