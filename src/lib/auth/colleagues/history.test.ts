import { expect, it } from 'vitest';
import { RECORDED } from '#lib/audit/event.ts';
import { ACCOUNT_CHANGES, tellActor, tellChange, tellEvent } from './history.ts';

it('tells roles by their names, and everything else in words', () => {
	expect(tellEvent({ what: 'role given', detail: { role: 'IRO' } })).toBe('Role given: IRO');
	const added = { what: 'account added', detail: { roles: 'IRO, administrator' } };
	expect(tellEvent(added)).toBe('Account added with: IRO, Administrator');
	const matched = { what: 'matched to an account', detail: { role: 'IRO', count: 3 } };
	expect(tellEvent(matched)).toBe('Given by their name in the council’s file: 3 young people, as IRO');
	for (const what of RECORDED) {
		const told = tellEvent({
			what,
			detail: { role: 'administrator', roles: 'IRO', reason: 'x', means: 'y', count: 1 }
		});
		expect(told).toMatch(/^[A-Z]/);
		expect(told).not.toContain('undefined');
	}
});

it('names who did it', () => {
	expect(tellActor({ actorKind: 'staff', actorName: 'Ada' })).toBe('Ada');
	expect(tellActor({ actorKind: 'command line', actorName: 'command line' })).toBe('the server’s command line');
	expect(tellActor({ actorKind: 'nobody', actorName: '' })).toBe('the server');
});

it('tells each change of an account with the name and the role, none in general words', () => {
	const told = (what: string, detail = {}) => tellChange({ what, detail }, 'Cleo');
	expect(told('account added', { roles: 'IRO, social worker' })).toBe('added Cleo as an IRO and a social worker');
	expect(told('role given', { role: 'administrator' })).toBe('made Cleo an administrator');
	const all = ACCOUNT_CHANGES.map((what) => told(what, { role: 'IRO', roles: 'IRO', reason: 'x' }));
	expect(new Set([...all, told('something else')]).size).toBe(ACCOUNT_CHANGES.length + 1);
	for (const words of all) expect(words).toMatch(/^[a-z].*Cleo/);
});
