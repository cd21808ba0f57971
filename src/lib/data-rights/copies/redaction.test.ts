import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blackOut, has, HIDDEN, suggestedNames, wordsIn } from './redaction.ts';

describe('blacking out', () => {
	it('hides whole words wherever they stand, in any case, over any spaces and either apostrophe', () => {
		expect(blackOut('Sam came. SAM’s dog, and Samuel.', ['sam'])).toBe(`${HIDDEN} came. ${HIDDEN}’s dog, and Samuel.`);
		expect(blackOut('Aunt  Mary\nO’Neil rang', ["aunt mary o'neil"])).toBe(`${HIDDEN} rang`);
		expect(blackOut('Zoë lives at 4 Elm-Road', ['Zoe\u0308', '4 Elm‑Road'])).toBe(`${HIDDEN} lives at ${HIDDEN}`);
		expect(blackOut('call 07700 900123 (home)', ['07700 900123', '(home)'])).toBe(`call ${HIDDEN} ${HIDDEN}`);
	});

	it('hides the longer of two first, so that no half of a name stays', () => {
		expect(blackOut('Mary Ann and Mary', ['Mary', 'Mary Ann'])).toBe(`${HIDDEN} and ${HIDDEN}`);
	});

	it('leaves nothing of the hidden words in any text, and the same sign whatever their length', () => {
		const word = fc
			.stringMatching(/^[\p{L}\p{N}.*+?()[\]$^|\\'-]{1,12}$/u)
			.filter((one) => one.trim() !== '' && !HIDDEN.includes(one));
		fc.assert(
			fc.property(word, fc.array(fc.string(), { maxLength: 4 }), (hidden, around) => {
				const text = around.join(` ${hidden} `);
				expect(has(blackOut(text, [hidden]), hidden)).toBe(false);
				expect(blackOut(` ${hidden} `, [hidden])).toBe(` ${HIDDEN} `);
			})
		);
	});
});

describe('words in a box', () => {
	it('are one a line, tidied, each once', () => {
		expect(wordsIn(' Aunt   Mary \r\n\nMary\nMary\n███')).toEqual(['Aunt Mary', 'Mary']);
	});
});

describe('suggested names', () => {
	it('are capitalised words inside sentences and others’ names, never one’s own, staff’s or the days', () => {
		const texts = [
			'Yesterday my brother Jayden hit me. Then Amina Bello came on Monday, and I told kofi. Robin was there, said Robin.'
		];
		const known = { own: ['Robin'], staff: ['Amina Bello'], others: ['Kofi', 'Nobody'] };
		expect(suggestedNames(texts, known)).toEqual(['Jayden', 'Kofi']);
	});
});
