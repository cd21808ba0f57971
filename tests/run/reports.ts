/*
 * Counting what the test tools report, honestly: a tool that failed without naming a test counts as one failure,
 * and a test that needed a second try is not called passed without a word.
 */
import { existsSync, readFileSync } from 'node:fs';

export interface Count {
	passed: number;
	failed: number;
	skipped: number;
}

export const NOTHING: Count = { passed: 0, failed: 0, skipped: 0 };

/** A check that counts as one. */
export const oneCheck = (passed: boolean): Count => ({ ...NOTHING, [passed ? 'passed' : 'failed']: 1 });

export function add(one: Count, other: Count): Count {
	return {
		passed: one.passed + other.passed,
		failed: one.failed + other.failed,
		skipped: one.skipped + other.skipped
	};
}

/** The last line of a run. */
export function lastLine({ passed, failed, skipped }: Count): string {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A tool that ended badly but names no failed test failed all the same: it could not load a file, or found none. */
function settled(count: Count, code: number): Count {
	const silent = count.failed === 0 && (code !== 0 || count.passed === 0);
	return silent ? { ...count, failed: 1 } : count;
}

function read(path: string): Record<string, unknown> | null {
	return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>) : null;
}

/** Counts Vitest's JSON report. */
export function countVitest(path: string, code: number): Count {
	const report = read(path);
	const of = (key: string) => Number(report?.[key] ?? 0);
	const skipped = of('numPendingTests') + of('numTodoTests');
	return settled({ passed: of('numPassedTests'), failed: of('numFailedTests'), skipped }, code);
}

/** Counts Playwright's JSON report. */
export function countPlaywright(path: string, code: number): Count {
	const stats = (read(path)?.['stats'] ?? {}) as Record<string, unknown>;
	const of = (key: string) => Number(stats[key] ?? 0);
	return settled({ passed: of('expected'), failed: of('unexpected') + of('flaky'), skipped: of('skipped') }, code);
}
