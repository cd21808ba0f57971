import { fail } from '@sveltejs/kit';
import { sendConcern } from '#lib/concerns/asking.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { fieldsOf, fillAgain, lookAt, notYet, readForm, startAfresh, talkFrame } from '../../../talking.server.ts';
import { beginWriting, rememberSent, writingIn } from './visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies, url }) => {
	const now = new Date();
	beginWriting(cookies, now);
	return { ...(await talkFrame(now)), fresh: startAfresh(), left: url.searchParams.has('left') };
};

/** Somebody left meanwhile, or was quiet after sending: what was written before is not shown to whoever comes back to it. */
const closed = () => fail(410, { ...startAfresh(), notSent: { why: 'closed' as const, clock: '' } });

export const actions: Actions = {
	look: async ({ request, cookies }) => {
		const form = await request.formData();
		const writing = writingIn(cookies, new Date());
		if (!writing || writing.sent.includes(fieldsOf(form).once)) return closed();
		return lookAt(form, null);
	},
	change: async ({ request, cookies }) => {
		const form = await request.formData();
		const writing = writingIn(cookies, new Date());
		if (!writing || writing.sent.includes(fieldsOf(form).once)) return closed();
		return fillAgain(form);
	},
	send: async ({ request, cookies }) => {
		const now = new Date();
		const form = await request.formData();
		const writing = writingIn(cookies, now);
		if (!writing) return closed();
		const read = readForm(form, null);
		if (read.kind === 'refused') return read.answer;
		const { once } = fieldsOf(form);
		const { browser } = writing;
		const sent = await sendConcern(database(), keyring(), null, read.asking, { once, browser }, now);
		if (sent.kind === 'wait') return notYet(form, sent.seconds, now);
		rememberSent(cookies, writing, once, now);
		if (sent.kind === 'sent before') return { step: 'sent' as const, code: null, by: null, reach: false };
		return { step: 'sent' as const, code: sent.code, by: sent.dueOn, reach: read.asking.reply !== 'here' };
	}
};
