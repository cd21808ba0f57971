import { error, fail } from '@sveltejs/kit';
import { momentInWords } from '#lib/calendar/day.ts';
import { database } from '#lib/database/running.server.ts';
import { addSounds } from '#lib/recordings/adding.server.ts';
import { countsOf, leftOver, linesOf } from '#lib/recordings/reading-list.ts';
import { recordingsIn } from '#lib/recordings/recordings.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { listNamed, recorderIn, soundsIn } from './recording.server.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = recorderIn(locals);
	const list = listNamed(url);
	const found = await recordingsIn(database(), actor, 'en');
	const recordings = found.map(({ at, ...one }) => ({ ...one, at: momentInWords(at) }));
	return {
		list,
		onlyMissing: url.searchParams.has('missing'),
		removed: url.searchParams.has('removed'),
		stretches: linesOf(list, 'en', recordings),
		counts: countsOf('en', recordings),
		leftOver: leftOver('en', recordings),
		maySet: actor.roles.includes('administrator')
	};
};

export const actions: Actions = {
	add: async ({ locals, request, url }) => {
		const actor = recorderIn(locals);
		const sounds = await soundsIn(await request.formData());
		if (sounds.length === 0) return fail(422, { none: true });
		const taken = await addSounds(database(), actor, { list: listNamed(url), language: 'en', sounds }, new Date());
		if (taken.kind === 'not allowed') error(404, 'There is nothing here.');
		return taken.refused.length > 0 ? fail(422, { taken }) : { taken };
	}
};
