import { describe, expect, it } from 'vitest';
import {
	groupOf,
	isAboutYou,
	isPositive,
	PREFER_NOT,
	PREFER_NOT_OPTION,
	publishedKeys,
	publishedOptions,
	type Question
} from './question.ts';

const asked = { key: 'q', text: 'A question?', domain: 'rights' } as const;
const choice: Question = {
	...asked,
	type: 'choice',
	sensitive: true,
	scale: 'yes-2',
	positive: ['yes'],
	options: [
		{ key: 'yes', label: 'Yes' },
		{ key: 'no', label: 'No' },
		{ key: 'not-there', label: 'This does not fit', unpublished: true },
		PREFER_NOT_OPTION
	]
};
const ticks: Question = { ...choice, type: 'choose-all', positive: undefined };
const scale: Question = {
	...asked,
	type: 'scale',
	least: 'Not at all',
	most: 'Completely',
	scale: 'zero-to-ten',
	positive: ['7-8', '9-10']
};
const comment: Question = { ...asked, type: 'comment' };
const aboutYou: Question = { ...choice, grouping: 'gender', groups: { yes: 'girls', no: 'boys' } };

describe('publication', () => {
	it('publishes the options of a choice without the ways out', () => {
		expect(publishedOptions(choice)).toEqual([
			{ key: 'yes', label: 'Yes' },
			{ key: 'no', label: 'No' }
		]);
		expect(publishedOptions(comment)).toEqual([]);
	});

	it('keeps a refusal to say and a question that does not fit out of the count, like a skip', () => {
		for (const answer of [PREFER_NOT, 'not-there', 'gone-since', '']) {
			expect(publishedKeys(choice, answer)).toEqual([]);
			expect(publishedKeys(ticks, [answer])).toEqual([]);
			expect(isPositive(choice, answer)).toBeNull();
		}
	});

	it('counts every tick of a choose-all by itself', () => {
		expect(publishedKeys(ticks, ['no', 'yes'])).toEqual(['yes', 'no']);
	});

	it('puts every number of a scale into exactly one of four bands', () => {
		const bands = Array.from({ length: 11 }, (_, step) => publishedKeys(scale, String(step)));
		expect(bands.flat()).toEqual([...Array<string>(5).fill('0-4'), ...['5-6', '5-6', '7-8', '7-8', '9-10', '9-10']]);
		expect(publishedOptions(scale).map((band) => band.key)).toEqual(['0-4', '5-6', '7-8', '9-10']);
		for (const answer of ['11', '', ' ', '1e1', ['5']]) expect(publishedKeys(scale, answer)).toEqual([]);
	});

	it('never counts a comment', () => {
		expect(publishedKeys(comment, 'I like my room')).toEqual([]);
		expect(isPositive(comment, 'I like my room')).toBeNull();
	});

	it('tells good news by the declared answers only', () => {
		expect([isPositive(choice, 'yes'), isPositive(choice, 'no'), isPositive(ticks, ['yes'])]).toEqual([
			true,
			false,
			null
		]);
		expect([isPositive(scale, '6'), isPositive(scale, '7')]).toEqual([false, true]);
	});

	it('finds the broad group of an about-you answer; all else did not say', () => {
		expect(isAboutYou(aboutYou)).toBe(true);
		expect(isAboutYou(choice)).toBe(false);
		expect(groupOf(aboutYou, 'no')).toBe('boys');
		for (const answer of [undefined, PREFER_NOT, 'not-there', 'constructor']) {
			expect(groupOf(aboutYou, answer)).toBeNull();
		}
		expect(groupOf(choice, 'yes')).toBeNull();
	});
});
