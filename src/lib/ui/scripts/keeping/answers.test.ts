import { describe, expect, it } from 'vitest';
import { meaningOf, restFrom } from './answers.ts';

const means = (statuses: number[], more: { redirected?: boolean; asks?: boolean } = {}) =>
	statuses.map((status) => meaningOf({ status, redirected: more.redirected ?? false }, more.asks ?? false));

describe('what an answer means', () => {
	it('is to wait where it is too late, too early, too often or broken', () => {
		expect(new Set(means([408, 425, 429, 500, 501, 502, 503, 504, 507, 520, 599]))).toEqual(new Set(['not now']));
	});

	it('is a refusal, which must not take the page away', () => {
		expect(new Set(means([400, 401, 403, 404, 405, 413, 415, 418, 431, 451]))).toEqual(new Set(['refused']));
	});

	it('is a page where it is one, or where the server led on', () => {
		expect(new Set(means([200, 400, 422, 429, 503], { asks: true }))).toEqual(new Set(['shows']));
		expect(new Set(means([200, 404, 410], { redirected: true }))).toEqual(new Set(['shows']));
		expect(means([200, 409])).toEqual(['shows', 'shows']);
	});
});

it('rests as long as the server asks, but never longer than a minute', () => {
	const now = Date.parse('2026-03-02T10:00:00Z');
	const asked = [null, '', '7', '3600', '-4', 'soon', 'Mon, 02 Mar 2026 10:00:20 GMT', 'Mon, 02 Mar 2026 09:00:00 GMT'];
	expect(asked.map((after) => restFrom(after, now))).toEqual([0, 0, 7000, 60_000, 0, 0, 20_000, 0]);
});
