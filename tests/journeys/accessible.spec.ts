/*
 * Every kind of page through two accessibility engines, light and dark; screenshots of each go into tests/output. Young
 * people's pages also at the highest contrast, on the smallest screen, and from right to left.
 */
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { aceFindings, axeFindings } from './engines.ts';
import { DATA_KINDS, DATA_STAFF_KINDS } from './pages/data.ts';
import { OPEN_KINDS, SURVEY_KINDS } from './pages/survey.ts';
import { STAFF_KINDS } from './pages/staff.ts';
import { TALK_KINDS } from './pages/talk.ts';
import { YOUNG_KINDS } from './pages/young.ts';
import { expect, test } from './served.ts';

// Each kind stands alone, so several can be looked at at the same time.
test.describe.configure({ mode: 'parallel' });

const SMALLEST = { width: 320, height: 720 };
const THEIRS = [...OPEN_KINDS, ...SURVEY_KINDS, ...YOUNG_KINDS, ...TALK_KINDS, ...DATA_KINDS];

const photograph = (page: Page, name: string) =>
	page.screenshot({ path: `tests/output/screens/${name}.png`, fullPage: true });

/** What scrolls sideways on the smallest screen, from left to right and from right to left. */
async function wideFindings(page: Page, name: string): Promise<string[]> {
	await page.setViewportSize(SMALLEST);
	const findings: string[] = [];
	for (const direction of ['ltr', 'rtl']) {
		const wide = await page.evaluate((dir) => {
			document.documentElement.dir = dir;
			const { scrollWidth, clientWidth } = document.documentElement;
			return scrollWidth - clientWidth;
		}, direction);
		if (wide > 0) findings.push(`${wide} pixels too wide at 320, ${direction}`);
		await photograph(page, `${name}-320-${direction}`);
	}
	return findings;
}

// axe needs script; the pages themselves are the same without.
for (const [name, walk] of [...THEIRS, ...STAFF_KINDS, ...DATA_STAFF_KINDS]) {
	const isTheirs = THEIRS.some(([theirs]) => theirs === name);
	test(`${name} is accessible to both engines`, async ({ page, served }) => {
		test.setTimeout(90_000);
		await walk(page, served);
		// What can be unfolded is looked at, too.
		await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
		const findings: string[] = [];
		for (const colorScheme of ['light', 'dark'] as const) {
			// Without motion: else colours are measured while they still change from light to dark.
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await photograph(page, `${name}-${colorScheme}`);
			const found = [...(await axeFindings(page, { enhanced: isTheirs })), ...(await aceFindings(page))];
			findings.push(...found.map((one) => `${colorScheme}: ${one}`));
		}
		if (isTheirs) findings.push(...(await wideFindings(page, name)));
		if (findings.length > 0) writeFileSync(`tests/output/${name}.txt`, findings.join('\n'));
		expect(findings).toEqual([]);
	});
}
