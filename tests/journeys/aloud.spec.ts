/*
 * Reading aloud in the four ages, with a device's voice that notes what it is given to say: only by a voice that lives on
 * the device, everything on the page in its order, and never unless somebody asked.
 */
import type { Page } from '@playwright/test';
import { VERSIONS } from '#lib/surveys/question.ts';
import { expect, test } from './served.ts';
import { beginWord, cutOff, finishPart, giveVoices, LOCAL, REMOTE, speakSlowly, takeSpoken } from './speaking.ts';
import { atPage, startInOneGo } from './surveying.ts';

const slots = (page: Page) => page.locator('main form .hear');
const readAll = (page: Page) => page.locator('[data-read-all]');
const next = (page: Page) => page.locator('main button[name=go][value=next]');

/** Every question, answer and button of the page as it is seen, in its order; of a scale the ends. */
const writtenOn = (page: Page): Promise<string[]> =>
	page
		.locator('main form :is(legend, label, button[name=go])')
		.evaluateAll((parts) =>
			parts.map((part) => part.textContent.replace(/\s+/g, ' ').trim()).filter((text) => /\p{L}/u.test(text))
		);

test('no voice, or none but from elsewhere, and there is nothing to press', async ({ browser, served }) => {
	for (const voices of [[], [REMOTE], [{ lang: 'fr-FR', localService: true }]]) {
		const page = await browser.newPage();
		await giveVoices(page, voices);
		await startInOneGo(page, served.origin, served.takeCode('8-10'));
		expect(await slots(page).count()).toBeGreaterThan(3);
		await expect(slots(page).filter({ visible: true })).toHaveCount(0);
		await expect(readAll(page)).toBeHidden();
		await page.close();
	}
});

for (const version of VERSIONS) {
	test(`${version}: every question, answer and button is read in its order, and nothing before somebody asks`, async ({
		page,
		served
	}) => {
		await giveVoices(page, [REMOTE, LOCAL]);
		await startInOneGo(page, served.origin, served.takeCode(version));
		// The youngest's first page asks the helper.
		if (version === '4-7') {
			await next(page).click();
			await atPage(page, 'page-2');
		}
		expect(await takeSpoken(page)).toEqual([]);
		const young = version === '4-7' || version === '8-10';
		await expect(slots(page).filter({ visible: true })).toHaveCount(young ? await slots(page).count() : 0);
		await readAll(page).click();
		const spoken = await takeSpoken(page);
		expect(new Set(spoken.map(({ rate, voice, lang }) => `${rate} ${voice} ${lang}`))).toEqual(
			new Set(['0.9 here en-GB'])
		);
		const texts = spoken.map(({ text }) => text);
		const written = await writtenOn(page);
		expect(written.length).toBeGreaterThan(5);
		expect(texts.filter((text) => written.includes(text))).toEqual(written);
		await expect(slots(page).filter({ visible: true })).toHaveCount(await slots(page).count());
		await page.screenshot({ path: `tests/output/screens/aloud-${version}.png`, fullPage: true });

		const here = page.url();
		await next(page).click();
		await expect(page).not.toHaveURL(here);
		const byItself = await takeSpoken(page);
		const question = (await writtenOn(page))[0] ?? '';
		if (version === '4-7') expect(byItself.map(({ text }) => text)[0]).toBe(question);
		else expect(byItself).toEqual([]);
	});
}

test('4–7: silent until the first tap on a speaker; then each page reads its question', async ({ page, served }) => {
	await giveVoices(page, [LOCAL]);
	await startInOneGo(page, served.origin, served.takeCode('4-7'));
	await next(page).click();
	await atPage(page, 'page-2');
	expect(await takeSpoken(page)).toEqual([]);
	await slots(page).nth(1).click();
	expect(await takeSpoken(page)).toHaveLength(1);
	await next(page).click();
	await atPage(page, 'page-3');
	const [question] = await writtenOn(page);
	expect((await takeSpoken(page)).map(({ text }) => text)).toContain(question);
	await page.reload();
	expect((await takeSpoken(page)).map(({ text }) => text)).toContain(question);
});

test('what is read is shown, another tap switches over, and it stops by the same tap, by Escape and by going on', async ({
	page,
	served
}) => {
	await giveVoices(page, [LOCAL]);
	await startInOneGo(page, served.origin, served.takeCode('8-10'));
	await speakSlowly(page);
	const heard = page.locator('.heard');
	await slots(page).nth(0).press('Enter');
	await expect(heard).toHaveText(/\?/);
	await expect(slots(page).nth(0)).toHaveAttribute('aria-pressed', 'true');
	await beginWord(page);
	expect(await page.evaluate(() => [...(CSS.highlights.get('heard') ?? [])].map(String))).toEqual([
		expect.stringMatching(/^\S+$/)
	]);
	await page.screenshot({ path: 'tests/output/screens/aloud-highlight.png' });

	await slots(page).nth(1).click();
	await expect(slots(page).nth(0)).toHaveAttribute('aria-pressed', 'false');
	await expect(heard).toHaveCount(1);
	await slots(page).nth(1).click();
	await expect(heard).toHaveCount(0);
	expect(await takeSpoken(page)).toHaveLength(2);

	const words = await readAll(page).textContent();
	await readAll(page).click();
	expect(await readAll(page).textContent()).not.toBe(words);
	await finishPart(page);
	expect(await takeSpoken(page)).toHaveLength(2);
	await page.keyboard.press('Escape');
	await expect(heard).toHaveCount(0);
	expect(await readAll(page).textContent()).toBe(words);

	await readAll(page).click();
	const before = await cutOff(page);
	await next(page).click();
	await atPage(page, 'page-2');
	expect(await cutOff(page)).toBeGreaterThan(before);
	await expect(heard).toHaveCount(0);
});

test('the pace is the one chosen for the visit', async ({ page, served }) => {
	await giveVoices(page, [LOCAL]);
	await startInOneGo(page, served.origin, served.takeCode('8-10'));
	for (const [pace, rate] of [
		['slow', 0.7],
		['quick', 1.1]
	] as const) {
		await page.evaluate((chosen) => (document.documentElement.dataset['pace'] = chosen), pace);
		await slots(page).nth(0).click();
		expect((await takeSpoken(page)).map((part) => part.rate)[0]).toBe(rate);
	}
});
