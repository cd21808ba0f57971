import { expect, test } from 'vitest';
import { open } from '#lib/i18n/en/open.ts';
import { HELPLINES, phoneLink } from './helplines.ts';

test('a number is dialled by its digits alone', () => {
	expect(phoneLink('0808 808 1001')).toBe('tel:08088081001');
	expect(phoneLink('999')).toBe('tel:999');
});

test('danger comes first, then a line that answers at every hour', () => {
	expect(HELPLINES[0]?.number).toBe('999');
	expect(HELPLINES[1]?.always).toBe(true);
});

test('every line says in words of its own what it does', () => {
	const words: Record<string, string> = open.help.lines;
	for (const line of HELPLINES) expect(words[line.key], line.key).toMatch(/\w/u);
	expect(Object.keys(words)).toHaveLength(HELPLINES.length);
});
