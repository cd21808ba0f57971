import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashOf } from '#lib/secrets/envelope.ts';
import {
	closesIn,
	markOf,
	minuteOf,
	QUIET_MINUTES,
	readVisit,
	sealVisit,
	VISIT_COOKIE_OPTIONS,
	type Visit
} from './visit.server.ts';

const MINUTE = 60_000;
const BEGAN = 1_800_000_000_000;
const key = randomBytes(32);
const visit: Visit = {
	id: 'id',
	tag: 'tag',
	seed: 'seed',
	wave: 'wave',
	version: '11-17',
	code: '7KQ01MZX9TB40VWA',
	draft: { id: 'draft', key: 'the key of the draft' },
	kept: true,
	began: minuteOf(BEGAN),
	seen: minuteOf(BEGAN),
	language: 'en',
	comments: ['w1'],
	sent: false
};

it('comes back whole from its cookie, which says nothing to anybody else', () => {
	const cookie = sealVisit(key, visit);
	expect(readVisit(key, cookie, BEGAN)).toEqual({ kind: 'visit', visit });
	for (const form of ['utf8', 'base64url'] as const) {
		const plain = form === 'utf8' ? cookie : Buffer.from(cookie, 'base64url').toString('latin1');
		for (const secret of [visit.code, 'draft', '11-17']) expect(plain).not.toContain(secret);
	}
});

it('is none without a cookie, with a changed one, with another server’s and with an older form', () => {
	const cookie = sealVisit(key, visit);
	const changed = (cookie.startsWith('A') ? 'B' : 'A') + cookie.slice(1);
	for (const wrong of [undefined, '', 'x', changed, cookie.slice(0, -4), sealVisit(randomBytes(32), visit)])
		expect(readVisit(key, wrong, BEGAN)).toEqual({ kind: 'none' });
	const older = { ...visit, version: 'all ages' } as unknown as Visit;
	expect(readVisit(key, sealVisit(key, older), BEGAN)).toEqual({ kind: 'none' });
});

it('is over after twenty quiet minutes, and after six hours whatever was done', () => {
	const cookie = sealVisit(key, visit);
	const at = (minutes: number, sealed = cookie) => readVisit(key, sealed, BEGAN + minutes * MINUTE).kind;
	expect(at(QUIET_MINUTES - 1)).toBe('visit');
	expect(at(QUIET_MINUTES)).toBe('quiet too long');
	const busy = sealVisit(key, { ...visit, seen: visit.began + 6 * 60 - 1 });
	expect(at(6 * 60 - 1, busy)).toBe('visit');
	expect(at(6 * 60, busy)).toBe('quiet too long');
});

it('is sent to the survey’s pages only, out of reach of scripts, and ends with the browser', () => {
	expect(VISIT_COOKIE_OPTIONS).toEqual({ path: '/survey', httpOnly: true, secure: true, sameSite: 'lax' });
});

it('has a mark for its forms that is the same throughout and no other visit’s, and says nothing', () => {
	const later = { ...visit, draft: null, kept: false, seen: visit.seen + 5, comments: [], sent: true };
	expect(markOf(later)).toBe(markOf(visit));
	expect(markOf({ ...visit, id: 'another' })).not.toBe(markOf(visit));
	// The hash of the identity alone marks a spent code: whoever reads a page must not find it there.
	expect(hashOf(visit.id)).not.toContain(markOf(visit));
	expect(markOf(visit)).toMatch(/^[\w-]{12}$/);
});

it('says how long it lasts, never longer than it does', () => {
	const last = BEGAN + 59_999;
	const sealed = sealVisit(key, { ...visit, seen: minuteOf(last) });
	const { quiet, altogether } = closesIn(visit, last);
	expect(readVisit(key, sealed, last + quiet * 1000).kind).toBe('visit');
	expect(readVisit(key, sealed, last + (quiet + 60) * 1000).kind).toBe('quiet too long');
	expect(altogether).toBeLessThanOrEqual(6 * 3600);
	expect(closesIn(visit, BEGAN + 7 * 3600_000).altogether).toBe(0);
});
