import { redirect } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { recordedOf } from '#lib/recordings/recordings.server.ts';
import { textsOfThanks } from '#lib/recordings/texts.ts';
import { receiptsOf } from '#lib/responses/ballots.server.ts';
import { questionnaireOf, questionOf } from '#lib/surveys/questionnaire.ts';
import type { PageServerLoad } from './$types';
import { currentVisit } from '../visiting.server.ts';

export const load: PageServerLoad = async ({ cookies }) => {
	const visit = currentVisit(cookies, null);
	if (!visit.sent) redirect(303, visit.draft ? '/survey/next' : '/survey/start');
	const questionnaire = questionnaireOf(visit.version);
	return {
		version: visit.version,
		sounds: await recordedOf(database(), textsOfThanks(visit.version, 'en'), 'en'),
		receipts: receiptsOf(visit, visit.comments).map(({ question, words }) => ({
			question: questionOf(questionnaire, question)?.text ?? question,
			words
		}))
	};
};
