import { councilName } from '#lib/settings/council.server.ts';
import { database } from '#lib/database/running.server.ts';
import type { LayoutServerLoad } from './$types';
import { navigationFor } from './navigation.ts';

export const load: LayoutServerLoad = async ({ locals, url }) => ({
	name: locals.actor?.name ?? '',
	council: await councilName(database()),
	navigation: navigationFor(locals.actor, url.pathname)
});
