/*
 * What a young person does in the survey, as steps for journeys: type a code, start, answer a page, answer all.
 */
import { expect, type Page } from '@playwright/test';

/** Types a code and goes on. */
export async function typeCode(page: Page, origin: string, code: string): Promise<void> {
	await page.goto(`${origin}/survey`);
	await page.getByLabel('Type the code on your card').fill(code);
	await page.getByRole('button', { name: 'Go', exact: true }).click();
}

/** From a code to the first page of questions, without pictures. */
export async function startInOneGo(page: Page, origin: string, code: string): Promise<void> {
	await typeCode(page, origin, code);
	await page.getByRole('link', { name: 'Start', exact: true }).click();
	await page.getByRole('button', { name: 'I’ll do it in one go' }).click();
	await expect(page).toHaveURL(/\/survey\/page-1$/);
}

/** From a code to the first page, with three pictures to come back to. */
export async function startWithPictures(
	page: Page,
	origin: string,
	code: string,
	pictures: readonly string[]
): Promise<void> {
	await typeCode(page, origin, code);
	await page.getByRole('link', { name: 'Start', exact: true }).click();
	await pick(page, pictures);
	await page.getByRole('button', { name: 'Keep these and start' }).click();
	await expect(page).toHaveURL(/\/survey\/page-1$/);
}

export async function pick(page: Page, pictures: readonly string[]): Promise<void> {
	for (const picture of pictures)
		await page.getByRole('checkbox', { name: picture, exact: true }).check({ force: true });
}

/** Answers every question of the page that is open: the first option, 7 on a scale, some words. */
export async function answerPage(page: Page, words: string): Promise<void> {
	for (const field of await page.locator('main form fieldset').all()) {
		const box = field.locator('textarea');
		if ((await box.count()) > 0) {
			await box.fill(words);
			await field.getByRole('checkbox').check();
			continue;
		}
		const step = field.getByRole('radio', { name: '7', exact: true });
		const target = (await step.count()) > 0 ? step : field.locator('input').first();
		await target.locator('xpath=ancestor::label').click();
		await expect(target).toBeChecked();
	}
}

/** Answers all pages up to the review; gives how many there were. */
export async function answerAll(page: Page, words: string): Promise<number> {
	for (let pages = 0; ; pages += 1) {
		if (/\/survey\/review$/.test(page.url())) return pages;
		if (pages > 40) throw new Error('the survey has no end');
		await answerPage(page, words);
		const before = page.url();
		await page.getByRole('button', { name: 'Next', exact: true }).click();
		await expect(page).not.toHaveURL(before);
	}
}

/** Sends the answers from the review page. */
export async function send(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Send my answers' }).first().click();
}
