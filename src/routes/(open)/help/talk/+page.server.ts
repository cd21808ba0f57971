import type { Cookies } from '@sveltejs/kit';
import { sendConcern } from '#lib/concerns/asking.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import {
	closed,
	fieldsOf,
	fillAgain,
	isTheirs,
	lookAt,
	notYet,
	readForm,
	startAfresh,
	talkFrame
} from '../../../talking.server.ts';
import { beginWriting, rememberSent } from './visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies, url }) => {
	const now = new Date();
	const { browser } = beginWriting(cookies, now);
	return { ...(await talkFrame(now)), fresh: startAfresh(browser), left: url.searchParams.has('left') };
};

/** What this browser writes, and whether the form is its own and not sent yet. */
function writingOf(cookies: Cookies, form: FormData, now: Date) {
	const writing = beginWriting(cookies, now);
	const isOpen = isTheirs(form, writing.browser);
	return { writing, isOpen, isSent: writing.sent.includes(fieldsOf(form).once) };
}

export const actions: Actions = {
	look: async ({ request, cookies }) => {
		const form = await request.formData();
		const { writing, isOpen, isSent } = writingOf(cookies, form, new Date());
		return isOpen && !isSent ? lookAt(form, null) : closed(writing.browser);
	},
	change: async ({ request, cookies }) => {
		const form = await request.formData();
		const { writing, isOpen, isSent } = writingOf(cookies, form, new Date());
		return isOpen && !isSent ? fillAgain(form) : closed(writing.browser);
	},
	send: async ({ request, cookies }) => {
		const now = new Date();
		const form = await request.formData();
		const { writing, isOpen } = writingOf(cookies, form, now);
		if (!isOpen) return closed(writing.browser);
		const read = readForm(form, null);
		if (read.kind === 'refused') return read.answer;
		const { once } = fieldsOf(form);
		const sent = await sendConcern(database(), keyring(), null, read.asking, { once, browser: writing.browser }, now);
		if (sent.kind === 'wait') return notYet(form, sent.seconds, now);
		rememberSent(cookies, writing, once, now);
		if (sent.kind === 'sent before') return { step: 'sent' as const, code: null, by: null, reach: false };
		return { step: 'sent' as const, code: sent.code, by: sent.dueOn, reach: read.asking.reply !== 'here' };
	}
};
