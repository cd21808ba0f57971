import { redirect } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { startWork } from '#lib/jobs/progress.server.ts';
import { whyNotReleased } from '#lib/releases/words/refusal.ts';
import { releaseResults } from '#lib/releases/releases.server.ts';
import { halvesOf } from '#lib/waves/recovery.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { theirWave } from '../theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { wave } = await theirWave(locals, params.wave);
	if (wave.status !== 'closed') redirect(303, `/staff/waves/${wave.id}`);
	const halves = await halvesOf(database(), wave.id);
	return {
		wave: { id: wave.id, name: wave.name },
		stillHeld: halves.filter(({ destroyed }) => !destroyed).map(({ holder }) => holder)
	};
};

export const actions: Actions = {
	default: async ({ locals, params, request }) => {
		const { actor, wave } = await theirWave(locals, params.wave);
		const statesHalvesKept = (await request.formData()).has('state-it');
		startWork(wave.id, 'Making the release', async (report) => {
			const outcome = await releaseResults(database(), actor, wave.id, {
				today: dayOf(new Date()),
				now: new Date(),
				statesHalvesKept,
				progress: (done, of) => report('Counting and protecting', done, of)
			});
			return outcome.kind === 'released' ? 'The release is made and can be read.' : whyNotReleased(outcome);
		});
		redirect(303, `/staff/waves/${wave.id}`);
	}
};
