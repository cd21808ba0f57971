import { redirect } from '@sveltejs/kit';
import { database, keyring } from '#lib/database/running.server.ts';
import { recordedOf } from '#lib/recordings/recordings.server.ts';
import { textsOfOpening } from '#lib/recordings/texts.ts';
import { hasKeptDraft } from '#lib/responses/returning.server.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import type { PageServerLoad } from './$types';
import { currentVisit, sendBack } from '../visiting.server.ts';

export const load: PageServerLoad = async ({ cookies }) => {
	const visit = currentVisit(cookies);
	if (visit.sent) redirect(303, '/survey/thanks');
	if (visit.draft) redirect(303, '/survey/review');
	const saved = await hasKeptDraft(database(), keyring(), visit);
	if (saved === 'closed') sendBack(saved);
	const { version, minutes, pages } = questionnaireOf(visit.version);
	// What everybody is asked: the others come only to those whom they concern.
	const questions = pages.filter(({ when }) => !when).flatMap((page) => page.questions).length;
	return {
		version,
		minutes,
		questions,
		saved,
		sounds: await recordedOf(database(), textsOfOpening(version, 'en'), 'en')
	};
};
