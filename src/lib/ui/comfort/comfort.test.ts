import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	afterSending,
	anchorOf,
	ASPECTS,
	attributesInWords,
	attributesOf,
	CHOICES,
	readComfort,
	TINTS,
	USUAL,
	wayBack,
	writtenComfort,
	type Comfort,
	looksAsChosen
} from './comfort.ts';

const comforts = fc.record(
	Object.fromEntries(ASPECTS.map((aspect) => [aspect, fc.constantFrom(...CHOICES[aspect])]))
) as fc.Arbitrary<unknown> as fc.Arbitrary<Comfort>;
const fields = fc.array(
	fc.tuple(
		fc.constantFrom<string>(...ASPECTS, 'usual', 'other'),
		fc.oneof(fc.string(), fc.constantFrom<string>(...Object.values(CHOICES).flat()))
	)
);

/** Every attribute that may ever stand on <html>. */
const KNOWN = new Set([
	...['size', 'space', 'face', 'contrast', 'read', 'pace', 'motion'].flatMap((aspect) =>
		CHOICES[aspect as keyof typeof CHOICES].map((option) => `data-${aspect}="${option}"`)
	),
	...TINTS.map((tint) => `data-tint="${tint}"`),
	'data-theme="light"',
	'data-theme="dark"'
]);
const known = (words: string) => words === '' || words.split(' ').every((one) => KNOWN.has(one));

test('whatever stands in the cookie, only what we know stands on <html>', () => {
	const pair = fc.tuple(fc.constantFrom<string>(...ASPECTS, '__proto__', 'x'), fc.string()).map((two) => two.join('.'));
	const cookies = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.array(pair).map((pairs) => pairs.join('-'))
	);
	fc.assert(fc.property(cookies, (cookie) => known(attributesInWords(readComfort(cookie)))));
	expect(attributesInWords(readComfort('size.bigger" onload="x-face.dyslexic'))).toBe('data-face="dyslexic"');
	expect(attributesInWords(readComfort(undefined))).toBe('');
});

test('whatever a form sends, only what we know stands on <html>, and in a cookie that fits one line', () => {
	fc.assert(
		fc.property(comforts, fields, (comfort, sent) => {
			const next = afterSending(comfort, sent);
			expect(known(attributesInWords(next))).toBe(true);
			expect(writtenComfort(next)).toMatch(/^[a-z.-]{0,120}$/);
		})
	);
});

test('what was chosen is read again as it was written', () => {
	fc.assert(
		fc.property(comforts, (comfort) => {
			expect(readComfort(writtenComfort(comfort))).toEqual(comfort);
		})
	);
	expect(writtenComfort(USUAL)).toBe('');
});

test('a choice stands, and the others with it', () => {
	const once = afterSending(USUAL, [['size', 'biggest']]);
	expect(attributesOf(afterSending(once, [['face', 'dyslexic']]))).toEqual({
		'data-size': 'biggest',
		'data-face': 'dyslexic'
	});
	expect(afterSending(once, [['size', 'usual']])).toEqual(USUAL);
	expect(afterSending(once, [['size', 'enormous']])).toEqual(once);
	expect(afterSending(once, [['usual', 'all']])).toEqual(USUAL);
});

test('a coloured paper is light, and gives way to the highest contrast as that does to it', () => {
	const coloured = afterSending(USUAL, [['paper', 'mint']]);
	expect(attributesOf(coloured)).toEqual({ 'data-theme': 'light', 'data-tint': 'mint' });
	const clear = afterSending(coloured, [['contrast', 'high']]);
	expect(attributesOf(clear)).toEqual({ 'data-theme': 'light', 'data-contrast': 'high' });
	expect(attributesOf(afterSending(clear, [['paper', 'sky']]))).toEqual({ 'data-theme': 'light', 'data-tint': 'sky' });
	const dark = afterSending(clear, [['paper', 'dark']]);
	expect(attributesOf(dark)).toEqual({ 'data-theme': 'dark', 'data-contrast': 'high' });
});

test('the page stands still at what was tapped', () => {
	expect(anchorOf([['space', 'roomy']])).toBe('space-roomy');
	expect(anchorOf([['usual', 'all']])).toBe('back-to-usual');
	expect(anchorOf([['space', '"><script>']])).toBe('back-to-usual');
});

test('done leads back to a page for young people, never anywhere else', () => {
	const preview = '/staff/questionnaires/4-7/preview/page-1';
	for (const to of [
		'/survey/page-3',
		'/survey/p-aB3_-x9Qz0?review',
		'/me/talk',
		'/',
		'/sign-in',
		'/help/talk',
		preview
	])
		expect(wayBack(to)).toBe(to);
	const elsewhere = ['//evil.example', '/\\evil.example', 'https://evil.example', '/survey/../staff', '/me//x'];
	for (const to of [
		...elsewhere,
		'/staff/waves',
		'/comfort',
		'/leave',
		'/survey?x=1',
		'/survey#x',
		'',
		null,
		undefined
	])
		expect(wayBack(to)).toBe('/');
});

test('holds on the pages of young people and on their previews, not on those of staff', () => {
	for (const path of ['/', '/comfort', '/survey/next', '/me/talk', '/staff/questionnaires/4-7/preview/page-1'])
		expect(looksAsChosen(path), path).toBe(true);
	for (const path of ['/staff', '/staff/questionnaires/4-7', '/committee/releases', '/account', '/advocate'])
		expect(looksAsChosen(path), path).toBe(false);
});
