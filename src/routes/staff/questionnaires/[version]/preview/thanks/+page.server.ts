import { EXAMPLE_RECEIPT } from '#lib/surveys/overview/example.ts';
import { questionsOf } from '#lib/surveys/questionnaire.ts';
import type { PageServerLoad } from './$types';
import { questionnaireViewed } from '../../../viewed.server.ts';

export const load: PageServerLoad = ({ locals, params }) => {
	const written = questionsOf(questionnaireViewed(locals, params.version)).find(({ type }) => type === 'comment');
	return { receipts: written ? [{ question: written.text, words: EXAMPLE_RECEIPT }] : [] };
};
