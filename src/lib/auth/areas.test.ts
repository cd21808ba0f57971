import { describe, expect, it } from 'vitest';
import { areaOf, mayEnter } from './areas.ts';
import type { SignedIn } from './actor.ts';

const member: SignedIn = { staffId: 'a', name: 'Ada', roles: ['committee member'] };

describe('entry to an area', () => {
	it('is decided by the first segment, whatever the groups around it', () => {
		expect(areaOf('/(open)/survey/[page]')).toBe('survey');
		expect(areaOf('/(open)')).toBe('');
		expect(areaOf('/staff/(deep)/waves')).toBe('staff');
	});
	it('is open to everybody where a child may need it', () => {
		for (const route of ['/(open)', '/(open)/survey/[page]', '/(open)/help'])
			expect(mayEnter(route, null)).toBe('welcome');
	});
	it('asks to sign in first, then looks at the roles', () => {
		expect(mayEnter('/committee', null)).toBe('sign in first');
		expect(mayEnter('/committee/releases/[release]', member)).toBe('welcome');
		expect(mayEnter('/staff/waves', member)).toBe('not yours');
	});
	it('answers no one on a route that nobody listed', () => {
		expect(mayEnter('/secret', member)).toBe('no such area');
		expect(mayEnter('/constructor', member)).toBe('no such area');
	});
});
