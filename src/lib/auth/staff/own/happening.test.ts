import { expect, it } from 'vitest';
import { happeningInWords } from './happening.ts';

const by = { at: '', actorKind: 'staff', actorName: 'Ada', detail: {} };

it('says what one did oneself in words, and names who else did something', () => {
	const signedIn = { ...by, what: 'signed in', detail: { means: 'passkey', device: 'Firefox on Linux' } };
	expect(happeningInWords(signedIn)).toBe('You signed in (passkey): Firefox on Linux.');
	expect(happeningInWords({ ...by, what: 'role given' })).toBe('Role given, by Ada.');
	expect(happeningInWords({ ...by, what: 'account disabled', actorKind: 'nobody', actorName: '' })).toBe(
		'Account disabled.'
	);
});

it('tells apart a password that somebody guesses at from a password that somebody knows', () => {
	const locked = { ...by, actorKind: 'nobody', what: 'sign-in locked' };
	expect(happeningInWords({ ...locked, detail: { step: 'password' } })).toContain('wrong too often with your password');
	expect(happeningInWords({ ...locked, detail: { step: 'second factor' } })).toContain('after your right password');
});
