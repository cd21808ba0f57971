/*
 * Pages of the younger ages where the device has a voice: every speaker is seen, as big as a palm for the youngest, nothing
 * scrolls sideways, and both accessibility engines look at it.
 */
import type { Page } from '@playwright/test';
import { aceFindings, axeFindings } from './engines.ts';
import { fitFindings, targetFindings } from './looking.ts';
import { expect, test } from './served.ts';
import { giveVoices, LOCAL } from './speaking.ts';
import { atPage, going, startInOneGo, typeCode } from './surveying.ts';

async function expectWell(page: Page, version: '4-7' | '8-10', name: string): Promise<void> {
	await expect(page.locator('main .hear').filter({ visible: true }).first()).toBeVisible();
	await page.screenshot({ path: `tests/output/screens/speakers-${version}-${name}.png`, fullPage: true });
	expect(await targetFindings(page, version), name).toEqual([]);
	expect(await fitFindings(page), name).toEqual([]);
	expect([...(await axeFindings(page, { enhanced: true })), ...(await aceFindings(page))], name).toEqual([]);
}

for (const version of ['4-7', '8-10'] as const) {
	for (const width of [320, 390]) {
		test(`${version} at ${width}: what speaks can be tapped without aiming`, async ({ page, served }) => {
			test.setTimeout(120_000);
			await page.setViewportSize({ width, height: 740 });
			await giveVoices(page, [LOCAL]);
			const code = served.takeCode(version);
			await typeCode(page, served.origin, code);
			await expectWell(page, version, `opening-${width}`);
			await startInOneGo(page, served.origin, code);
			await going(page, 'next').click();
			await atPage(page, 'page-2');
			await expectWell(page, version, `question-${width}`);
			await page.goto(`${served.origin}/survey/review`);
			await expectWell(page, version, `review-${width}`);
		});
	}
}
