import { redirect } from '@sveltejs/kit';
import { database, keyring } from '#lib/database/running.server.ts';
import { PICTURES } from '#lib/responses/picture.ts';
import { comeBack, hasKeptDraft, keepWithPictures, mayBegin, startInOneGo } from '#lib/responses/returning.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { currentVisit, keepVisit, sendBack } from '../visiting.server.ts';
import { answer, problem } from './answering.server.ts';

export const load: PageServerLoad = async ({ cookies, url }) => {
	const visit = currentVisit(cookies, null);
	if (visit.sent) redirect(303, '/survey/thanks');
	if (visit.draft && visit.kept) redirect(303, '/survey/next');
	const saved = visit.draft ? false : await hasKeptDraft(database(), keyring(), visit);
	if (saved === 'closed') sendBack(saved);
	const afresh = url.searchParams.has('afresh');
	const mode = visit.draft ? 'pause' : saved && !afresh ? 'back' : 'new';
	return { version: visit.version, mode, pictures: PICTURES, replaces: saved && afresh } as const;
};

export const actions = {
	keep: (event) => answer(event, keepWithPictures),
	back: (event) => answer(event, comeBack),
	once: async ({ cookies, request }) => {
		const visit = currentVisit(cookies, await request.formData());
		if (visit.sent) redirect(303, '/survey/thanks');
		if (visit.draft) redirect(303, '/survey/next');
		const { kind, seconds } = await mayBegin(database(), keyring(), visit);
		if (kind === 'wait') return problem(429, 'too often', seconds);
		if (kind === 'closed') sendBack(kind);
		keepVisit(cookies, await startInOneGo(database(), visit));
		redirect(303, '/survey/next');
	}
} satisfies Actions;
