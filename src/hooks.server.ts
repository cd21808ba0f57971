/*
 * Every request passes here: session, area guard, headers, language. Deny by default.
 * On /survey no sign-in is read or refreshed; faults there are counted, not logged.
 */
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { packed } from '#lib/auth/front/packing.server.ts';
import { escaped, protect } from '#lib/auth/headers.ts';
import { areaOf, entryNeedsSignIn, mayEnter, signInFor } from '#lib/auth/areas.ts';
import { isProven, needsProof, proofAddress } from '#lib/auth/step-up.ts';
import { database, theServer } from '#lib/database/running.server.ts';
import { LANGUAGES } from '#lib/i18n/translate.ts';
import { VISIT_COOKIE } from '#lib/responses/visit.server.ts';
import { noteFault } from '#lib/jobs/faults.server.ts';
import { attributesInWords, looksAsChosen } from '#lib/ui/comfort/comfort.ts';
import { startWorking } from '#lib/jobs/working.server.ts';
import { currentSettings } from '#lib/settings/settings.server.ts';
import { comfortIn } from './routes/(open)/comfort/keeping.server.ts';
import { homeOf, sessionOf } from './routes/letting-in.server.ts';

export const init: ServerInit = () => {
	startWorking(theServer());
};

/** What stands on <html> of every page: its language, the council's look, the visitor's own, and where "Leave quickly" leads. */
async function framed(html: string, { cookies, url }: RequestEvent): Promise<string> {
	if (!html.includes('%earshot.')) return html;
	const settings = await currentSettings(database(), new Date());
	return html
		.replace('%earshot.language%', 'en')
		.replace('%earshot.direction%', LANGUAGES.en.direction)
		.replace('%earshot.look%', settings.look)
		.replace('%earshot.comfort%', looksAsChosen(url.pathname) ? attributesInWords(comfortIn(cookies)) : '')
		.replace('%earshot.away%', () => escaped(settings['quick exit address']));
}

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

/** The page to come back to: a form's own page is where it was sent from, for an endpoint has none. */
function pageOf({ request, url }: RequestEvent): string {
	const from = request.method === 'GET' ? null : URL.parse(request.headers.get('referer') ?? '');
	return from?.origin === url.origin ? from.pathname : url.pathname;
}

/** A browser that shows a page next, not a script that asked for data. */
const showsPages = ({ request, isDataRequest }: RequestEvent): boolean =>
	!isDataRequest && (request.headers.get('accept') ?? '').includes('text/html');

/** The page for somebody who may not be here, in their own frame, with a way back. */
async function closedPage(event: RequestEvent): Promise<Response> {
	const page = await event.fetch(`/closed?for=${homeOf(event.locals).slice(1)}`);
	return new Response(page.body, { status: 403, headers: page.headers });
}

/** Who may not go on, and what they are told: decided once, for pages, data, actions and endpoints alike. */
async function stopped(event: RequestEvent, routeId: string, now: Date): Promise<Response | undefined> {
	const session = entryNeedsSignIn(routeId) ? await sessionOf(event.cookies, now) : null;
	event.locals = { session, actor: session?.actor ?? null, youngPerson: session?.youngPerson ?? null };
	const isPage = showsPages(event);
	const goTo = (address: string) => {
		const unsaved = event.request.method === 'GET' ? '' : '&unsaved=1';
		const Location = `${address}?to=${encodeURIComponent(pageOf(event))}${unsaved}`;
		return new Response(null, { status: 303, headers: { Location } });
	};
	switch (mayEnter(routeId, event.locals)) {
		case 'sign in first':
			return isPage ? goTo(signInFor(routeId)) : refusal(401, 'Please sign in first.');
		case 'not yours':
			return isPage ? closedPage(event) : refusal(403, 'This part of Earshot is not open to you.');
		case 'no such area':
			return refusal(404, 'There is nothing here.');
		case 'welcome':
			if (!session || !needsProof(routeId) || isProven(session.provenAt, now)) return undefined;
			return event.isDataRequest ? refusal(401, 'Please show again who you are.') : goTo(proofAddress(routeId));
	}
}

/** The pages that children open on a phone. They repeat nothing from their address, so they may be packed. */
const isSurvey = (routeId: string | null): boolean => routeId?.startsWith('/(open)/survey') ?? false;

export const handle: Handle = async ({ event, resolve }) => {
	const routeId = event.route.id;
	event.locals = { session: null, actor: null, youngPerson: null };
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
		response = await stopped(event, routeId, new Date());
	}
	response ??= await resolve(event, {
		transformPageChunk: ({ html }) => framed(html, event),
		filterSerializedResponseHeaders: () => false
	});
	return protect(isSurvey(routeId) ? await packed(event.request, response) : response);
};

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: 'There is nothing here.' };
	const id = noteFault(areaOf(event.route.id ?? ''), event.route.id ?? 'no route', error);
	return { message: id ? `Something went wrong on our side (${id}).` : 'Something went wrong on our side.' };
};
