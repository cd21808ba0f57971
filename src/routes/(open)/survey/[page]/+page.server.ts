import { error, fail, redirect } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { saidIn } from '#lib/responses/draft.ts';
import { keepPage, readDraft } from '#lib/responses/drafts.server.ts';
import { pageAfter, pageBefore, progressAt, standingOf } from '#lib/surveys/journey.ts';
import { pageOf, questionnaireOf } from '#lib/surveys/questionnaire.ts';
import type { Actions, PageServerLoad } from './$types';
import { draftIsGone } from '../gone.server.ts';
import { begunVisit } from '../visiting.server.ts';
import { readPage } from './reading.ts';

export const load: PageServerLoad = async ({ params, cookies, url }) => {
	const visit = begunVisit(cookies);
	const questionnaire = questionnaireOf(visit.version);
	const page = pageOf(questionnaire, params.page) ?? error(404, 'There is no such page.');
	const draft = await readDraft(database(), visit.draft, 'answers');
	if (!draft) return draftIsGone(cookies, visit);
	const said = saidIn(draft, visit.tag);
	const hidden = standingOf(questionnaire, page, said) === 'hidden';
	const asksWords = page.questions.some((question) => question.type === 'comment');
	const words = asksWords && !hidden ? await readDraft(database(), visit.draft, 'words') : null;
	return {
		// The key alone: the page looks its questions up, instead of having them packed into the answer as data.
		page: page.key,
		version: visit.version,
		hidden,
		answers: hidden ? {} : { ...draft.answers, ...words?.words },
		quote: words?.quote ?? [],
		before: pageBefore(questionnaire, page.key, said)?.key ?? null,
		progress: progressAt(questionnaire, page.key),
		toReview: url.searchParams.has('review')
	};
};

export const actions: Actions = {
	default: async ({ params, cookies, request, url }) => {
		const visit = begunVisit(cookies);
		const questionnaire = questionnaireOf(visit.version);
		const page = pageOf(questionnaire, params.page) ?? error(404, 'There is no such page.');
		const form = await request.formData();
		const go = String(form.get('go') ?? 'next');
		const read = readPage(page, form);
		if (read.kind === 'refused') return fail(422, { refused: read.refused, typed: read.typed, quote: read.quote });
		if (go === 'pause' && read.empty) redirect(303, visit.kept ? '/survey/pause' : '/survey/pictures');
		const draft = await keepPage(database(), visit, { page: page.key, answers: read.answers, words: read.words });
		if (!draft) return draftIsGone(cookies, visit);
		if (go === 'pause') redirect(303, visit.kept ? '/survey/pause' : '/survey/pictures');
		if (go === 'next' && url.searchParams.has('review')) redirect(303, '/survey/review');
		const said = saidIn(draft, visit.tag);
		if (go === 'back') redirect(303, `/survey/${pageBefore(questionnaire, page.key, said)?.key ?? 'start'}`);
		const after = pageAfter(questionnaire, page.key, said);
		redirect(303, after ? `/survey/${after.key}` : '/survey/review');
	}
};
