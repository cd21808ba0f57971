import { expect, it } from 'vitest';
import { noteFault } from './faults.server.ts';
import { forgetWork, startWork, workOn } from './progress.server.ts';

it('gives an id for a fault of a page, and none for one of the survey', () => {
	expect(noteFault('survey', '/survey/[page]', new Error('x'))).toBeNull();
	expect(noteFault('staff', '/staff/waves', new Error('x'))).toMatch(/^[\w-]{8}$/);
});

it('runs one work on a subject at a time and says how it stands', async () => {
	let finish: (outcome: string) => void = () => undefined;
	let tell: (step: string, done: number, of: number) => void = () => undefined;
	const work = (report: typeof tell) => {
		tell = report;
		return new Promise<string>((resolve) => (finish = resolve));
	};
	expect(workOn('wave 1')).toBeNull();
	expect(startWork('wave 1', 'Starting', work)).toBe(true);
	expect(startWork('wave 1', 'Starting', work)).toBe(false);
	tell('Counting', 3, 9);
	expect(workOn('wave 1')).toMatchObject({ step: 'Counting', done: 3, of: 9, state: 'running', outcome: null });
	forgetWork('wave 1');
	expect(workOn('wave 1')?.state).toBe('running');
	finish('Closed.');
	await expect.poll(() => workOn('wave 1')).toMatchObject({ state: 'done', outcome: 'Closed.' });
	forgetWork('wave 1');
	expect(workOn('wave 1')).toBeNull();
});

it('says that work stopped half-way without saying what was in it, and lets it start again', async () => {
	startWork('wave 2', 'Starting', () => Promise.reject(new Error('the words of a child')));
	await expect.poll(() => workOn('wave 2')?.state).toBe('failed');
	expect(workOn('wave 2')?.outcome).toContain('start it again');
	expect(JSON.stringify(workOn('wave 2'))).not.toContain('child');
	expect(startWork('wave 2', 'Starting', () => Promise.resolve('Done.'))).toBe(true);
});
