import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALPHABET, codeFromBytes, printedCode, readCode } from './code.ts';

const right = { selector: '7KQ0', verifier: '1MZX9TB40VWA' };

describe('a survey code', () => {
	it('is read back from how it is printed, whatever it is', () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
				const code = codeFromBytes(bytes);
				expect(printedCode(code)).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
				expect(readCode(printedCode(code))).toEqual(code);
			})
		);
	});

	it.each([
		['as printed', '7KQ0-1MZX-9TB4-0VWA'],
		['in small letters without dashes', '7kq01mzx9tb40vwa'],
		['with blanks around and between', '  7KQ0 1MZX\t9TB4 0VWA\n'],
		['with O for 0', '7KQO-1MZX-9TB4-OVWA'],
		['with I for 1', '7KQ0-IMZX-9TB4-0VWA'],
		['with a small l for 1', '7kq0-lmzx-9tb4-0vwa'],
		['with dots and underlines', '7KQ0.1MZX_9TB4,0VWA'],
		['with the dash a phone makes', '7KQ0–1MZX—9TB4‐0VWA'],
		['with a dash that does not break', '7KQ0\u20111MZX\u20119TB4\u20110VWA'],
		['with a minus sign', '7KQ0\u22121MZX\u22129TB4\u22120VWA'],
		['with blanks that nobody sees', '\u200B7KQ0\u00AD1MZX\u20609TB4\uFEFF0VWA'],
		['in wide letters', '７ＫＱ０－１ＭＺＸ－９ＴＢ４－０ＶＷＡ']
	])('is read %s', (_, typed) => {
		expect(readCode(typed)).toEqual(right);
	});

	it.each([
		['nothing', ''],
		['a letter too few', '7KQ0-1MZX-9TB4-0VW'],
		['a letter too many', '7KQ0-1MZX-9TB4-0VWAA'],
		['a letter that no code has', '7KQ0-1MZX-9TB4-0VWU'],
		['letters of another script', '7КQ0-1MZX-9TB4-0VWA'],
		['a whole page', 'A'.repeat(10_000)]
	])('is not read from %s', (_, typed) => {
		expect(readCode(typed)).toBeNull();
	});

	it('draws every letter about equally often', () => {
		const often = new Map<string, number>();
		for (let drawn = 0; drawn < 4000; drawn += 1) {
			const { selector, verifier } = codeFromBytes(randomBytes(16));
			for (const letter of selector + verifier) often.set(letter, (often.get(letter) ?? 0) + 1);
		}
		expect([...often.keys()].sort().join('')).toBe(ALPHABET);
		const expected = (4000 * 16) / 32;
		const distance = [...often.values()].reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
		// Chi-square with 31 degrees of freedom: above 85 less often than once in a million runs.
		expect(distance).toBeLessThan(85);
	});
});
