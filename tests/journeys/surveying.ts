/*
 * What a young person does in the survey, as steps for journeys: type a code, start, answer a page, answer all. Buttons
 * are found by what they do, since each age has its own words for them.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import type { SaidPage } from '../waves/saying.ts';

/** Where a page of questions is: drawn anew for each visit. */
export const OWN_ADDRESS = /\/survey\/p-[\w-]{10}(?:\?review)?(?:#main)?$/;

/** The page of questions with this key is open, or the review. */
export async function atPage(page: Page, key: string): Promise<void> {
	if (key === 'review') return expect(page).toHaveURL(/\/survey\/review$/);
	await expect(page.locator('main form#answers')).toHaveAttribute('data-page', key);
	await expect(page).toHaveURL(OWN_ADDRESS);
}

/** Types a code and goes on. */
export async function typeCode(page: Page, origin: string, code: string): Promise<void> {
	await page.goto(`${origin}/survey`);
	await page.getByLabel('Type the code on your card').fill(code);
	await page.getByRole('button', { name: 'Go', exact: true }).click();
}

/** What leads on from the opening page. */
export const starting = (page: Page): Locator => page.locator('main a.action[href="/survey/pictures"]');

/** What begins without pictures. */
export const inOneGo = (page: Page): Locator => page.locator('main button[formaction="?/once"]');

/** One of the ways on from a page of questions. */
export const going = (page: Page, way: 'next' | 'skip' | 'back' | 'pause' | 'comfort'): Locator =>
	page.locator(`main button[name=go][value=${way}]`);

/** From a code to the first page of questions, without pictures. */
export async function startInOneGo(page: Page, origin: string, code: string): Promise<void> {
	await typeCode(page, origin, code);
	await starting(page).click();
	await inOneGo(page).click();
	await atPage(page, 'page-1');
}

/** From a code to the first page, with three pictures to come back to. */
export async function startWithPictures(
	page: Page,
	origin: string,
	code: string,
	pictures: readonly string[]
): Promise<void> {
	await typeCode(page, origin, code);
	await starting(page).click();
	await pick(page, pictures);
	await page.locator('main form button.action').first().click();
	await atPage(page, 'page-1');
}

export async function pick(page: Page, pictures: readonly string[]): Promise<void> {
	for (const picture of pictures)
		await page.getByRole('checkbox', { name: picture, exact: true }).check({ force: true });
}

/** "Someone else's turn", and sure of it. */
export async function endVisit(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Someone else’s turn' }).click();
	await page.getByRole('button', { name: 'Yes, end it' }).click();
}

/** Answers every question of the page that is open: the first option, 7 on a scale, some words. */
export async function answerPage(page: Page, words: string): Promise<void> {
	for (const field of await page.locator('main form fieldset').all()) {
		const box = field.locator('textarea, input:not([type])');
		if ((await box.count()) > 0) {
			const isNumber = (await box.getAttribute('inputmode')) === 'numeric';
			await box.fill(isNumber ? '3' : words);
			if (!isNumber) await field.getByRole('checkbox').check();
			continue;
		}
		const step = field.getByRole('radio', { name: '7', exact: true });
		const target = (await step.count()) > 0 ? step : field.locator('input').first();
		await tapLabel(target);
	}
}

/** Taps the card that an option stands on, and sees that it is chosen. */
export async function tapLabel(option: Locator): Promise<void> {
	await option.locator('xpath=ancestor::label').click();
	await expect(option).toBeChecked();
}

/** Answers the page that is open with what somebody says to it. */
export async function sayOn(page: Page, { page: { questions }, answers }: SaidPage): Promise<void> {
	for (const { key, type } of questions) {
		const field = page.locator(`#q-${key}`);
		for (const answer of [answers[key] ?? []].flat()) {
			if (type === 'comment' || type === 'number') await field.locator(`[name="${key}"]`).fill(answer);
			else await tapLabel(field.locator(`input[name="${key}"][value="${answer}"]`));
		}
		if (type === 'comment') await field.locator(`input[name="quote-${key}"]`).check();
	}
}

/** Answers all pages up to the review; gives how many there were. */
export async function answerAll(page: Page, words: string): Promise<number> {
	for (let pages = 0; ; pages += 1) {
		if (/\/survey\/review$/.test(page.url())) return pages;
		if (pages > 60) throw new Error('the survey has no end');
		await answerPage(page, words);
		const before = page.url();
		await going(page, 'next').click();
		await expect(page).not.toHaveURL(before);
	}
}

/** Sends the answers from the review page, whether or not every page was gone to. */
export async function send(page: Page): Promise<void> {
	await page.locator('#send-last').click();
}

/** Goes on to the first page with a box for own words; gives its address. */
export async function toWords(page: Page): Promise<string> {
	while ((await page.locator('main form textarea').count()) === 0) {
		const before = page.url();
		await going(page, 'next').click();
		await expect(page).not.toHaveURL(before);
	}
	return page.url();
}
