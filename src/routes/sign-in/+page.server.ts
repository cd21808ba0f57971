import { fail, redirect } from '@sveltejs/kit';
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS, sessionsIn } from '#lib/auth/sessions.server.ts';
import { signIn } from '#lib/auth/staff.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Only a path of ours: never another site, never a protocol. */
function pathAfter(to: string | null): string | null {
	return to && /^\/(?![/\\])[\w\-/]*$/.test(to) ? to : null;
}

export const load: PageServerLoad = ({ url }) => ({ to: pathAfter(url.searchParams.get('to')) });

const STATUS = { no: 400, wait: 429, busy: 503 } as const;

export const actions: Actions = {
	default: async ({ request, cookies, url, setHeaders }) => {
		const form = await request.formData();
		const email = String(form.get('email') ?? '').slice(0, 200);
		const signedIn = await signIn(database(), keyring(), email, String(form.get('password') ?? '').slice(0, 500));
		if (signedIn.kind !== 'signed in') {
			const seconds = signedIn.kind === 'wait' ? signedIn.seconds : 10;
			if (signedIn.kind !== 'no') setHeaders({ 'Retry-After': String(seconds) });
			return fail(STATUS[signedIn.kind], { reason: signedIn.kind, seconds, email });
		}
		const sessions = sessionsIn(database());
		const old = cookies.get(SESSION_COOKIE);
		if (old) await sessions.close(old);
		const token = await sessions.open(signedIn.staffId, new Date());
		cookies.set(SESSION_COOKIE, token, SESSION_COOKIE_OPTIONS);
		const actor = await sessions.read(token, new Date());
		const home = actor?.roles.includes('participation officer') ? '/staff/waves' : '/committee';
		redirect(303, pathAfter(url.searchParams.get('to')) ?? home);
	}
};
