import { fail, redirect } from '@sveltejs/kit';
import { database, keyring } from '#lib/database/running.server.ts';
import { printedCode } from '#lib/secrets/code.ts';
import { enterCode } from '#lib/responses/codes.server.ts';
import { minuteOf } from '#lib/responses/visit.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Actions, PageServerLoad } from './$types';
import { endPastVisit, keepVisit, makeRoom, markIn, NOTICES } from './visiting.server.ts';

const STATUS = {
	'not a code': 400,
	wait: 429,
	busy: 503,
	'answers are in': 409,
	closed: 410,
	'could not be counted': 410
} as const;

export const load: PageServerLoad = ({ url, cookies }) => {
	endPastVisit(cookies);
	const notice = NOTICES.find((one) => one === url.searchParams.get('notice')) ?? null;
	// A page of somebody else's was sent: the visit that is open stays open.
	return { notice, goesOn: notice === 'other' && markIn(cookies) !== null };
};

export const actions: Actions = {
	default: async ({ request, cookies, setHeaders }) => {
		const typed = String((await request.formData()).get('code') ?? '').slice(0, 100);
		const entered = await enterCode(database(), keyring(), typed);
		if (entered.kind !== 'welcome') {
			if (entered.kind === 'busy') setHeaders({ 'Retry-After': '10' });
			if (entered.kind === 'wait') setHeaders({ 'Retry-After': String(entered.seconds) });
			const seconds = entered.kind === 'wait' ? entered.seconds : 0;
			return fail(STATUS[entered.kind], { reason: entered.kind, seconds, typed });
		}
		const code = printedCode(entered.code).replaceAll('-', '');
		await makeRoom(cookies, code);
		const minute = minuteOf(Date.now());
		keepVisit(cookies, {
			id: randomId(),
			tag: randomId().slice(0, 6),
			seed: randomId(),
			wave: entered.waveId,
			version: entered.version,
			code,
			draft: null,
			kept: false,
			began: minute,
			seen: minute,
			language: 'en',
			comments: [],
			sent: false
		});
		redirect(303, '/survey/start');
	}
};
