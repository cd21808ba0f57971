/*
 * The server in front of the built pages: headers on everything, limits on time and size, and the door. What a request
 * means is decided behind it. The Host header decides nothing: addresses are built from ORIGIN alone, and proxies rewrite Host.
 */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { escaped, NO_CONTENT, PAGE_HEADERS, SAFETY_HEADERS } from '../headers.ts';
import { takesFiles, turnedAway, type TurnedAway } from './door.ts';

const SECOND = 1000;
/** Headers in ten seconds, words in thirty, files in five minutes: nobody holds a connection by sending slowly. */
const TIMES = { headers: 10 * SECOND, words: 30 * SECOND, files: 300 * SECOND };
/** Longer than the usual minute of a proxy, so that it never sends on a connection that we just closed. */
const IDLE = 65 * SECOND;
/** How long a refused body is swallowed, so that a browser that is still sending gets to read why. */
const SWALLOW = 5 * SECOND;
const DAY = 86_400 * SECOND;

interface Front {
	/** The address people should use. */
	origin: string | undefined;
	/** Told once a day at most, and without any address, that somebody came over plain http. */
	onPlainHttp: () => void;
}

const pathOf = (request: IncomingMessage) => (request.url ?? '/').split('?')[0] ?? '/';

function setHeaders(response: ServerResponse, path: string): void {
	for (const [name, value] of Object.entries(SAFETY_HEADERS)) response.setHeader(name, value);
	response.setHeader('Content-Security-Policy', NO_CONTENT);
	// Hashed files say for themselves that they never change.
	response.setHeader('Cache-Control', path.startsWith('/fonts/') ? 'public, max-age=604800' : 'no-cache');
}

function refuse(request: IncomingMessage, response: ServerResponse, refused: TurnedAway, origin: string | undefined) {
	const words = refused.words.map((one) => `<p>${escaped(one)}</p>`).join('');
	const link = refused.kind === 'plain http' && origin?.startsWith('https:') ? escaped(origin) : '';
	const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Earshot</title><h1>${escaped(refused.title)}</h1>${words}${link && `<p><a href="${link}">${link}</a></p>`}</html>`;
	for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
	response.writeHead(refused.status, { 'Content-Type': 'text/html; charset=utf-8', Connection: 'close' });
	response.end(page);
	request.resume();
	setTimeout(() => request.destroy(), SWALLOW).unref();
}

/** Ends the connection when what should be a few words takes too long. */
function limitWords(request: IncomingMessage, response: ServerResponse): void {
	const slow = setTimeout(() => request.destroy(), TIMES.words).unref();
	const done = () => clearTimeout(slow);
	request.once('end', done);
	response.once('close', done);
}

/** The server, not yet listening, in front of a handler. */
export function frontOf(handler: RequestListener, { origin, onPlainHttp }: Front): Server {
	let toldAt = -DAY;
	const limits = {
		headersTimeout: TIMES.headers,
		requestTimeout: TIMES.files,
		keepAliveTimeout: IDLE,
		connectionsCheckingInterval: 5 * SECOND,
		maxHeaderSize: 16 * 1024
	};
	const server = createServer(limits, (request, response) => {
		const path = pathOf(request);
		setHeaders(response, path);
		const encrypted = 'encrypted' in request.socket;
		const refused = turnedAway({ path, headers: request.headers, encrypted });
		if (refused?.kind === 'plain http' && performance.now() - toldAt > DAY) {
			toldAt = performance.now();
			onPlainHttp();
		}
		if (refused) return refuse(request, response, refused, origin);
		if (request.headers['content-length'] && !takesFiles(path)) limitWords(request, response);
		if (request.headers.expect) response.writeContinue();
		handler(request, response);
	});
	// Who asks first whether to send is answered before anything is sent.
	server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) =>
		server.emit('request', request, response)
	);
	return server;
}
