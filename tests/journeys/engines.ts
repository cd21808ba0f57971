/*
 * Two accessibility engines on one page, because each misses what the other finds: axe, with what it could not decide,
 * and IBM's checker injected as a script. Both must find nothing.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const ACE = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe found wrong, and what it could not decide, one sentence each. */
export async function axeFindings(page: Page): Promise<string[]> {
	const { violations, incomplete } = await new AxeBuilder({ page }).withTags(RULES).analyze();
	const say = (kind: string) => (one: (typeof violations)[number]) =>
		one.nodes.map((node) => `axe ${kind} ${one.id}: ${node.target.join(' ')} ${node.any[0]?.message ?? one.help}`);
	return [...violations.flatMap(say('found')), ...incomplete.flatMap(say('could not decide'))];
}

/** Where IBM's engine is wrong, and why. */
function isMistaken({ ruleId, snippet }: AceResult): boolean {
	// A form without a name has no role and is no landmark (HTML-AAM), so it needs no label of its own.
	if (ruleId === 'aria_form_label_unique') return !/aria-label|title=/.test(snippet);
	// HTML allows "username" on a field for an email address.
	return ruleId === 'input_autocomplete_valid' && /autocomplete="username" type="email"/.test(snippet);
}

interface AceResult {
	ruleId: string;
	value: [string, string];
	message: string;
	snippet: string;
}

/** What IBM's engine found wrong by its WCAG 2.2 rules. Works in a page whose policy forbids injected scripts, too. */
export async function aceFindings(page: Page): Promise<string[]> {
	const results = await page.evaluate(`(async () => {
		${ACE}
		const checker = new ace.Checker();
		const report = await checker.check(document, ['WCAG_2_2']);
		return report.results.map(({ ruleId, value, message, snippet }) => ({ ruleId, value, message, snippet }));
	})()`);
	return (results as AceResult[])
		.filter((result) => result.value[0] === 'VIOLATION' && result.value[1] === 'FAIL' && !isMistaken(result))
		.map(({ ruleId, message, snippet }) => `ibm ${ruleId}: ${message} ${snippet.slice(0, 120)}`);
}
