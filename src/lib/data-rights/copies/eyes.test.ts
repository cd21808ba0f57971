import { expect, it } from 'vitest';
import type { HeldSection } from '../held.ts';
import { forOthersEyes, forOwnEyes } from './eyes.ts';

const line = (text: string) => [{ label: 'a', text }];
const HELD: HeldSection[] = [
	{ key: 'roster', entries: [{ id: '1', at: null, title: 'Facts', lines: line('fact') }] },
	{
		key: 'account',
		entries: [
			{ id: '2', at: null, title: 'Name', lines: line('Brave Heron'), ownEyes: true },
			{ id: '3', at: null, title: 'Cards', lines: line('card') }
		]
	}
];

it('shows whoever looks a copy through nothing that is for the young person alone, and puts it in when they read', () => {
	expect(JSON.stringify(forOthersEyes(HELD))).not.toContain('Heron');
	const sections = [
		{ key: 'roster' as const, entries: [], leftOut: 1 },
		{ key: 'account' as const, entries: [{ at: null, title: 'Cards', lines: line('███') }], leftOut: 0 }
	];
	const read = forOwnEyes({ state: 'given', madeAt: '', givenAt: '', sections }, HELD);
	expect(read.sections.map(({ key, leftOut }) => [key, leftOut])).toEqual([
		['roster', 1],
		['account', 0]
	]);
	expect(read.sections[1]?.entries.map(({ title }) => title)).toEqual(['Name', 'Cards']);
	expect(JSON.stringify(read)).not.toContain('fact');
});
