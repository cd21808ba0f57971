import { describe, expect, it } from 'vitest';
import { ROLES, tenantOf, type Role, type SignedIn } from './actor.ts';
import { AREAS, areaOf, entryNeedsSignIn, mayEnter, signInFor } from './areas.ts';

const nobody = { actor: null, youngPerson: null };
const child = { actor: null, youngPerson: { accountId: 'a', youngPersonId: 'y' } };
function staff(...roles: readonly Role[]) {
	const actor: SignedIn = { staffId: 'a', name: 'Ada', tenant: tenantOf(roles[0] ?? 'IRO'), roles };
	return { actor, youngPerson: null };
}

describe('entry to an area', () => {
	it('is decided by the first segment, whatever the groups around it', () => {
		expect(areaOf('/(open)/survey/[page]')).toBe('survey');
		expect(areaOf('/(open)')).toBe('');
		expect(areaOf('/staff/(deep)/waves')).toBe('staff');
	});
	it('is open to everybody where a child may need it, and the session is not even read there', () => {
		for (const route of ['/(open)', '/(open)/survey/[page]', '/(open)/help', '/join', '/sign-in/pictures', '/leave']) {
			for (const person of [nobody, child, staff('IRO'), staff('advocacy worker')])
				expect(mayEnter(route, person)).toBe('welcome');
			expect(entryNeedsSignIn(route)).toBe(false);
		}
	});
	it('asks to sign in first, then looks at the roles', () => {
		expect(mayEnter('/committee', nobody)).toBe('sign in first');
		expect(mayEnter('/committee/releases/[release]', staff('committee member'))).toBe('welcome');
		expect(mayEnter('/staff/waves', staff('committee member'))).toBe('not yours');
		expect(mayEnter('/staff/waves', staff('committee member', 'IRO'))).toBe('welcome');
		expect(mayEnter('/staff/waves', staff())).toBe('not yours');
	});
	it('keeps a young person’s part from every member of staff, and theirs from young people', () => {
		expect(mayEnter('/me/account', child)).toBe('welcome');
		for (const role of ROLES) expect(mayEnter('/me/account', staff(role)), role).toBe('not yours');
		for (const area of ['staff', 'committee', 'advocate', 'account'])
			expect(mayEnter(`/${area}`, child), area).toBe('not yours');
	});
	it('keeps the two tenants apart', () => {
		for (const role of ROLES) {
			const worker = role === 'advocacy worker';
			expect(mayEnter('/advocate', staff(role)), role).toBe(worker ? 'welcome' : 'not yours');
			if (worker)
				for (const area of ['/staff', '/committee', '/me']) expect(mayEnter(area, staff(role))).toBe('not yours');
		}
	});
	it('answers no one on a route that nobody listed, nor on what every object has', () => {
		for (const route of ['/secret', '/constructor', '/__proto__', '/toString/deeper']) {
			for (const person of [nobody, child, staff(...ROLES)]) expect(mayEnter(route, person)).toBe('no such area');
			expect(entryNeedsSignIn(route)).toBe(true);
		}
	});
	it('sends young people and staff to the door that is theirs', () => {
		for (const area of Object.keys(AREAS).filter((one) => AREAS[one] !== 'everybody'))
			expect(signInFor(`/${area}`)).toBe(area === 'me' ? '/sign-in' : '/sign-in/staff');
	});
});
