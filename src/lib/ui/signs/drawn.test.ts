import { expect, test } from 'vitest';
import { signs } from '#lib/i18n/en/signs.ts';
import { SIGNS } from '#lib/surveys/sign.ts';
import { SIGN_DRAWINGS } from './drawn.ts';

test('every sign has a drawing and a name, and no drawing or name is without a sign', () => {
	expect(Object.keys(SIGN_DRAWINGS).toSorted()).toEqual([...SIGNS].toSorted());
	expect(Object.keys(signs).toSorted()).toEqual([...SIGNS].toSorted());
	for (const sign of SIGNS) expect(SIGN_DRAWINGS[sign].length, sign).toBeGreaterThan(0);
});

test('no two signs look or sound the same', () => {
	expect(new Set(SIGNS.map((sign) => JSON.stringify(SIGN_DRAWINGS[sign]))).size).toBe(SIGNS.length);
	expect(new Set(Object.values(signs)).size).toBe(SIGNS.length);
});

test('a sign has one tint at most, and paths that can be drawn within its field', () => {
	for (const sign of SIGNS) {
		const tints = SIGN_DRAWINGS[sign]
			.map(([tint]) => tint)
			.filter((tint) => !['plain', 'solid', 'none'].includes(tint));
		expect(new Set(tints).size, sign).toBeLessThanOrEqual(1);
		for (const [, path] of SIGN_DRAWINGS[sign]) {
			expect(path, sign).toMatch(/^M[\d\s.MmCcSsQqTtAaLlHhVvZz-]+$/u);
			expect(path.match(/\.\d{2,}/gu) ?? [], sign).toEqual([]);
			for (const [, x, y] of path.matchAll(/M([\d.]+) ([\d.]+)/gu)) {
				expect(Number(x), sign).toBeLessThanOrEqual(48);
				expect(Number(y), sign).toBeLessThanOrEqual(48);
			}
		}
	}
});

test('a page stays light: no sign takes more than a few short paths', () => {
	for (const sign of SIGNS) expect(JSON.stringify(SIGN_DRAWINGS[sign]).length, sign).toBeLessThan(700);
});

test('how often something is so is told by as many open arcs, down to the dot alone', () => {
	const arcs = (sign: 'always' | 'often' | 'sometimes' | 'never') =>
		SIGN_DRAWINGS[sign]
			.filter(([tint]) => tint === 'none')
			.join('')
			.split('M').length - 1;
	expect([arcs('always'), arcs('often'), arcs('sometimes'), arcs('never')]).toEqual([4, 3, 1, 0]);
});
