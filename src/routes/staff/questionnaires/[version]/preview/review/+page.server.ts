import { redirect } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { recordedOf } from '#lib/recordings/recordings.server.ts';
import { textsOfReview } from '#lib/recordings/texts.ts';
import { exampleOfSaid } from '#lib/surveys/overview/example.ts';
import { reviewOf } from '#lib/surveys/review.ts';
import type { Actions, PageServerLoad } from './$types';
import { previewOf } from '../../../addresses.ts';
import { questionnaireViewed } from '../../../viewed.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const questionnaire = questionnaireViewed(locals, params.version);
	const pages = reviewOf(questionnaire, exampleOfSaid(questionnaire));
	return {
		pages: pages.map((page) => ({ ...page, address: previewOf(questionnaire.version, page.key) })),
		sounds: await recordedOf(database(), textsOfReview(questionnaire.version, 'en'), 'en')
	};
};

export const actions: Actions = {
	/** Sends nothing: there is nothing. */
	default: ({ locals, params }) => {
		redirect(303, previewOf(questionnaireViewed(locals, params.version).version, 'thanks'));
	}
};
