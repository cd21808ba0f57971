import { expect, it } from 'vitest';
import { z } from 'zod';
import { passingKeyring } from '../../../tests/open-wave.ts';
import { UNDER_WAY_COOKIE, UNDER_WAY_OPTIONS, underWay } from './under-way.server.ts';

const BEGAN = new Date('2027-03-01T09:00:00Z');
const after = (minutes: number) => new Date(BEGAN.getTime() + minutes * 60_000);
const secondStep = underWay('second step', z.object({ staffId: z.string() }));
const enrolling = underWay('enrolling', z.object({ staffId: z.string() }));

it('remembers what one page told the next, for ten minutes and not longer', () => {
	const keyring = passingKeyring();
	const cookie = secondStep.seal(keyring, { staffId: 'ann' }, BEGAN);
	for (const minutes of [0, 5, 9.99])
		expect(secondStep.read(keyring, cookie, after(minutes))).toEqual({ staffId: 'ann' });
	for (const minutes of [10, 60, 100_000]) expect(secondStep.read(keyring, cookie, after(minutes))).toBeNull();
});

it('remembers longer where people need longer', () => {
	const keyring = passingKeyring();
	const long = underWay('long', z.object({ staffId: z.string() }), 30);
	const cookie = long.seal(keyring, { staffId: 'ann' }, BEGAN);
	expect(long.read(keyring, cookie, after(29.99))).toEqual({ staffId: 'ann' });
	expect(long.read(keyring, cookie, after(30))).toBeNull();
});

it('tells nobody what it remembers, and not twice in the same letters', () => {
	const keyring = passingKeyring();
	const [one, other] = [1, 2].map(() => secondStep.seal(keyring, { staffId: 'a-known-person' }, BEGAN));
	expect(one).not.toBe(other);
	expect(Buffer.from(one ?? '', 'base64url').toString()).not.toContain('a-known-person');
});

it('takes no cookie of another flow, of another server’s keys, of another form, or of nobody', () => {
	const keyring = passingKeyring();
	const cookie = enrolling.seal(keyring, { staffId: 'ann' }, BEGAN);
	expect(secondStep.read(keyring, cookie, BEGAN)).toBeNull();
	expect(enrolling.read(passingKeyring(), cookie, BEGAN)).toBeNull();
	const wider = underWay('enrolling', z.object({ staffId: z.string(), code: z.string() }));
	expect(wider.read(keyring, cookie, BEGAN)).toBeNull();
	for (const nothing of [undefined, '', 'x', 'AAAA'.repeat(20)])
		expect(enrolling.read(keyring, nothing, BEGAN)).toBeNull();
});

it('takes no cookie in which a single bit was changed', () => {
	const keyring = passingKeyring();
	const bytes = Buffer.from(secondStep.seal(keyring, { staffId: 'ann' }, BEGAN), 'base64url');
	for (let at = 0; at < bytes.length; at += 1) {
		const altered = Buffer.from(bytes);
		altered[at] = (altered[at] ?? 0) ^ 1;
		expect(secondStep.read(keyring, altered.toString('base64url'), BEGAN), `byte ${at}`).toBeNull();
	}
});

it('stands in a cookie of this host alone, out of reach of scripts, gone with the browser', () => {
	expect(UNDER_WAY_COOKIE).toMatch(/^__Host-/);
	expect(UNDER_WAY_OPTIONS).toEqual({ path: '/', httpOnly: true, secure: true, sameSite: 'lax' });
});
