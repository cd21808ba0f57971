import { once } from 'node:events';
import { request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SAFETY_HEADERS } from '../headers.ts';
import { frontOf } from './listening.server.ts';

let warned = 0;
let read = 0;
let server: Server;

beforeAll(async () => {
	server = frontOf(
		(incoming, response) => {
			incoming.on('data', (bytes: Buffer) => (read += bytes.length)).on('end', () => response.end('in'));
		},
		{ origin: 'https://earshot.example', onPlainHttp: () => (warned += 1) }
	).listen(0, '127.0.0.1');
	await once(server, 'listening');
});
afterAll(() => server.close());

async function ask(path: string, headers: Record<string, string> = {}, body?: Buffer) {
	const { port } = server.address() as AddressInfo;
	const asking = request({ port, host: '127.0.0.1', path, method: body ? 'POST' : 'GET', headers });
	asking.end(body);
	const [answer] = (await once(asking, 'response')) as [IncomingMessage];
	return { status: answer.statusCode, headers: answer.headers, words: await text(answer) };
}

const LARGE = Buffer.alloc(600 * 1024);

test('everything that is answered carries the headers, whoever answers', async () => {
	for (const answer of [await ask('/'), await ask('/', { host: 'elsewhere.example' }), await ask('/', {}, LARGE)]) {
		for (const [name, value] of Object.entries(SAFETY_HEADERS)) expect(answer.headers[name.toLowerCase()]).toBe(value);
		expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
	}
	expect((await ask('/fonts/a.woff2')).headers['cache-control']).toContain('max-age');
});

test('what is too large is refused unread, and the browser that sent it reads why', async () => {
	read = 0;
	const refused = await ask('/survey', {}, LARGE);
	expect(refused).toMatchObject({
		status: 413,
		words: expect.stringContaining('Everything we thanked you for is safe')
	});
	expect(refused.headers).toMatchObject({ connection: 'close', 'cache-control': 'no-store' });
	expect(read).toBe(0);
	expect((await ask('/staff/people/import', {}, LARGE)).words).toBe('in');
	expect(read).toBe(LARGE.length);
});

test('who asks first whether to send is answered before anything is sent', async () => {
	const { port } = server.address() as AddressInfo;
	const headers = { Expect: '100-continue', 'Content-Length': String(LARGE.length) };
	let continued = 0;
	for (const [path, status] of [
		['/survey', 413],
		['/staff/people/import', 200]
	] as const) {
		const asking = request({ port, host: '127.0.0.1', path, method: 'POST', headers });
		asking.on('continue', () => {
			continued += 1;
			asking.end(LARGE);
		});
		asking.flushHeaders();
		const [answer] = (await once(asking, 'response')) as [IncomingMessage];
		expect(answer.statusCode, path).toBe(status);
		answer.resume();
		asking.destroy();
	}
	expect(continued).toBe(1);
});

test('plain http from elsewhere gets a page that says so, and the operator hears it once', async () => {
	const refused = await ask('/sign-in', { host: 'earshot.example' });
	expect(refused.status).toBe(400);
	expect(refused.words).toContain('<a href="https://earshot.example">');
	expect(refused.words).not.toContain('in</');
	await ask('/', { host: 'earshot.example' });
	expect(warned).toBe(1);
	expect((await ask('/health', { host: '10.0.0.3' })).words).toBe('in');
	expect((await ask('/', { host: 'earshot.example', 'X-Forwarded-Proto': 'https' })).words).toBe('in');
});
