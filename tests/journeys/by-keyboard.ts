/*
 * The survey with a keyboard alone: Tab to where something is, arrows within a question, Space to choose, Enter to go on.
 * Nothing here touches a mouse, and nothing is put into a field but by typing.
 */
import { expect, type Page } from '@playwright/test';
import type { SaidPage } from '../waves/saying.ts';
import { atPage } from './surveying.ts';

/** More steps than any page has things to come to. */
const FAR = 90;

/** Presses Tab until the focus is on what the selector means. @throws when it never is: then no keyboard gets there. */
export async function tabTo(page: Page, selector: string): Promise<void> {
	for (let steps = 0; steps < FAR; steps += 1) {
		if (await page.evaluate((sought) => document.activeElement?.matches(sought) ?? false, selector)) {
			await expectRing(page);
			return;
		}
		await page.keyboard.press('Tab');
	}
	throw new Error(`no Tab leads to ${selector}`);
}

/** What has the focus is on the screen, and it or its card shows a ring. */
async function expectRing(page: Page): Promise<void> {
	const seen = await page.evaluate(() => {
		const focused = document.activeElement;
		if (!focused) return 'nothing has the focus';
		const { top, bottom } = (focused.closest('label') ?? focused).getBoundingClientRect();
		if (bottom <= 0 || top >= innerHeight) return 'the focus is off the screen';
		const around = [focused, ...(focused.closest('label')?.querySelectorAll('span') ?? [])];
		const ringed = around.some((element) => {
			const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
			return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
		});
		return ringed ? '' : `no ring round ${focused.outerHTML.slice(0, 120)}`;
	});
	expect(seen).toBe('');
}

/** Tabs to a link or button and presses Enter. */
export async function enter(page: Page, selector: string): Promise<void> {
	await tabTo(page, selector);
	await page.keyboard.press('Enter');
}

/** Comes to a group of radio buttons and goes to one of them with the arrows. */
async function arrowTo(page: Page, name: string, value: string): Promise<void> {
	const group = `input[type=radio][name="${name}"]`;
	await tabTo(page, group);
	await page.keyboard.press('Space');
	for (let steps = 0; steps < FAR; steps += 1) {
		if (await page.locator(`${group}[value="${value}"]`).isChecked()) return;
		await page.keyboard.press('ArrowDown');
	}
	throw new Error(`no arrow leads to ${name}=${value}`);
}

/** Answers the page that is open with what somebody says to it. */
export async function sayByKeyboard(page: Page, { page: { questions }, answers }: SaidPage): Promise<void> {
	for (const { key, type } of questions) {
		for (const answer of [answers[key] ?? []].flat()) {
			if (type === 'comment' || type === 'number') {
				await tabTo(page, `[name="${key}"]`);
				await page.keyboard.type(answer);
			} else if (type === 'choose-all') {
				await tabTo(page, `input[name="${key}"][value="${answer}"]`);
				await page.keyboard.press('Space');
			} else await arrowTo(page, key, answer);
		}
		if (type !== 'comment') continue;
		await tabTo(page, `input[name="quote-${key}"]`);
		await page.keyboard.press('Space');
	}
}

/** From a code to the first page of questions. */
export async function startByKeyboard(page: Page, origin: string, code: string): Promise<void> {
	await page.goto(`${origin}/survey`);
	await tabTo(page, 'main input[name=code]');
	await page.keyboard.type(code);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/survey\/start$/);
	await enter(page, 'main a.action[href="/survey/pictures"]');
	await expect(page).toHaveURL(/\/survey\/pictures$/);
	await enter(page, 'main button[formaction="?/once"]');
	await atPage(page, 'page-1');
}
