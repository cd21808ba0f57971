/*
 * Every request passes here: session, area guard, headers, language. Deny by default.
 * On /survey no sign-in is read or refreshed; faults there are counted, not logged.
 */
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { areaOf, entryNeedsSignIn, mayEnter } from '#lib/auth/areas.ts';
import { SESSION_COOKIE, sessionsIn } from '#lib/auth/sessions.server.ts';
import { database, theServer } from '#lib/database/running.server.ts';
import { LANGUAGES } from '#lib/i18n/translate.ts';
import { startDailyWork } from '#lib/jobs/daily.server.ts';
import { noteFault } from '#lib/jobs/faults.server.ts';

export const init: ServerInit = () => {
	startDailyWork(theServer());
};

const HEADERS: Readonly<Record<string, string>> = {
	'X-Content-Type-Options': 'nosniff',
	// no-referrer would make a native form's Origin "null", which is refused.
	'Referrer-Policy': 'same-origin',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
	'Cache-Control': 'no-store'
};

function refusal(status: 401 | 403 | 404, words: string): Response {
	return new Response(words, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}

export const handle: Handle = async ({ event, resolve }) => {
	const routeId = event.route.id;
	event.locals.actor = null;
	let response: Response | undefined;
	if (routeId !== null) {
		const token = entryNeedsSignIn(routeId) ? event.cookies.get(SESSION_COOKIE) : undefined;
		if (token) event.locals.actor = await sessionsIn(database()).read(token, new Date());
		const entering = mayEnter(routeId, event.locals.actor);
		if (entering === 'sign in first') {
			const isPage = event.request.method === 'GET' && !event.isDataRequest;
			const signIn = `/sign-in?to=${encodeURIComponent(event.url.pathname)}`;
			response = isPage
				? new Response(null, { status: 303, headers: { Location: signIn } })
				: refusal(401, 'Please sign in first.');
		} else if (entering === 'not yours') {
			response = refusal(
				403,
				'This part of Earshot is not open to you. Ask an administrator if you think it should be.'
			);
		} else if (entering === 'no such area') {
			response = refusal(404, 'There is nothing here.');
		}
	}
	response ??= await resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%earshot.language%', 'en').replace('%earshot.direction%', LANGUAGES.en.direction),
		filterSerializedResponseHeaders: () => false
	});
	for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
	return response;
};

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: 'There is nothing here.' };
	const id = noteFault(areaOf(event.route.id ?? ''), event.route.id ?? 'no route', error);
	return { message: id ? `Something went wrong on our side (${id}).` : 'Something went wrong on our side.' };
};
