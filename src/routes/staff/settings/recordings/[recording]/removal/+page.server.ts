import { error, redirect } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { recordingsIn, removeRecording } from '#lib/recordings/recordings.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { listNamed, recorderIn } from '../../recording.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const recordings = await recordingsIn(database(), recorderIn(locals), 'en');
	const recording = recordings.find(({ id }) => id === params.recording);
	if (!recording) error(404, 'There is no such recording.');
	return { id: recording.id, words: recording.words, list: listNamed(url) };
};

export const actions: Actions = {
	default: async ({ locals, params, url }) => {
		const removed = await removeRecording(database(), recorderIn(locals), params.recording, new Date());
		if (removed.kind !== 'removed') error(404, 'There is no such recording.');
		redirect(303, `/staff/settings/recordings?of=${listNamed(url)}&removed`);
	}
};
