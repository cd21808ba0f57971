import { fail, redirect } from '@sveltejs/kit';
import { database, keyring } from '#lib/database/running.server.ts';
import { PICTURES, pickedPictures } from '#lib/responses/picture.ts';
import { comeBack, keepWithPictures, mayBegin, startInOneGo, type Begun } from '#lib/responses/returning.server.ts';
import { keptDraftId } from '#lib/responses/draft.ts';
import { draftLies } from '#lib/responses/drafts.server.ts';
import { waveKeys } from '#lib/waves/wave-keys.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';
import { currentVisit, endVisit, keepVisit, sendBack } from '../visiting.server.ts';

export const load: PageServerLoad = async ({ cookies, url }) => {
	const visit = currentVisit(cookies);
	if (visit.sent) redirect(303, '/survey/thanks');
	if (visit.draft && visit.kept) redirect(303, '/survey/review');
	const keys = waveKeys(keyring(), visit.wave);
	if (!keys) sendBack('closed');
	const saved = !visit.draft && (await draftLies(database(), keptDraftId(keys.secret, visit.code)));
	const afresh = url.searchParams.has('afresh');
	const mode = visit.draft ? 'pause' : saved && !afresh ? 'back' : 'new';
	return { mode, pictures: PICTURES, replaces: saved && afresh } as const;
};

function problem(status: 400 | 429, reason: string, seconds = 0, ticked: readonly string[] = []) {
	return fail(status, { reason, seconds, ticked });
}

async function answer(
	{ request, cookies }: RequestEvent,
	begin: typeof keepWithPictures
): Promise<ReturnType<typeof problem>> {
	const visit = currentVisit(cookies);
	if (visit.sent) redirect(303, '/survey/thanks');
	const ticked = (await request.formData()).getAll('picture').map(String);
	const pictures = pickedPictures(ticked);
	if (!pictures) return problem(400, 'three', 0, ticked.slice(0, PICTURES.length));
	const begun: Begun = await begin(database(), keyring(), visit, pictures);
	if (begun.kind === 'wait') return problem(429, 'wait', begun.seconds);
	if (begun.kind === 'other pictures') return problem(400, 'other pictures');
	if (begun.kind === 'shut') return problem(429, 'shut');
	if (begun.kind !== 'begun') sendBack(begun.kind);
	if (visit.draft) {
		endVisit(cookies);
		redirect(303, '/survey/paused');
	}
	keepVisit(cookies, begun.visit);
	redirect(303, '/survey/next');
}

export const actions = {
	keep: (event) => answer(event, keepWithPictures),
	back: (event) => answer(event, comeBack),
	once: async ({ cookies }) => {
		const visit = currentVisit(cookies);
		if (visit.sent) redirect(303, '/survey/thanks');
		if (visit.draft) redirect(303, '/survey/next');
		const { kind, seconds } = await mayBegin(database(), keyring(), visit);
		if (kind === 'wait') return problem(429, 'too often', seconds);
		if (kind === 'closed') sendBack(kind);
		keepVisit(cookies, await startInOneGo(database(), visit));
		redirect(303, '/survey/next');
	}
} satisfies Actions;
