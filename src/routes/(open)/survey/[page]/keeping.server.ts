/*
 * Keeps what can be kept of a page for somebody who asks for help in the middle of it. For the pages of questions only.
 */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { database } from '#lib/database/running.server.ts';
import { keepPage } from '#lib/responses/drafts.server.ts';
import { askedPage } from './asked-page.server.ts';
import { leadsToHelp } from './leading.ts';
import { readPage } from './reading.ts';

/** Leads to help if that was asked for. What cannot be taken is let go; a visit that is over, or another's, keeps nothing. */
export async function helpFirst(event: RequestEvent<{ page: string }>, form: FormData, go: string): Promise<void> {
	const help = leadsToHelp(go);
	if (!help) return;
	try {
		const { visit, page } = await askedPage(event, form);
		const { kind, answers, words, ...read } = readPage(page, form);
		if (kind === 'refused' || !('empty' in read && read.empty))
			await keepPage(database(), visit, { page: page.key, answers, words });
	} catch {
		// Whoever asks for help gets there, whatever has become of the survey.
	}
	redirect(303, help);
}
