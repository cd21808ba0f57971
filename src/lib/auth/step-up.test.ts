import { expect, it } from 'vitest';
import { isProven, NEEDS_PROOF, needsProof, PROOF_MINUTES, proofAddress } from './step-up.ts';

const NOW = new Date('2027-03-01T09:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

it('a proof is fresh for five minutes, to the millisecond', () => {
	expect(PROOF_MINUTES).toBe(5);
	expect(isProven(NOW, NOW)).toBe(true);
	expect(isProven(new Date(ago(5).getTime() + 1), NOW)).toBe(true);
	expect(isProven(ago(5), NOW)).toBe(false);
	expect(isProven(ago(480), NOW)).toBe(false);
});

it('what is listed needs one, with everything beneath it, whatever the groups around it', () => {
	for (const route of NEEDS_PROOF) {
		expect(needsProof(route), route).toBe(true);
		expect(needsProof(`${route}/deeper/[one]`), route).toBe(true);
		expect(needsProof(`/(group)${route}`), route).toBe(true);
	}
});

it('what merely begins with the same letters needs none', () => {
	for (const route of ['/staff', '/staff/settingsx', '/staff/people', '/staff/people/[person]', '/account', '/me'])
		expect(needsProof(route), route).toBe(false);
});

it('exports, releases, cards, roles, who hears a child, what is deleted, ways to sign in and where notices go are listed', () => {
	for (const route of [
		'/staff/waves/[wave]/release',
		'/staff/people/[person]/card',
		'/staff/settings/staff/[person]',
		'/staff/settings/talking',
		'/staff/settings/retention',
		'/staff/data-requests/new',
		'/committee/releases/[release]/release.csv',
		'/committee/releases/[release]/release.json',
		'/account/factors/generator',
		'/me/account/ways/pictures',
		'/me/account/notices'
	])
		expect(needsProof(route), route).toBe(true);
});

it('young people prove it by signing in again, staff with their second factor', () => {
	expect(proofAddress('/me/account/ways')).toBe('/sign-in');
	for (const route of ['/staff/settings', '/committee/releases/[release]/release.csv', '/account/factors'])
		expect(proofAddress(route)).toBe('/sign-in/again');
});
