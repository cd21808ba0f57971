import { fail, redirect } from '@sveltejs/kit';
import { restOf } from '#lib/auth/waiting.ts';
import { openMine, showCode } from '#lib/concerns/mine.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { onceFor, talkFrame, writeInto } from '../../../../talking.server.ts';
import { answerIn, openAnswer, wasQuiet } from '../visiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

const MOST_LETTERS = 100;
const STATUS = { no: 400, wait: 429, busy: 503 } as const;

export const load: PageServerLoad = async ({ cookies, url }) => {
	const now = new Date();
	const quiet = wasQuiet(cookies, now);
	const shown = answerIn(cookies, now);
	const thread = shown && (await openMine(database(), keyring(), shown, shown.concern, now));
	return { ...(await talkFrame(now)), thread, quiet, once: onceFor(thread), written: url.searchParams.has('written') };
};

export const actions: Actions = {
	code: async ({ request, cookies, setHeaders }) => {
		const now = new Date();
		const typed = String((await request.formData()).get('code') ?? '').slice(0, MOST_LETTERS);
		const checked = await showCode(database(), keyring(), typed, now);
		if (checked.kind !== 'right') {
			const seconds = checked.kind === 'wait' ? checked.seconds : 10;
			if (checked.kind !== 'no') setHeaders({ 'Retry-After': String(seconds) });
			return fail(STATUS[checked.kind], { refused: checked.kind, clock: restOf(seconds, now).clock });
		}
		openAnswer(cookies, checked.row, now);
		redirect(303, '/help/talk/answer');
	},
	write: async ({ request, cookies }) => {
		const now = new Date();
		const shown = answerIn(cookies, now);
		if (!shown) redirect(303, '/help/talk/answer');
		const form = await request.formData();
		return writeInto(form, shown, shown.concern, '/help/talk/answer', now);
	}
};
