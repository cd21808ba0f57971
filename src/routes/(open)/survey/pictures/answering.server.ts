/*
 * What the three ticked pictures lead to: on with the survey, kept for later, or a kind word. For the pictures' page only.
 */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { database, keyring } from '#lib/database/running.server.ts';
import { PICTURES, pickedPictures } from '#lib/responses/picture.ts';
import { comeBack, type Begun, type keepWithPictures } from '#lib/responses/returning.server.ts';
import { currentVisit, endVisit, keepVisit, sendBack } from '../visiting.server.ts';

/** What the pictures' page says, and what was ticked. */
export function problem(status: 400 | 429, reason: string, seconds = 0, ticked: readonly string[] = []) {
	return fail(status, { reason, seconds, ticked });
}

/** Three pictures were ticked: begins, moves or comes back to a draft with them, or says what went wrong. */
export async function answer(
	{ request, cookies }: RequestEvent,
	begin: typeof keepWithPictures
): Promise<ReturnType<typeof problem>> {
	const form = await request.formData();
	const visit = currentVisit(cookies, form);
	if (visit.sent) redirect(303, '/survey/thanks');
	const ticked = form.getAll('picture').map(String);
	const pictures = pickedPictures(ticked);
	if (!pictures) return problem(400, 'three', 0, ticked.slice(0, PICTURES.length));
	const begun: Begun = await begin(database(), keyring(), visit, pictures);
	if (begun.kind === 'wait') return problem(429, begin === comeBack ? 'wait' : 'too often', begun.seconds);
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
