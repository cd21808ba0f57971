import { fail, redirect } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { recordedOf } from '#lib/recordings/recordings.server.ts';
import { textsOfPage } from '#lib/recordings/texts.ts';
import { saidIn } from '#lib/responses/draft.ts';
import { keepPage, readDraft } from '#lib/responses/drafts.server.ts';
import { isAnsweredNow, pageBefore, progressAt, standingOf } from '#lib/surveys/journey.ts';
import type { Actions, PageServerLoad } from './$types';
import { draftIsGone } from '../gone.server.ts';
import { askedPage } from './asked-page.server.ts';
import { helpFirst } from './keeping.server.ts';
import { addressIn, leadsAway, leadsTo } from './leading.ts';
import { leavesOut, readPage } from './reading.ts';

export const load: PageServerLoad = async (event) => {
	const { visit, questionnaire, page, said, toReview } = await askedPage(event, null);
	const hidden = standingOf(questionnaire, page, said) === 'hidden';
	const now = isAnsweredNow(page, said);
	const asksWords = page.questions.some((question) => question.type === 'comment');
	const words = asksWords && now ? await readDraft(database(), visit.draft, 'words') : null;
	return {
		// The key alone: the page looks its questions up, instead of having them packed into the answer as data.
		page: page.key,
		version: visit.version,
		hidden,
		answers: now ? { ...said.answers, ...words?.words } : {},
		quote: words?.quote ?? [],
		before: pageBefore(questionnaire, page.key, said)?.key ?? null,
		progress: progressAt(questionnaire, page.key),
		sounds: await recordedOf(database(), textsOfPage(visit.version, page, 'en'), 'en'),
		toReview
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { cookies, request, url } = event;
		const form = await request.formData();
		const go = String(form.get('go') ?? 'next');
		await helpFirst(event, form, go);
		const { visit, questionnaire, page, read: draft, said, toReview } = await askedPage(event, form);
		const read = readPage(page, leavesOut(go) ? new FormData() : form);
		if (read.kind === 'refused') return fail(422, { refused: read.refused, typed: read.typed, quote: read.quote });
		const away = leadsAway(go, url.pathname + (toReview ? '?review' : ''), visit.kept);
		// Nothing on a page that was never kept: it is no skip to stop there. What was cleared is cleared.
		if (away && read.empty && !isAnsweredNow(page, said)) redirect(303, away);
		const given = { page: page.key, answers: read.answers, words: read.words };
		const kept = await keepPage(database(), visit, given, draft);
		if (!kept) return draftIsGone(cookies, visit);
		const on = leadsTo(questionnaire, page, saidIn(kept, visit.tag), go, toReview);
		redirect(303, away ?? addressIn(visit, on, toReview));
	}
};
