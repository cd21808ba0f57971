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

/** The least contrast of small text by axe's rules; the second is WCAG 1.4.6, for young people's pages. */
const LEAST: Readonly<Record<string, number>> = { 'color-contrast': 4.5, 'color-contrast-enhanced': 7 };

/** WCAG's contrast of an element's text on the first opaque background behind it; null when there is none. */
function ownContrast(element: Element): number | null {
	const parts = (text: string) => (text.match(/[\d.]+/g) ?? []).map(Number);
	const isOpaque = (colour: string) => colour.startsWith('rgb') && (parts(colour)[3] ?? 1) === 1;
	let behind: Element | null = element;
	while (behind && !isOpaque(getComputedStyle(behind).backgroundColor)) {
		if (getComputedStyle(behind).backgroundImage !== 'none') return null;
		behind = behind.parentElement;
	}
	if (!behind) return null;
	const light = (text: string) => {
		const [red = 0, green = 0, blue = 0] = parts(text).map((part) => {
			const share = part / 255;
			return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	};
	const lights = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor].map(light);
	const [darker = 0, lighter = 0] = lights.sort((one, other) => one - other);
	return (lighter + 0.05) / (darker + 0.05);
}

/**
 * What axe found wrong, and what it could not decide and we could not decide for it, one sentence each; `enhanced` asks
 * for the highest contrast, too.
 */
export async function axeFindings(page: Page, { enhanced = false } = {}): Promise<string[]> {
	const { violations, incomplete } = await new AxeBuilder({ page })
		.options({
			runOnly: { type: 'tag', values: RULES },
			rules: enhanced ? { 'color-contrast-enhanced': { enabled: true } } : {}
		})
		.analyze();
	const findings: string[] = [];
	for (const [kind, found] of [['found', violations] as const, ['could not decide', incomplete] as const]) {
		for (const { id, help, nodes } of found) {
			for (const node of nodes) {
				const target = node.target.join(' ');
				const least = LEAST[id];
				// Text over a pattern, or under what stays in place while the page scrolls: axe gives up, we can compute it.
				const contrast = kind !== 'found' && least ? await page.locator(target).first().evaluate(ownContrast) : null;
				if (contrast === null || contrast < (least ?? 0))
					findings.push(`axe ${kind} ${id}: ${target} ${node.any[0]?.message ?? help}`);
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
