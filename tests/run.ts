/*
 * `npm test`: everything that can be checked, in order, each with a headline and its seconds. What could not be run is
 * said and never counted as passed. The last line is the count.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { printChecks } from './ballots/checks.ts';
import { childrenHold } from './ballots/children.ts';
import { ballotsHold } from './ballots/run.ts';
import { findOrInstallChromium } from './run/chromium.ts';
import { runCommand } from './run/command.ts';
import { add, countPlaywright, countVitest, lastLine, NOTHING, oneCheck, type Count } from './run/reports.ts';

const OUTPUT = 'tests/output';
const VITEST = `${OUTPUT}/vitest.json`;
const PLAYWRIGHT = `${OUTPUT}/playwright.json`;
/** Every kind of page through the accessibility engines: as long as all the other journeys together. */
const PAGES = 'accessible.spec.ts';

const began = performance.now();
const seconds: [string, number][] = [];
let total: Count = NOTHING;

async function step(title: string, work: () => Promise<Count>): Promise<Count> {
	console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}`);
	const started = performance.now();
	const count = await work().catch((fault: unknown) => {
		console.log(fault);
		return oneCheck(false);
	});
	const took = (performance.now() - started) / 1000;
	seconds.push([title, took]);
	console.log(`${title}: ${lastLine(count)} (${took.toFixed(0)} s)`);
	total = add(total, count);
	return count;
}

/** A command whose exit code is its verdict. */
const command =
	(name: string, ...args: string[]) =>
	async () =>
		oneCheck((await runCommand(name, args)).code === 0);

/** Some of the browser's tests, with a report of their own. */
const playwright =
	(...tests: string[]) =>
	async () => {
		const chromium = findOrInstallChromium();
		if (!chromium) {
			console.log('There is no Chromium or Chrome here. Install one, or set CHROMIUM_PATH to where it is.');
			return oneCheck(false);
		}
		rmSync(PLAYWRIGHT, { force: true });
		const args = ['test', '-c', 'tests/playwright.config.ts', '--reporter=line,json', ...tests];
		const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT };
		const { code } = await runCommand('playwright', args, env);
		return countPlaywright(PLAYWRIGHT, code);
	};

rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });

await step('Types', async () => {
	const synced = await runCommand('svelte-kit', ['sync']);
	const options = ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'];
	return oneCheck(synced.code === 0 && (await runCommand('svelte-check', options)).code === 0);
});
await step('Format', command('prettier', '--check', '--log-level', 'warn', '.'));
await step('Lint', command('eslint', '-c', 'tests/eslint.config.js', '.'));
await step('Rules, data, architecture, linker', async () => {
	const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${VITEST}`];
	const { code } = await runCommand('vitest', ['run', ...reporters]);
	return countVitest(VITEST, code);
});
const built = await step('Build', command('vite', 'build', '--logLevel', 'error'));

if (built.failed > 0) {
	total = add(total, { ...NOTHING, failed: 5 });
	console.log(
		'\nnot run: ballots, fifty children, browser journeys, accessibility and security (there is no build): counted as failed'
	);
} else {
	await step('Ballots through a server that is killed', async () => {
		const checks = [...(await ballotsHold(200, 0, 1)), ...(await ballotsHold(200, 5, 1))];
		const failed = printChecks(checks);
		return { passed: checks.length - failed, failed, skipped: 0 };
	});
	await step('Fifty children of all ages, and a server that is killed', async () => {
		const checks = await childrenHold();
		const failed = printChecks(checks);
		return { passed: checks.length - failed, failed, skipped: 0 };
	});
	const journeys = readdirSync('tests/journeys').filter((name) => name.endsWith('.spec.ts'));
	const walked = journeys.filter((name) => name !== PAGES).map((name) => `journeys/${name}`);
	await step('Browser journeys', playwright(...walked, '--workers=2'));
	await step('Accessibility', playwright(`journeys/${PAGES}`, '--workers=2'));
	await step('Security', playwright('security'));
}

console.log('\nnot run: npm audit (no advisory service reachable)');
console.log('not run: scanners (wapiti and sqlmap, where installed: npm run scan)');
console.log(`\n${seconds.map(([title, took]) => `${took.toFixed(0).padStart(5)} s  ${title}`).join('\n')}`);
console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  altogether\n`);
console.log(lastLine(total));
process.exitCode = total.failed > 0 ? 1 : 0;
