import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { packed } from './packing.server.ts';

const WORDS = '<p>How are things?</p>'.repeat(200);
const asking = (accept: string) => new Request('http://localhost/survey', { headers: { 'Accept-Encoding': accept } });
const page = () =>
	new Response(WORDS, {
		status: 422,
		headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': String(WORDS.length), 'X-Kept': 'yes' }
	});

it('packs a page for a browser that takes it, and keeps the rest of the answer', async () => {
	const answer = await packed(asking('gzip, deflate, br'), page());
	expect(answer.status).toBe(422);
	expect(answer.headers.get('content-encoding')).toBe('gzip');
	expect(answer.headers.get('vary')).toBe('Accept-Encoding');
	expect(answer.headers.get('x-kept')).toBe('yes');
	expect(answer.headers.has('content-length')).toBe(false);
	const body = Buffer.from(await answer.arrayBuffer());
	expect(body.length).toBeLessThan(WORDS.length / 10);
	expect(gunzipSync(body).toString()).toBe(WORDS);
});

it('leaves alone what is no page, and everything for a browser that does not take it', async () => {
	const plain = await packed(asking('identity'), page());
	expect(plain.headers.has('content-encoding')).toBe(false);
	expect(await plain.text()).toBe(WORDS);
	const away = new Response(null, { status: 303, headers: { Location: '/survey/next' } });
	expect(await packed(asking('gzip'), away)).toBe(away);
});
