/*
 * What frames every page for staff and Committee: who is signed in, and the places open to them. Entry itself is the hook's.
 */
import type { SignedIn } from '#lib/auth/actor.ts';
import { mayEnter } from '#lib/auth/areas.ts';
import { database } from '#lib/database/running.server.ts';
import { councilName } from '#lib/settings/council.server.ts';
import { mayRunWaves } from '#lib/waves/waves.server.ts';

const PLACES = [
	{ href: '/staff/waves', label: 'Waves', open: (actor: SignedIn) => mayRunWaves(actor) },
	{
		href: '/committee',
		label: 'What young people said',
		open: (actor: SignedIn) => mayEnter('/committee', actor) === 'welcome'
	}
];

/** The frame of a page for whoever is signed in. */
export async function frameOf(locals: App.Locals, url: URL) {
	const { actor } = locals;
	return {
		name: actor?.name ?? '',
		council: await councilName(database()),
		navigation: PLACES.filter(({ open }) => actor && open(actor)).map(({ href, label }) => ({
			href,
			label,
			current: url.pathname.startsWith(href)
		}))
	};
}
