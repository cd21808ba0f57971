import { fail } from '@sveltejs/kit';
import { restOf } from '#lib/auth/waiting.ts';
import { requestByCode } from '#lib/data-rights/reading.server.ts';
import { theServer } from '#lib/database/running.server.ts';
import type { Actions } from './$types';

const MOST_LETTERS = 100;
const STATUS = { no: 400, wait: 429, busy: 503 } as const;

export const actions: Actions = {
	default: async ({ request, setHeaders }) => {
		const now = new Date();
		const { db, keyring } = theServer();
		const code = String((await request.formData()).get('code') ?? '').slice(0, MOST_LETTERS);
		const found = await requestByCode(db, keyring, code, now);
		if (found.kind === 'right') return { request: found.request };
		const seconds = found.kind === 'wait' ? found.seconds : 10;
		if (found.kind !== 'no') setHeaders({ 'Retry-After': String(seconds) });
		return fail(STATUS[found.kind], { refused: found.kind, clock: restOf(seconds, now).clock });
	}
};
