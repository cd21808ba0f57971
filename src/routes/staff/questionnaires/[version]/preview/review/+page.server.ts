import { redirect } from '@sveltejs/kit';
import { exampleOfSaid } from '#lib/surveys/overview/example.ts';
import { reviewOf } from '#lib/surveys/review.ts';
import type { Actions, PageServerLoad } from './$types';
import { previewOf } from '../../../addresses.ts';
import { questionnaireViewed } from '../../../viewed.server.ts';

export const load: PageServerLoad = ({ locals, params }) => {
	const questionnaire = questionnaireViewed(locals, params.version);
	return { pages: reviewOf(questionnaire, exampleOfSaid(questionnaire)) };
};

export const actions: Actions = {
	/** Sends nothing: there is nothing. */
	default: ({ locals, params }) => {
		redirect(303, previewOf(questionnaireViewed(locals, params.version).version, 'thanks'));
	}
};
