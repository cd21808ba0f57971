import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LOOKS } from '#lib/settings/look.ts';
import { TINTS as PAPERS } from '../comfort/comfort.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const colours = read('./colours.css');
const looks = read('./looks.css');
const comfort = read('./comfort.css');

/** The roles and their six-digit colours in the rule that a selector opens. */
function rolesOf(selector: string, css = colours): Map<string, string> {
	const body = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
	return new Map(
		[...body.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/gu)].map((found) => [found[1] ?? '', found[2] ?? ''])
	);
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
	const digits = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1);
	const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
		const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(roles: Map<string, string>, one: string, other: string): number {
	const [light = 0, dark = 0] = [one, other].map((role) => luminance(roles.get(role) ?? '')).sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

const light = rolesOf("[data-theme='light']");
const dark = rolesOf("[data-theme='dark']");
const GROUNDS = ['page', 'surface', 'sunk'];
const TINTS = [...light.keys()].filter((role) => role.startsWith('tint-'));

/** Both schemes of the shipped look, and of every other as laid over it. */
const LOOKED: [string, Map<string, string>][] = LOOKS.flatMap((look) => [
	[`light ${look}`, new Map([...light, ...rolesOf(`[data-look='${look}']`, looks)])],
	[`dark ${look}`, new Map([...dark, ...rolesOf(`[data-theme='dark'][data-look='${look}']`, looks)])]
]);

/** What a visitor lays over a look: a coloured paper, which is always light, or the highest contrast. */
const laidOver = ([scheme, roles]: [string, Map<string, string>]): [string, Map<string, string>][] => {
	const isLight = scheme.startsWith('light');
	const papers = isLight ? PAPERS.map((paper) => [paper, '[data-tint]', `[data-tint='${paper}']`]) : [];
	const clearest = ['clearest', `:root${isLight ? '' : "[data-theme='dark']"}[data-contrast='high']`];
	return [...papers, clearest].map(([name = '', ...selectors]) => [
		`${scheme} ${name}`,
		new Map([...roles, ...selectors.flatMap((selector) => [...rolesOf(selector, comfort)])])
	]);
};

const SCHEMES = [...LOOKED, ...LOOKED.flatMap(laidOver)];

for (const [scheme, roles] of SCHEMES) {
	test(`text on every ground and tint of the ${scheme} scheme stands out 7 to 1`, () => {
		for (const ground of [...GROUNDS, ...TINTS, 'chosen', 'warning-tint']) {
			expect(contrast(roles, 'text', ground), ground).toBeGreaterThanOrEqual(7);
		}
		for (const ground of GROUNDS) {
			for (const role of ['text-soft', 'action', 'calm', 'good', 'tender']) {
				expect(contrast(roles, role, ground), `${role} on ${ground}`).toBeGreaterThanOrEqual(7);
			}
		}
		expect(contrast(roles, 'on-action', 'action')).toBeGreaterThanOrEqual(7);
		expect(contrast(roles, 'on-action', 'action-strong')).toBeGreaterThanOrEqual(7);
		expect(contrast(roles, 'on-glow', 'glow')).toBeGreaterThanOrEqual(7);
	});

	test(`fields, warnings and the focus rings of the ${scheme} scheme can be told from their ground`, () => {
		for (const ground of GROUNDS) {
			expect(contrast(roles, 'edge', ground), ground).toBeGreaterThanOrEqual(3);
			expect(contrast(roles, 'warning', ground), ground).toBeGreaterThanOrEqual(4.5);
			const best = Math.max(contrast(roles, 'ring', ground), contrast(roles, 'ring-glow', ground));
			expect(best, ground).toBeGreaterThanOrEqual(3);
		}
	});
}

test('the dark scheme is the same whether the device or the reader asks for it', () => {
	expect(rolesOf(":root:not([data-theme='light'])")).toEqual(dark);
	expect([...dark.keys()]).toEqual([...light.keys()]);
});

test('every other look says what can be pressed, by day and twice in the dark', () => {
	for (const look of LOOKS.slice(1)) {
		const [day, night] = [`[data-look='${look}']`, `[data-theme='dark'][data-look='${look}']`];
		expect([...rolesOf(day, looks).keys()], look).toEqual(['action', 'action-strong', 'on-action', 'chosen']);
		expect(rolesOf(`:root:not([data-theme='light'])[data-look='${look}']`, looks)).toEqual(rolesOf(night, looks));
		expect(rolesOf(night, looks)).not.toEqual(rolesOf(day, looks));
	}
});

test('every coloured paper colours the page, and the highest contrast is ink on white or white on ink', () => {
	for (const paper of PAPERS)
		expect([...rolesOf(`[data-tint='${paper}']`, comfort).keys()]).toEqual(['page', 'surface', 'sunk', 'line']);
	const [clear, night] = [':root', ":root[data-theme='dark']"].map((root) =>
		rolesOf(`${root}[data-contrast='high']`, comfort)
	);
	if (!clear || !night) throw new Error('no rule of the highest contrast');
	expect([...night.keys()]).toEqual([...clear.keys()]);
	for (const roles of [clear, night]) for (const ground of GROUNDS) expect(contrast(roles, 'text', ground)).toBe(21);
	expect(rolesOf(":root:not([data-theme='light'])[data-contrast='high']", comfort)).toEqual(night);
});
