import { redirect } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { addressOf } from '#lib/responses/addresses.ts';
import { readDraft } from '#lib/responses/drafts.server.ts';
import { saidIn } from '#lib/responses/draft.ts';
import { nextPage } from '#lib/surveys/journey.ts';
import type { RequestHandler } from './$types';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { begunVisit } from '../visiting.server.ts';
import { draftIsGone } from '../gone.server.ts';

/** To the first page that is not done, or to the review. */
export const GET: RequestHandler = async ({ cookies }) => {
	const visit = begunVisit(cookies, null);
	const draft = await readDraft(database(), visit.draft, 'answers');
	if (!draft) return draftIsGone(cookies, visit);
	const page = nextPage(questionnaireOf(visit.version), saidIn(draft, visit.tag));
	redirect(303, page ? addressOf(visit, page) : '/survey/review');
};
