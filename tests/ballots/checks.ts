/*
 * Checks that are not the test runner's: a name, whether it held, one line each.
 */

export interface Check {
	name: string;
	passed: boolean;
}

/** Prints checks, one a line, and returns how many failed. */
export function printChecks(checks: readonly Check[]): number {
	for (const { name, passed } of checks) console.log(`${passed ? 'ok' : 'FAILED'}  ${name}`);
	return checks.filter(({ passed }) => !passed).length;
}
