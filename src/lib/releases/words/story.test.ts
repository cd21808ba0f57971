import { protectDistribution, protectEachYes } from '#lib/disclosure/protect.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form, ReleasedQuestion } from '../release.ts';
import { describe as describeChart, howMany, listed, positiveShare, sayAskedOf, sayWhat } from './story.ts';

const LABELS = ['Always', 'Often', 'Now and then', 'Never'];

/** A question as released from these counts; the first options are the positive ones. */
function released(counts: number[], { positive = 0, form = 'one answer' as Form, name = '' } = {}): ReleasedQuestion {
	const base = counts.reduce((sum, count) => sum + count, 0);
	const values = form === 'any number' ? protectEachYes(counts, 100) : protectDistribution(counts, base);
	return {
		key: 'q',
		text: 'How often?',
		indicator: name ? 'q' : null,
		indicatorName: name || null,
		form: counts.length === 2 ? 'one of two' : form,
		judged: positive > 0,
		askedOf: null,
		options: values.map((value, place) => ({
			key: String(place),
			label: LABELS[place] ?? `Option ${place}`,
			value,
			positive: place < positive
		}))
	};
}

describe('the sentence above a chart', () => {
	it('says how many, in the words of the indicator', () => {
		const name = 'Feel safe where they live';
		expect(sayWhat(released([60, 25, 10, 5], { positive: 2, name }), '11-17')).toBe('Most feel safe where they live.');
		expect(sayWhat(released([5, 15, 40, 40], { positive: 2, name }), '11-17')).toBe(
			'Fewer than half feel safe where they live.'
		);
		expect(sayWhat(released([98, 2], { positive: 1, name }), '11-17')).toBe('Almost all feel safe where they live.');
	});

	it('names the good answers where there is no indicator', () => {
		expect(sayWhat(released([60, 25, 10, 5], { positive: 2 }), '11-17')).toBe('Most said “Always” or “Often”.');
	});

	it('names the most common answer where nothing is declared good', () => {
		expect(sayWhat(released([10, 50, 30, 10]), '11-17')).toBe('The most common answer was “Often” (50%).');
	});

	it('names both where two are published alike, and none where too many are', () => {
		expect(sayWhat(released([41, 40, 10, 9]), '11-17')).toBe(
			'The most common answers were “Always” (40%) and “Often” (40%).'
		);
		expect(sayWhat(released([25, 25, 25, 25]), '11-17')).toBe('No answer stood out; several were given by 25%.');
	});

	it('cuts a list only where the published shares differ', () => {
		const form = 'any number';
		expect(sayWhat(released([40, 30, 20, 10], { form }), '11-17')).toBe(
			'Chosen most often: “Always” (40%), “Often” (30%), “Now and then” (20%).'
		);
		expect(sayWhat(released([40, 30, 20, 21], { form }), '11-17')).toBe(
			'Chosen most often: “Always” (40%), “Often” (30%).'
		);
		expect(sayWhat(released([1, 0, 2, 1], { form }), '11-17')).toBe('No answer was given by more than a few.');
	});

	it('says that too few answered, in the word for those asked', () => {
		expect(sayWhat(released([4, 2, 1, 1], { positive: 1 }), '8-10')).toBe(
			'Too few children answered this to show what they said.'
		);
	});

	it('holds for the true share, whatever was counted', () => {
		const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 4 });
		fc.assert(
			fc.property(counts, fc.integer({ min: 1, max: 3 }), (counted, positive) => {
				const base = counted.reduce((sum, count) => sum + count, 0);
				const question = released(counted, { positive: Math.min(positive, counted.length - 1) });
				const share = positiveShare(question);
				if (base < 10) {
					expect(share).toBeNull();
					return;
				}
				const truth = counted.slice(0, Math.min(positive, counted.length - 1)).reduce((a, b) => a + b, 0) / base;
				expect(share?.least).toBeLessThanOrEqual(truth + 1e-9);
				expect(share?.most).toBeGreaterThanOrEqual(truth - 1e-9);
				const words = share ? howMany(share) : '';
				if (words === 'Most') expect(truth).toBeGreaterThan(0.5 - 1e-9);
				if (words === 'Fewer than half') expect(truth).toBeLessThan(0.5);
				if (words === 'Almost all') expect(truth).toBeGreaterThanOrEqual(0.9 - 1e-9);
			})
		);
	});
});

describe('the chart in words', () => {
	it('gives every option its value in order, and never a nought for a band', () => {
		expect(describeChart(released([60, 30, 10, 0]))).toBe(
			'Always: 60%; Often: 30%; Now and then: 10%; Never: almost nobody.'
		);
		expect(describeChart(released([4, 2, 1, 1]))).toBe('Too few answers to show.');
	});

	it('joins labels as people do', () => {
		expect(listed(['a', 'b', 'c'], 'or')).toBe('“a”, “b” or “c”');
		expect(listed(['a'])).toBe('“a”');
	});
});

describe('whom a question was asked of', () => {
	const question = 'What do you mostly do?';

	it('is said only where it was not everybody', () => {
		expect(sayAskedOf(released([30, 20, 10, 5]))).toBeNull();
		expect(sayAskedOf({ ...released([30, 20]), askedOf: { question, answers: ['I work'] } })).toBe(
			'Asked only of those who said “I work” to “What do you mostly do?”'
		);
		expect(sayAskedOf({ ...released([30, 20]), askedOf: { question, answers: ['I work', 'I study'] } })).toBe(
			'Asked only of those who said one of “I work” or “I study” to “What do you mostly do?”'
		);
	});
});
