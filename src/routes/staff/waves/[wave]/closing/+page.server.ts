import { redirect } from '@sveltejs/kit';
import { mustBackUp } from '#lib/backups/backups.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import { startWork } from '#lib/jobs/progress.server.ts';
import { closeWave } from '#lib/waves/closing.server.ts';
import { UNFINISHED } from '#lib/waves/wave.ts';
import type { Actions, PageServerLoad } from './$types';
import { theirWave } from '../theirs.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { wave } = await theirWave(locals, params.wave);
	if (!UNFINISHED.includes(wave.status)) redirect(303, `/staff/waves/${wave.id}`);
	return { wave: { id: wave.id, name: wave.name, closes: wave.closes } };
};

const SAID = {
	closed: 'The wave is closed and counted, and its key is destroyed.',
	'key is lost':
		'The wave’s key is not in the keyring, so nothing was changed. The operator can put it back with both halves: earshot wave recover.',
	'box is damaged':
		'Some ballots do not open, so nothing was counted yet. The operator can count the others and state it: earshot wave close --leave-out-damaged.',
	'not open': 'This wave is not open.',
	'not allowed': 'You may not close this wave.',
	'could not be counted': 'The answers could not be counted.'
} as const;

export const actions: Actions = {
	default: async ({ locals, params }) => {
		const { actor, wave } = await theirWave(locals, params.wave);
		const { db, keyring } = theServer();
		startWork(wave.id, 'Closing the wave', async (report) => {
			const closed = await closeWave(db, keyring, actor, wave, {
				now: new Date(),
				backUp: () => mustBackUp(theServer(), actor, new Date()),
				progress: report
			});
			return SAID[closed.kind];
		});
		redirect(303, `/staff/waves/${wave.id}`);
	}
};
