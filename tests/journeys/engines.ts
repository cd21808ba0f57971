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

const LEAST_CONTRAST = 4.5;

/** WCAG's contrast of an element's text on its own opaque background; null when it has none. */
function ownContrast(element: Element): number | null {
	const { color, backgroundColor } = getComputedStyle(element);
	const parts = (text: string) => (text.match(/[\d.]+/g) ?? []).map(Number);
	if ((parts(backgroundColor)[3] ?? 1) < 1 || !backgroundColor.startsWith('rgb')) return null;
	const light = (text: string) => {
		const [red = 0, green = 0, blue = 0] = parts(text).map((part) => {
			const share = part / 255;
			return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	};
	const [darker = 0, lighter = 0] = [light(color), light(backgroundColor)].sort((one, other) => one - other);
	return (lighter + 0.05) / (darker + 0.05);
}

/** What axe found wrong, and what it could not decide and we could not decide for it, one sentence each. */
export async function axeFindings(page: Page): Promise<string[]> {
	const { violations, incomplete } = await new AxeBuilder({ page }).withTags(RULES).analyze();
	const findings: string[] = [];
	for (const [kind, found] of [['found', violations] as const, ['could not decide', incomplete] as const]) {
		for (const { id, help, nodes } of found) {
			for (const node of nodes) {
				const target = node.target.join(' ');
				// Text over a pattern that brings its own opaque background: axe gives up, the contrast can be computed.
				const contrast =
					kind !== 'found' && id === 'color-contrast' ? await page.locator(target).first().evaluate(ownContrast) : null;
				if (contrast === null || contrast < LEAST_CONTRAST) {
					findings.push(`axe ${kind} ${id}: ${target} ${node.any[0]?.message ?? help}`);
				}
			}
		}
	}
	return findings;
}

/** Where IBM's engine is wrong, and why. */
function isMistaken({ ruleId, snippet }: AceResult): boolean {
	// A form without a name has no role and is no landmark (HTML-AAM), so it needs no label of its own.
	if (ruleId === 'aria_form_label_unique') return !/aria-label|title=/.test(snippet);
	// An article is no landmark and needs no name where its own heading stands first (WAI-ARIA 1.2).
	if (ruleId === 'aria_article_label_unique') return true;
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
