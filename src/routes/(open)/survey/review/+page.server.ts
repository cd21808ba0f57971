import { dayOf } from '#lib/calendar/day.ts';
import { fail, redirect } from '@sveltejs/kit';
import { database, keyring } from '#lib/database/running.server.ts';
import { recordedOf } from '#lib/recordings/recordings.server.ts';
import { textsOfReview } from '#lib/recordings/texts.ts';
import { addressOf } from '#lib/responses/addresses.ts';
import { submitBallot } from '#lib/responses/ballots.server.ts';
import { saidIn } from '#lib/responses/draft.ts';
import { readDraft } from '#lib/responses/drafts.server.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { reviewOf } from '#lib/surveys/review.ts';
import type { Actions, PageServerLoad } from './$types';
import { draftIsGone } from '../gone.server.ts';
import { begunVisit, endVisit, keepVisit, sendBack } from '../visiting.server.ts';

export const load: PageServerLoad = async ({ cookies }) => {
	const visit = begunVisit(cookies, null);
	const answers = await readDraft(database(), visit.draft, 'answers');
	const words = await readDraft(database(), visit.draft, 'words');
	if (!answers || !words) return draftIsGone(cookies, visit);
	// Noted before sending, so that a retry shows the same receipts.
	keepVisit(cookies, { ...visit, comments: Object.keys(words.words) });
	const pages = reviewOf(questionnaireOf(visit.version), saidIn(answers, visit.tag, words.words));
	const sounds = await recordedOf(database(), textsOfReview(visit.version, 'en'), 'en');
	return {
		version: visit.version,
		pages: pages.map((page) => ({ ...page, address: addressOf(visit, page) })),
		sounds
	};
};

export const actions: Actions = {
	default: async ({ cookies, request }) => {
		const visit = begunVisit(cookies, await request.formData());
		const sent = await submitBallot(database(), keyring(), visit, () => dayOf(new Date()));
		if (sent.kind === 'cannot take answers') return fail(503, { reason: sent.kind });
		if (sent.kind !== 'in') {
			endVisit(cookies);
			sendBack(sent.kind === 'closed' ? 'closed' : 'gone');
		}
		keepVisit(cookies, { ...visit, draft: null, code: '', comments: sent.comments, sent: true });
		redirect(303, '/survey/thanks');
	}
};
