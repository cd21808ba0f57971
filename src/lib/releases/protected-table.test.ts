import { expect, it } from 'vitest';
import type { Page } from '#lib/surveys/content.ts';
import type { Choice } from '#lib/surveys/question.ts';
import { protectTables } from './protected-table.ts';

const domain = 'resilience';
const choice = (key: string, ...options: string[]): Choice => ({
	...{ type: 'choice', key, domain, text: `${key}?` },
	options: options.map((option) => ({ key: option, label: option }))
});
const WORK = choice('work', 'looking', 'not-able', 'else', 'job');
const BARRIER = choice('barrier', 'money', 'health', 'home');
const PAGES: readonly Page[] = [
	{ key: 'page-1', domain, questions: [WORK] },
	{ key: 'page-2', domain, when: { question: 'work', answers: ['looking', 'not-able', 'else'] }, questions: [BARRIER] }
];
const made = (work: number[], barrier: number[], eligible = 170) => {
	const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
	const counted = [
		{ question: WORK, answered: sum(work), options: work },
		{ question: BARRIER, answered: sum(barrier), options: barrier }
	];
	const figures = protectTables(counted, { pages: PAGES, eligible });
	return (question: string) => figures.filter((one) => one.question === question).map(({ value }) => value.status);
};

it('withholds a question that only some were asked where its base would open a band of what decides it', () => {
	const statuses = made([7, 2, 1, 22], [4, 3, 3]);
	expect(statuses('work')).toEqual(['percentage', 'band', 'band', 'percentage']);
	expect(statuses('barrier')).toEqual(['withheld', 'withheld', 'withheld']);
});

it('shows it where those asked may as well have come from elsewhere', () => {
	const statuses = made([17, 2, 1, 22], [5, 4, 3]);
	expect(statuses('work')).toEqual(['percentage', 'band', 'band', 'percentage']);
	expect(statuses('barrier')).toEqual(['percentage', 'percentage', 'percentage']);
});
