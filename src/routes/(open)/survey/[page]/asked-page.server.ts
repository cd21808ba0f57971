/*
 * The visit, its draft and the page that an address names. One that is not asked of this person leads on instead.
 */
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { saidIn } from '#lib/responses/draft.ts';
import { readPart } from '#lib/responses/drafts.server.ts';
import { pageOf, questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { draftIsGone } from '../gone.server.ts';
import { begunVisit } from '../visiting.server.ts';
import { leadsOn } from './leading.ts';

/** What a page of questions begins with, shown or sent. What another tab has put beside the point is not kept either. */
export async function askedPage({ params, cookies, url }: RequestEvent<{ page: string }>, form: FormData | null) {
	const visit = begunVisit(cookies, form);
	const questionnaire = questionnaireOf(visit.version);
	const page = pageOf(questionnaire, params.page) ?? error(404, 'There is no such page.');
	const read = await readPart(database(), visit.draft, 'answers');
	if (!read) return draftIsGone(cookies, visit);
	const said = saidIn(read.content, visit.tag);
	const toReview = url.searchParams.has('review');
	const on = leadsOn(questionnaire, page, said, toReview);
	if (on) redirect(303, on);
	return { visit, questionnaire, page, read, said, toReview };
}
