/*
 * The test command's own counting: it must never call a silent failure a success.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, lastLine } from './run/reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: object): string {
	const path = join(folder, 'report.json');
	writeFileSync(path, JSON.stringify(content));
	return path;
}

describe('counting', () => {
	it('takes a tool’s numbers as they are', () => {
		const path = report({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0 });
		expect(countVitest(path, 1)).toEqual({ passed: 5, failed: 1, skipped: 2 });
	});

	it('counts a failure when the tool failed and named none', () => {
		expect(countVitest(report({ numPassedTests: 5, numFailedTests: 0 }), 1)).toMatchObject({ passed: 5, failed: 1 });
	});

	it('counts a failure when there is no report, or not one test in it', () => {
		expect(countVitest(join(folder, 'none.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
		expect(countPlaywright(report({ stats: { expected: 0, unexpected: 0 } }), 0)).toMatchObject({ failed: 1 });
	});

	it('does not call a test passed that passed only the second time', () => {
		const path = report({ stats: { expected: 7, unexpected: 0, flaky: 1, skipped: 0 } });
		expect(countPlaywright(path, 0)).toEqual({ passed: 7, failed: 1, skipped: 0 });
	});

	it('ends with one plain line', () => {
		expect(lastLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
		expect(lastLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
	});
});
