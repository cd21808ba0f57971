/*
 * The visit, its draft and the page that an address names. One that is not asked of this person leads on instead.
 */
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { pageAt } from '#lib/responses/addresses.ts';
import { saidIn } from '#lib/responses/draft.ts';
import { readPart } from '#lib/responses/drafts.server.ts';
import type { Visit } from '#lib/responses/visit.server.ts';
import { pageOf, questionnaireOf, type Page, type Questionnaire } from '#lib/surveys/questionnaire.ts';
import { draftIsGone } from '../gone.server.ts';
import { begunVisit, sendBack } from '../visiting.server.ts';
import { addressIn, leadsOn } from './leading.ts';

type Asking = RequestEvent<{ page: string }>;

/** The page that an address names in this visit. Whoever types a page's plain key is led to where it is. */
function pageNamed({ params, url }: Asking, visit: Visit, questionnaire: Questionnaire, sent: boolean): Page {
	const page = pageAt(visit, questionnaire.pages, params.page);
	if (page) return page;
	// What is sent to an address that this visit does not have comes from a page of another visit.
	if (sent) sendBack('other');
	const typed = pageOf(questionnaire, params.page) ?? error(404, 'There is no such page.');
	redirect(303, addressIn(visit, typed, url.searchParams.has('review')));
}

/** What a page of questions begins with, shown or sent. What another tab has put beside the point is not kept either. */
export async function askedPage(event: Asking, form: FormData | null) {
	const { cookies, url } = event;
	const visit = begunVisit(cookies, form);
	const questionnaire = questionnaireOf(visit.version);
	const page = pageNamed(event, visit, questionnaire, form !== null);
	const read = await readPart(database(), visit.draft, 'answers');
	if (!read) return draftIsGone(cookies, visit);
	const said = saidIn(read.content, visit.tag);
	const toReview = url.searchParams.has('review');
	const on = leadsOn(questionnaire, page, said, toReview);
	if (on) redirect(303, addressIn(visit, on, toReview));
	return { visit, questionnaire, page, read, said, toReview };
}
