import { frameOf } from '../frame.server.ts';
import type { LayoutServerLoad } from './$types';

/** The advocacy service's own area: its frame has nothing of the council's but the name it is known by. */
export const load: LayoutServerLoad = ({ locals, url }) => ({
	...frameOf(locals, url),
	navigation: [{ href: '/advocate', label: 'Requests', current: url.pathname === '/advocate' }]
});
