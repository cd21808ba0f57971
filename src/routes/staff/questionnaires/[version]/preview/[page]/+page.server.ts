import { fail, redirect } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { recordedOf } from '#lib/recordings/recordings.server.ts';
import { textsOfPage } from '#lib/recordings/texts.ts';
import { progressAt } from '#lib/surveys/journey.ts';
import { pageAhead, pageBehind } from '#lib/surveys/overview/leading-on.ts';
import { leavesOut, readPage } from '../../../../../(open)/survey/[page]/reading.ts';
import type { Actions, PageServerLoad } from './$types';
import { previewOf } from '../../../addresses.ts';
import { pageViewed } from '../../../viewed.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { questionnaire, page } = pageViewed(locals, params);
	return {
		// The key alone: the page looks its questions up, instead of having them packed into the answer as data.
		page: page.key,
		before: pageBehind(questionnaire, page, url.searchParams.get('via')) !== null,
		progress: progressAt(questionnaire, page.key),
		sounds: await recordedOf(database(), textsOfPage(questionnaire.version, page, 'en'), 'en'),
		toReview: url.searchParams.has('review')
	};
};

export const actions: Actions = {
	/** Reads what was answered as the survey does, keeps nothing, and leads on. */
	default: async ({ locals, params, request, url }) => {
		const { questionnaire, page } = pageViewed(locals, params);
		const to = (segment: string) => previewOf(questionnaire.version, segment);
		const toReview = url.searchParams.has('review');
		const form = await request.formData();
		const go = String(form.get('go') ?? 'next');
		const read = readPage(page, leavesOut(go) ? new FormData() : form);
		if (read.kind === 'refused') return fail(422, { refused: read.refused, typed: read.typed, quote: read.quote });
		if (go === 'pause') redirect(303, to(`pause?via=${page.key}`));
		if (go === 'comfort')
			redirect(303, `/comfort?to=${encodeURIComponent(to(page.key) + (toReview ? '?review' : ''))}`);
		if (toReview) redirect(303, to('review'));
		if (go === 'back') redirect(303, to(pageBehind(questionnaire, page, url.searchParams.get('via'))?.key ?? 'start'));
		const after = pageAhead(questionnaire, page, read.answers);
		redirect(303, to(after ? `${after.key}?via=${page.key}` : 'review'));
	}
};
