/*
 * What somebody does who wants to talk, as steps for journeys: fill in, look, send, keep the code, show it.
 */
import type { Page } from '@playwright/test';
import { press } from './coming-in.ts';

export const NEXT = 'Next: have a look before you send it';
export const WORDS = 'I am afraid of going home on Friday.';

export async function fillIn(page: Page, words: string) {
	await page.getByLabel('Being hurt or afraid').check();
	await page.getByLabel('What do you want to say?').fill(words);
}

/** From filling in to the page before sending. */
export async function lookBefore(page: Page, words = WORDS) {
	await fillIn(page, words);
	await press(page, NEXT);
}

/** The code as it stands on the page. */
export const codeOn = async (page: Page) => (await page.locator('.letters span').allInnerTexts()).join(' ');

/** Sends without an account; gives the code. */
export async function sendOpenly(page: Page, origin: string, words = WORDS) {
	await page.goto(`${origin}/help/talk`);
	await lookBefore(page, words);
	await press(page, 'Send it');
	return codeOn(page);
}

export async function showTalkCode(page: Page, origin: string, code: string) {
	await page.goto(`${origin}/help/talk/answer`);
	await page.getByLabel('Type your code').fill(code);
	await press(page, 'Go');
}
