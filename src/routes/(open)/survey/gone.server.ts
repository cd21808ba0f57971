/*
 * What to say when a visit's draft is no longer there: sent already from another tab, the survey closed, or begun afresh elsewhere.
 */
import { dayOf } from '#lib/calendar/day.ts';
import { redirect, type Cookies } from '@sveltejs/kit';
import { database, keyring } from '#lib/database/running.server.ts';
import { submitBallot } from '#lib/responses/ballots.server.ts';
import type { BegunVisit } from '#lib/responses/visit.server.ts';
import { endVisit, keepVisit, sendBack } from './visiting.server.ts';

/** Finds out why the draft is gone and leads on. Submitting without a draft stores nothing; it only asks. */
export async function draftIsGone(cookies: Cookies, visit: BegunVisit): Promise<never> {
	const told = await submitBallot(database(), keyring(), visit, () => dayOf(new Date()));
	if (told.kind === 'in') {
		keepVisit(cookies, { ...visit, draft: null, code: '', comments: told.comments, sent: true });
		redirect(303, '/survey/thanks');
	}
	endVisit(cookies);
	sendBack(told.kind === 'closed' ? 'closed' : 'gone');
}
