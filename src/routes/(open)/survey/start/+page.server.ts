import { redirect } from '@sveltejs/kit';
import { database, keyring } from '#lib/database/running.server.ts';
import { keptDraftId } from '#lib/responses/draft.ts';
import { draftLies } from '#lib/responses/drafts.server.ts';
import { waveKeys } from '#lib/waves/wave-keys.server.ts';
import type { PageServerLoad } from './$types';
import { currentVisit, questionnaireFor, sendBack } from '../visiting.server.ts';

export const load: PageServerLoad = async ({ cookies }) => {
	const visit = currentVisit(cookies);
	if (visit.sent) redirect(303, '/survey/thanks');
	if (visit.draft) redirect(303, '/survey/review');
	const keys = waveKeys(keyring(), visit.wave);
	if (!keys) sendBack('closed');
	const { version, minutes, pages } = questionnaireFor(visit);
	const questions = pages.reduce((sum, page) => sum + page.questions.length, 0);
	return {
		version,
		minutes,
		questions,
		saved: await draftLies(database(), keptDraftId(keys.secret, visit.code))
	};
};
