import { database } from '#lib/database/running.server.ts';
import { councilName, helplinesChecked } from '#lib/settings/council.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({
	council: await councilName(database()),
	checked: await helplinesChecked(database())
});
