import { database } from '#lib/database/running.server.ts';
import { recordedOf } from '#lib/recordings/recordings.server.ts';
import { textsOfThanks } from '#lib/recordings/texts.ts';
import { EXAMPLE_RECEIPT } from '#lib/surveys/overview/example.ts';
import { questionsOf } from '#lib/surveys/questionnaire.ts';
import type { PageServerLoad } from './$types';
import { questionnaireViewed } from '../../../viewed.server.ts';

export const load: PageServerLoad = async ({ locals, params }) => {
	const questionnaire = questionnaireViewed(locals, params.version);
	const written = questionsOf(questionnaire).find(({ type }) => type === 'comment');
	return {
		receipts: written ? [{ question: written.text, words: EXAMPLE_RECEIPT }] : [],
		sounds: await recordedOf(database(), textsOfThanks(questionnaire.version, 'en'), 'en')
	};
};
