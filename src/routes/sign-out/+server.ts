import { redirect } from '@sveltejs/kit';
import { SESSION_COOKIE, SESSION_COOKIE_OPTIONS, sessionsIn } from '#lib/auth/sessions.server.ts';
import { database } from '#lib/database/running.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ cookies, setHeaders }) => {
	const token = cookies.get(SESSION_COOKIE);
	if (token) await sessionsIn(database()).close(token);
	cookies.delete(SESSION_COOKIE, SESSION_COOKIE_OPTIONS);
	setHeaders({ 'Clear-Site-Data': '"cache", "storage"' });
	redirect(303, '/sign-in');
};
