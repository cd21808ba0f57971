import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partWanted, readReason, REASON_LENGTH, WHYS } from './reason.ts';

const letters = fc.string({ unit: fc.constantFrom(...'abcdefghij'), minLength: 10, maxLength: 300 });

it('takes a kind and a sentence of one’s own, with its blanks made plain', () => {
	expect(readReason({ why: 'worry', words: '  Their school\n rang   me. ' })).toEqual({
		kind: 'read',
		reason: { why: 'worry', words: 'Their school rang me.' }
	});
	fc.assert(
		fc.property(fc.constantFrom(...WHYS), letters, (why, words) => {
			expect(readReason({ why, words })).toEqual({ kind: 'read', reason: { why, words } });
		})
	);
});

it('says of each field what is missing, all at once', () => {
	const wrong = readReason({});
	expect(wrong.kind === 'wrong' && Object.keys(wrong.faults)).toEqual(['why', 'words']);
	for (const words of ['', 'because', '. . . . . . . . . .', '1234567890', 'a'.repeat(REASON_LENGTH.most + 1)])
		expect(readReason({ why: 'asked', words }), words).toMatchObject({ kind: 'wrong' });
	expect(readReason({ why: 'curious', words: 'I wanted to look.' })).toMatchObject({ kind: 'wrong' });
});

it('leads back only to a part that there is', () => {
	expect(['details', 'card', 'card/stopping'].map(partWanted)).toEqual(['details', 'card', 'card/stopping']);
	for (const other of [null, '', '..', '//elsewhere.example', 'reason']) expect(partWanted(other)).toBe('');
});
