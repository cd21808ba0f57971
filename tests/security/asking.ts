/*
 * One request to the built server as somebody, in every way a route can be asked, and what the answer means: welcome,
 * sign in first, not for you, not there. Knows nothing of who may what.
 */

/** The ways to ask: a browser's page, the page's data, a form, an action by script, an endpoint's method, another site. */
export type Way =
	| { kind: 'page' }
	| { kind: 'data' }
	| { kind: 'form'; action: string | null; body: string }
	| { kind: 'script action'; action: string | null; body: string }
	| { kind: 'method'; method: string; body?: string }
	| { kind: 'elsewhere' };

export type Meaning =
	'welcome' | 'sign in first' | 'prove it again' | 'refused' | 'not there' | 'no such way' | 'fault';

export interface Answer {
	status: number;
	location: string;
	text: string;
	headers: Headers;
	meaning: Meaning;
}

const FORM = 'application/x-www-form-urlencoded';

/** The words of a way, for a test's message. */
export const said = (way: Way): string =>
	way.kind === 'method' ? way.method : 'action' in way ? `${way.kind} ${way.action ?? 'none'}` : way.kind;

function requestOf(origin: string, path: string, way: Way): Request {
	const headers: Record<string, string> = { Accept: 'text/html', Origin: origin };
	const init: RequestInit = { redirect: 'manual', headers };
	const sends = (body: string) => {
		headers['Content-Type'] = FORM;
		init.body = body;
		init.method = 'POST';
	};
	const query = 'action' in way && way.action !== null && way.action !== 'default' ? `?/${way.action}` : '';
	if (way.kind === 'data')
		return new Request(`${origin}${path === '/' ? '' : path}/__data.json?x-sveltekit-invalidated=11111`, init);
	if (way.kind === 'form') sends(way.body);
	if (way.kind === 'elsewhere') {
		sends('');
		headers['Origin'] = 'https://elsewhere.example';
	}
	if (way.kind === 'script action') {
		sends(way.body);
		headers['Accept'] = 'application/json';
		headers['x-sveltekit-action'] = 'true';
	}
	if (way.kind === 'method') {
		if (way.method !== 'GET') sends(way.body ?? '');
		init.method = way.method;
	}
	return new Request(`${origin}${path}${query}`, init);
}

/** What a page's data says about itself: the framework answers 200 and puts the truth inside. */
function dataStatus(text: string): { status: number; location: string } {
	const read = JSON.parse(text) as {
		type: string;
		location?: string;
		nodes?: ({ type?: string; status?: number } | null)[];
	};
	if (read.type === 'redirect') return { status: 303, location: read.location ?? '' };
	const failed = read.nodes?.find((node) => node?.type === 'error');
	return { status: failed ? (failed.status ?? 500) : 200, location: '' };
}

/** The same for an action that a script asked for. */
function actionStatus(status: number, text: string): { status: number; location: string } {
	const read = JSON.parse(text) as { type?: string; status?: number; location?: string };
	if (read.type === 'error' || read.type === undefined) return { status, location: '' };
	return { status: read.status ?? status, location: read.location ?? '' };
}

function meaningOf(status: number, location: string): Meaning {
	if (/^\/sign-in\/again\?to=/.test(location)) return 'prove it again';
	if (/^\/sign-in(\/staff)?\?to=/.test(location) || status === 401) return 'sign in first';
	if (status === 403) return 'refused';
	if (status === 404) return 'not there';
	if (status === 405) return 'no such way';
	return status < 500 ? 'welcome' : 'fault';
}

/** Asks as the holder of these cookies. */
export async function ask(origin: string, path: string, way: Way, cookie: string): Promise<Answer> {
	const request = requestOf(origin, path, way);
	if (cookie) request.headers.set('Cookie', cookie);
	const response = await fetch(request);
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.includes('json') ?? false;
	const location = response.headers.get('location') ?? '';
	let real = { status: response.status, location };
	if (isJson && way.kind === 'data') real = dataStatus(text);
	if (isJson && way.kind === 'script action') real = actionStatus(response.status, text);
	return { ...real, text, headers: response.headers, meaning: meaningOf(real.status, real.location) };
}
