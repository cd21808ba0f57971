import { expect, it } from 'vitest';
import { entriesOf, putBack, sameEntries } from './entries.ts';

const field = (type: string, name: string, value: string, checked = false) => ({ type, name, value, checked });

it('puts back what was picked, ticked and typed, and nothing else', () => {
	const form = new FormData();
	for (const [name, value] of [
		['home', 'b'],
		['likes', 'x'],
		['likes', 'z'],
		['words', 'two\nlines']
	] as const)
		form.append(name, value);
	const fields = [
		field('radio', 'home', 'a', true),
		field('radio', 'home', 'b'),
		field('checkbox', 'likes', 'x'),
		field('checkbox', 'likes', 'y', true),
		field('checkbox', 'likes', 'z'),
		field('textarea', 'words', ''),
		field('text', 'number', '7'),
		field('submit', 'go', 'next')
	];
	putBack(fields, entriesOf(form));
	expect(fields.map(({ value, checked }) => [value, checked])).toEqual([
		['a', false],
		['b', true],
		['x', true],
		['y', false],
		['z', true],
		['two\nlines', false],
		['', false],
		['next', false]
	]);
});

it('knows whether anything changed', () => {
	const one = [['a', '1'] as const, ['b', '2'] as const];
	expect(sameEntries(one, [...one])).toBe(true);
	expect(sameEntries(one, [['a', '1']])).toBe(false);
	expect(
		sameEntries(one, [
			['a', '1'],
			['b', '3']
		])
	).toBe(false);
});
