import { isRecordDamaged } from '#lib/audit/checks.server.ts';
import { concernsHealth } from '#lib/concerns/health.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { requestsHealth } from '#lib/data-rights/told.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import { noticesHealth } from '#lib/notices/health.server.ts';
import { countsOf } from '#lib/recordings/reading-list.ts';
import { recordingsIn } from '#lib/recordings/recordings.server.ts';
import { helplinesNeedChecking } from '#lib/settings/helplines.ts';
import { administratorIn, shown } from './changing.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { settings } = await shown(locals, []);
	const talking = (await concernsHealth(theServer().db, new Date())).filter(({ state }) => state !== 'good');
	const { db, configuration } = theServer();
	const notices = await noticesHealth(db, new Date(), configuration.channels);
	const wrong = notices.find(({ state }) => state === 'wrong') ?? notices.find(({ state }) => state === 'warning');
	const requests = (await requestsHealth(db, new Date())).find(({ state }) => state !== 'good');
	return {
		settings,
		recordings: countsOf('en', await recordingsIn(db, administratorIn(locals), 'en')).all,
		recordIsDamaged: await isRecordDamaged(db),
		talking: talking.map(({ words }) => words),
		requestsWrong: requests?.words ?? null,
		noticesWrong: wrong?.words ?? null,
		needChecking: helplinesNeedChecking(settings['helplines checked'], dayOf(new Date()))
	};
};
