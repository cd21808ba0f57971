import { describe, expect, it } from 'vitest';
import { protectCount } from './protect.ts';
import { inWords, shareRange, shorthand, type PublishedValue } from './value.ts';

describe('a published value, by type', () => {
	it('takes no number that was not protected', () => {
		// @ts-expect-error an unrounded share of an unrounded base
		const raw: PublishedValue = { status: 'percentage', percent: 83.3, base: 44 };
		// @ts-expect-error a plain base, even in a band
		const plain: PublishedValue = { status: 'band', band: 'at most 2', base: 45 };
		// @ts-expect-error a withheld value has no number to leak
		const peek: PublishedValue = { status: 'withheld', base: 5 };
		expect([raw, plain, peek]).toHaveLength(3);
	});

	it('gives no number before its status is asked', () => {
		const value = protectCount(1, 44);
		// @ts-expect-error a band has no percentage, so neither has a value of unknown status
		expect(value.percent).toBeUndefined();
	});
});

describe('a published value, in words', () => {
	it('has the shorthand of official statistics', () => {
		expect(shorthand(protectCount(20, 44))).toBeNull();
		expect(shorthand(protectCount(1, 44))).toBe('[low]');
		expect(shorthand(protectCount(43, 44))).toBe('[low]');
		expect(shorthand(protectCount(4, 9))).toBe('[c]');
		expect(shorthand({ status: 'not asked' })).toBe('[z]');
	});

	it('has words for people, and none of them is a nought', () => {
		expect(inWords(protectCount(20, 44))).toBe('45%');
		expect(inWords(protectCount(0, 44))).toBe('almost nobody');
		expect(inWords(protectCount(44, 44))).toBe('almost everybody');
		expect(inWords(protectCount(0, 9))).toBe('too few to show');
		expect(inWords({ status: 'not asked' })).toBe('not asked');
		expect(inWords(protectCount(3, 200))).toBe('under 3%');
		expect(inWords(protectCount(197, 200))).toBe('over 97%');
	});

	it('says nothing about a share where nothing is shown', () => {
		expect(shareRange(protectCount(4, 9))).toBeNull();
		expect(shareRange({ status: 'not asked' })).toBeNull();
	});
});
