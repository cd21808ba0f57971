import { redirect } from '@sveltejs/kit';
import { database, keyring } from '#lib/database/running.server.ts';
import { recordedOf } from '#lib/recordings/recordings.server.ts';
import { textsOfOpening } from '#lib/recordings/texts.ts';
import { hasKeptDraft } from '#lib/responses/returning.server.ts';
import { countForEverybody, questionnaireOf } from '#lib/surveys/questionnaire.ts';
import type { PageServerLoad } from './$types';
import { currentVisit, sendBack } from '../visiting.server.ts';

export const load: PageServerLoad = async ({ cookies }) => {
	const visit = currentVisit(cookies, null);
	if (visit.sent) redirect(303, '/survey/thanks');
	if (visit.draft) redirect(303, '/survey/next');
	const saved = await hasKeptDraft(database(), keyring(), visit);
	if (saved === 'closed') sendBack(saved);
	const questionnaire = questionnaireOf(visit.version);
	const { version, minutes } = questionnaire;
	return {
		version,
		minutes,
		questions: countForEverybody(questionnaire),
		saved,
		sounds: await recordedOf(database(), textsOfOpening(version, 'en'), 'en')
	};
};
