import { redirect } from '@sveltejs/kit';
import { momentInWords } from '#lib/calendar/day.ts';
import { database, theServer } from '#lib/database/running.server.ts';
import { jobsAsTheyStand, jobsHealth } from '#lib/jobs/health.server.ts';
import { channelsInWords } from '#lib/notices/channels/channels.server.ts';
import { GIVEN_UP, noticesHealth } from '#lib/notices/health.server.ts';
import { noticesOverview, sendTest, tryAgain } from '#lib/notices/overview.server.ts';
import { administratorIn } from '../changing.server.ts';
import type { Actions, PageServerLoad } from './$types';

const told = (at: Date | null) => (at ? momentInWords(at) : null);

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = administratorIn(locals);
	const { db, configuration } = theServer();
	const now = new Date();
	const overview = await noticesOverview(db, actor, now);
	const [standing, health] = [await jobsAsTheyStand(db, now), await jobsHealth(db, now)];
	return {
		said: url.searchParams.get('said'),
		counts: overview?.counts ?? null,
		longestDue: told(overview?.longestDue ?? null),
		givenUp: (overview?.givenUp ?? []).map(({ made, ended, ...one }) => ({
			...one,
			made: told(made),
			ended: told(ended)
		})),
		channels: channelsInWords(configuration),
		findings: (await noticesHealth(db, now, configuration.channels)).filter(
			({ what, state }) => state !== 'good' && what !== GIVEN_UP
		),
		jobs: standing.map(({ name, ended, due, outcome, running }, at) => {
			const { state, words } = health[at] ?? { state: 'good' as const, words: '' };
			return { name, last: told(ended), next: told(due), outcome, running, state, words };
		})
	};
};

const saying = (said: string) => redirect(303, `/staff/settings/notices?said=${encodeURIComponent(said)}`);

export const actions: Actions = {
	again: async ({ locals, request }) => {
		const id = (await request.formData()).get('notice');
		const which = typeof id === 'string' ? { id } : 'all';
		const count = await tryAgain(database(), administratorIn(locals), which, new Date());
		saying(String(count));
	},
	test: async ({ locals }) => {
		const { db, configuration } = theServer();
		saying(await sendTest(db, administratorIn(locals), configuration, new Date()));
	}
};
