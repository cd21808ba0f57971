/*
 * The way around the staff pages: what stands in the navigation for whoever is signed in. Entry itself is the hook's.
 */
import { mayEnter } from '#lib/auth/areas.ts';
import type { SignedIn } from '#lib/auth/actor.ts';

const PLACES = [
	{ href: '/staff/waves', route: '/staff/waves', label: 'Waves' },
	{ href: '/committee', route: '/committee', label: 'Releases' }
];

/** The places open to somebody, the current one marked. */
export function navigationFor(actor: SignedIn | null, current: string) {
	return PLACES.filter(({ route }) => mayEnter(route, actor) === 'welcome').map(({ href, label }) => ({
		href,
		label,
		current: current.startsWith(href)
	}));
}
