import { expect, test } from 'vitest';
import { escaped, NO_CONTENT, protect, SAFETY_HEADERS } from './headers.ts';

test('an answer is kept nowhere, framed nowhere, and told to no other site', () => {
	const { headers } = protect(new Response('words', { headers: { 'Cache-Control': 'public' } }));
	expect(headers.get('Cache-Control')).toBe('no-store');
	expect(headers.get('Content-Security-Policy')).toBe(NO_CONTENT);
	expect(NO_CONTENT).toContain("frame-ancestors 'none'");
	for (const [name, value] of Object.entries(SAFETY_HEADERS)) expect(headers.get(name), name).toBe(value);
	expect(headers.get('Permissions-Policy')).toMatch(/^camera=\(\), .*microphone=\(\)/u);
});

test('a page keeps the policy that it brought', () => {
	const policy = "default-src 'self'";
	const page = protect(new Response('', { headers: { 'Content-Security-Policy': policy } }));
	expect(page.headers.get('Content-Security-Policy')).toBe(policy);
});

test('nothing in an attribute ends it', () => {
	expect(escaped(`https://x.example/?a="b'&<c>`)).toBe('https://x.example/?a=&quot;b&#39;&amp;&lt;c&gt;');
});
