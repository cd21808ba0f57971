import { expect, it } from 'vitest';
import { ROLES } from '#lib/auth/actor.ts';
import { REVIEWING_OFFICERS, SOCIAL_WORKERS } from './names.ts';
import { SIGN_INS, tellSignIns } from './sign-ins.ts';

it('there is somebody for every role, and a second administrator to agree', () => {
	const held = SIGN_INS.flatMap(({ roles }) => roles);
	expect([...new Set(held)].sort()).toEqual([...ROLES].sort());
	expect(held.filter((role) => role === 'administrator')).toHaveLength(2);
	expect(held.filter((role) => role === 'safeguarding lead')).toHaveLength(2);
});

it('workers have names that stand in the details, so that they have caseloads', () => {
	for (const { name, roles } of SIGN_INS) {
		if (roles.includes('IRO')) expect(REVIEWING_OFFICERS).toContain(name);
		if (roles.includes('social worker')) expect(SOCIAL_WORKERS.flat()).toContain(name);
	}
});

it('is printed in columns that fit a terminal', () => {
	for (const line of tellSignIns()) expect(line.length).toBeLessThan(120);
	expect(new Set(SIGN_INS.map(({ email }) => email)).size).toBe(SIGN_INS.length);
});
