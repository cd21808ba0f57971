/*
 * Coming back on another device in every version shows nothing of before; and a bored teenager in two tabs, who taps
 * everything, loses nothing and sends one ballot.
 */
import type { Page } from '@playwright/test';
import { VERSIONS } from '#lib/surveys/question.ts';
import { saidBy } from '../waves/saying.ts';
import { leftInBrowser } from './looking.ts';
import { expect, test, watch } from './served.ts';
import { atPage, going, pick, sayOn, send, startInOneGo, starting, startWithPictures, typeCode } from './surveying.ts';

const PICTURES = ['Moon', 'Cat', 'Boat'];
const STOPPED_AFTER = 4;

for (const version of VERSIONS) {
	test(`${version} goes on where it stopped on another device, and hides what was said`, async ({
		page,
		served,
		browser
	}) => {
		test.setTimeout(90_000);
		const code = served.takeCode(version);
		const said = saidBy(version, 4);
		const before = said.slice(0, STOPPED_AFTER);
		await startWithPictures(page, served.origin, code, PICTURES);
		for (const [place, one] of before.entries()) {
			await sayOn(page, one);
			await going(page, 'next').click();
			await atPage(page, said[place + 1]?.page.key ?? '');
		}
		await going(page, 'pause').click();
		await expect(page).toHaveURL(/\/survey\/paused$/);
		expect(await leftInBrowser(page)).toEqual([]);

		const elsewhere = await browser.newContext({ viewport: { width: 390, height: 844 } });
		const other = await elsewhere.newPage();
		const watched = watch(other, served.origin);
		await typeCode(other, served.origin, code);
		await starting(other).click();
		await pick(other, PICTURES);
		await other.locator('main form button.action').first().click();
		await atPage(other, said[STOPPED_AFTER]?.page.key ?? '');
		for (const { page: asked } of before) {
			await other.goto(`${served.origin}/survey/${asked.key}`);
			await expect(other.locator('main .notice').first()).toBeVisible();
			expect(await other.locator('main form input:checked').count()).toBe(0);
		}
		await other.goto(`${served.origin}/survey/review`);
		await send(other);
		await expect(other).toHaveURL(/\/survey\/thanks$/);
		expect(watched.faults).toEqual([]);
		await elsewhere.close();
	});
}

/** Taps whatever can be tapped among the answers. */
async function tapEverything(page: Page): Promise<void> {
	for (const card of await page.locator('main form fieldset label').all()) await card.click();
	// "None of these" goes with nothing else: tapped once more, it is gone.
	for (const none of await page.locator('main form .several .option:last-child label').all()) await none.click();
}

test('a bored teenager taps everything, goes back and forth in two tabs, and sends one ballot', async ({
	page,
	served,
	context
}) => {
	test.setTimeout(150_000);
	await startInOneGo(page, served.origin, served.takeCode());
	const other = await context.newPage();
	await other.goto(`${served.origin}/survey/page-2`);
	for (let pages = 0; pages < 2; pages += 1) {
		for (const tab of [page, other]) {
			const before = tab.url();
			await tapEverything(tab);
			await going(tab, 'next').click();
			await expect(tab).not.toHaveURL(before);
			const after = tab.url();
			await going(tab, 'back').click();
			await expect(tab).toHaveURL(before);
			await going(tab, 'next').dblclick();
			await expect(tab).not.toHaveURL(before);
			await tab.goto(after);
		}
	}
	const ballots = async () => (await served.db.selectFrom('ballot').select('wave_id').execute()).length;
	const sent = await ballots();
	for (const tab of [page, other]) await tab.goto(`${served.origin}/survey/review`);
	await send(page);
	await expect(page).toHaveURL(/\/survey\/thanks$/);
	await send(other);
	await expect(other).toHaveURL(/\/survey\/thanks$/);
	expect(await ballots()).toBe(sent + 1);
	expect(await leftInBrowser(page)).toEqual([]);
});
