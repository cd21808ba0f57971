import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS, sessionsIn } from '#lib/auth/sessions.server.ts';
import { database } from '#lib/database/running.server.ts';
import { VISIT_COOKIE, VISIT_COOKIE_OPTIONS } from '#lib/responses/visit.server.ts';
import { QUICK_EXIT_ADDRESS } from '#lib/settings/quick-exit.ts';
import type { RequestHandler } from './$types';

// A redirect would be held back by form-action 'self'; a page that leaves at once is not, and works without script.
const AWAY = `<!doctype html><title>Loading</title><meta http-equiv="refresh" content="0;url=${QUICK_EXIT_ADDRESS}"><a href="${QUICK_EXIT_ADDRESS}">Go on</a>`;

/** Leaves at once: signs out, ends the visit, clears the browser of us. */
export const POST: RequestHandler = async ({ cookies }) => {
	const token = cookies.get(SESSION_COOKIE);
	if (token) await sessionsIn(database()).close(token);
	cookies.delete(SESSION_COOKIE, SESSION_COOKIE_OPTIONS);
	cookies.delete(VISIT_COOKIE, VISIT_COOKIE_OPTIONS);
	return new Response(AWAY, {
		headers: { 'Content-Type': 'text/html; charset=utf-8', 'Clear-Site-Data': '"cache", "cookies", "storage"' }
	});
};
