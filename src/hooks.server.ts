/*
 * Every request passes here: session, area guard, headers, language. Deny by default.
 * On /survey no sign-in is read or refreshed; faults there are counted, not logged.
 */
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { SAFETY_HEADERS } from '#lib/auth/headers.ts';
import { areaOf, entryNeedsSignIn, mayEnter } from '#lib/auth/areas.ts';
import { SESSION_COOKIE, sessionsIn } from '#lib/auth/sessions.server.ts';
import { database, theServer } from '#lib/database/running.server.ts';
import { LANGUAGES } from '#lib/i18n/translate.ts';
import { startDailyWork } from '#lib/jobs/daily.server.ts';
import { VISIT_COOKIE } from '#lib/responses/visit.server.ts';
import { noteFault } from '#lib/jobs/faults.server.ts';

export const init: ServerInit = () => {
	startDailyWork(theServer());
};

const HEADERS: Readonly<Record<string, string>> = {
	...SAFETY_HEADERS,
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'Cache-Control': 'no-store'
};

const NO_CONTENT = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

function refusal(status: 400 | 401 | 403 | 404, words: string): Response {
	return new Response(words, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}

/** A form or script of another site may not change anything here; the framework's own check sees only some kinds of body. */
function comesFromElsewhere({ request, url }: RequestEvent): boolean {
	if (request.method === 'GET' || request.method === 'HEAD') return false;
	const origin = request.headers.get('origin');
	const site = request.headers.get('sec-fetch-site');
	return (origin !== null && origin !== url.origin) || site === 'cross-site' || site === 'same-site';
}

/** Two survey cookies at once: one was planted by another host of the same domain, and nobody can tell which. */
function hasTwoVisits({ request }: RequestEvent): boolean {
	return (request.headers.get('cookie') ?? '').split(`${VISIT_COOKIE}=`).length > 2;
}

export const handle: Handle = async ({ event, resolve }) => {
	const routeId = event.route.id;
	event.locals.actor = null;
	let response: Response | undefined;
	if (comesFromElsewhere(event)) {
		response = refusal(403, 'This came from another site, so nothing was changed.');
	} else if (hasTwoVisits(event)) {
		response = refusal(
			400,
			'Two surveys were open at once in this browser, so we closed both. Please type your code again.'
		);
		response.headers.set('Clear-Site-Data', '"cookies"');
	} else if (routeId !== null) {
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
	// Pages bring their own policy; files and refusals run nothing and stand in no frame.
	if (!response.headers.has('Content-Security-Policy')) response.headers.set('Content-Security-Policy', NO_CONTENT);
	return response;
};

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: 'There is nothing here.' };
	const id = noteFault(areaOf(event.route.id ?? ''), event.route.id ?? 'no route', error);
	return { message: id ? `Something went wrong on our side (${id}).` : 'Something went wrong on our side.' };
};
