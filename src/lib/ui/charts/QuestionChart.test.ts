import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { protectDistribution } from '#lib/disclosure/protect.ts';
import type { ReleasedQuestion } from '#lib/releases/release.ts';
import QuestionChart from './QuestionChart.svelte';

function question(counts: number[]): ReleasedQuestion {
	const base = counts.reduce((sum, count) => sum + count, 0);
	return {
		key: 'safe',
		text: 'Do you feel safe?',
		indicator: 'feels-safe',
		indicatorName: 'Feel safe where they live',
		form: 'one answer',
		judged: true,
		askedOf: null,
		options: protectDistribution(counts, base).map((value, place) => ({
			key: `o${place}`,
			label: `Answer ${place}`,
			value,
			positive: place === 0
		}))
	};
}

describe('a chart', () => {
	it('has a sentence, a text alternative and a table in the same order', () => {
		const { body } = render(QuestionChart, { props: { question: question([60, 30, 1]), version: '11-17' } });
		expect(body).toContain('Most feel safe where they live.');
		expect(body).toContain('role="img"');
		expect(body).toContain('Answer 0: 65%; Answer 1: 35%; Answer 2: almost nobody.');
		expect(body.match(/<th scope="row"[^>]*>(Answer \d)/g)?.map((row) => row.at(-1))).toEqual(['0', '1', '2']);
	});

	it('draws a band as an open bracket without a bar, and never as a number', () => {
		const { body } = render(QuestionChart, { props: { question: question([60, 30, 1]), version: '11-17' } });
		const last = body.split('<div class="row').at(-1)?.split('</svg>')[0] ?? '';
		expect(last.match(/class="bracket/g)).toHaveLength(3);
		expect(last).not.toContain('class="share');
	});

	it('shows a hatched box and nothing to count where too few answered', () => {
		const { body } = render(QuestionChart, { props: { question: question([3, 3, 2]), version: '11-17' } });
		expect(body).toContain('too few to show');
		expect(body).not.toContain('<table');
		expect(body.replace(/<svg.*?<\/svg>/gs, '')).not.toMatch(/Answer \d|\d+%/);
	});

	it('needs neither inline styles nor script', () => {
		const { body } = render(QuestionChart, { props: { question: question([60, 30, 1]), version: '11-17' } });
		expect(body).not.toMatch(/ style=|<script| on\w+=/);
	});
});
