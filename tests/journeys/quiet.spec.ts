/*
 * A survey that is left alone closes by itself: really closes, only where nobody is there, and nowhere else.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { minuteOf, readVisit, sealVisit, VISIT_COOKIE, VISIT_KEY } from '#lib/responses/visit.server.ts';
import { expect, test, type Served } from './served.ts';
import { answerPage, atPage, going, startInOneGo } from './surveying.ts';

/** The visit as if it had been used last so many minutes ago: the browser's clock can be put on, the server's cannot. */
async function usedMinutesAgo(context: BrowserContext, { keyring, origin }: Served, minutes: number): Promise<void> {
	const cookie = (await context.cookies(`${origin}/survey`)).find(({ name }) => name === VISIT_COOKIE);
	const key = keyring.getOrDraw(VISIT_KEY);
	const read = readVisit(key, cookie?.value, Date.now());
	if (read.kind !== 'visit' || !cookie) throw new Error('the visit is in its cookie');
	const value = sealVisit(key, { ...read.visit, seen: minuteOf(Date.now()) - minutes });
	await context.addCookies([{ ...cookie, value }]);
}

const bar = (page: Page) => page.getByRole('alert').filter({ hasText: 'Are you still here?' });

test('a page that was quiet too long ends the visit itself, and with it the draft', async ({
	page,
	served,
	context
}) => {
	await page.clock.install();
	await startInOneGo(page, served.origin, served.takeCode());
	await usedMinutesAgo(context, served, 19);
	const before = await context.cookies(`${served.origin}/survey`);
	await page.clock.fastForward('19:05');
	await expect(page).toHaveURL(/\/survey\?notice=quiet$/);
	expect(await context.cookies(`${served.origin}/survey`)).toEqual([]);
	await page.goBack();
	await expect(page).toHaveURL(/\/survey(?:\?|$)/);
	// Whoever kept the cookie finds nothing either.
	await context.addCookies(before);
	await page.goto(`${served.origin}/survey/page-1`);
	await expect(page).toHaveURL(/\/survey\?notice=gone$/);
});

test('a quiet tab closes nothing that goes on in another', async ({ page, served, context, browser }) => {
	await page.clock.install();
	await startInOneGo(page, served.origin, served.takeCode());
	// Tabs of one browser share a clock that is put on, so the other one stands in a browser with the same cookie.
	const elsewhere = await browser.newContext();
	await elsewhere.addCookies(await context.cookies(`${served.origin}/survey`));
	const other = await elsewhere.newPage();
	await other.goto(`${served.origin}/survey/page-2`);
	await page.clock.fastForward('19:05');
	await expect(page).toHaveURL(/\/survey$/);
	await going(other, 'next').click();
	await atPage(other, 'page-3');
	await elsewhere.close();
});

test('what is sent by itself does not mean that somebody is there', async ({ page, served, context, watched }) => {
	await page.clock.install();
	await startInOneGo(page, served.origin, served.takeCode());
	await answerPage(page, 'x');
	await context.setOffline(true);
	await going(page, 'next').click();
	await expect(page.getByRole('status').filter({ hasText: 'No connection right now' })).toBeVisible();
	await page.clock.fastForward('10:00');
	await expect(bar(page)).toHaveCount(0);
	await context.setOffline(false);
	await atPage(page, 'page-2');
	await page.clock.fastForward('07:10');
	await expect(bar(page)).toBeVisible();
	watched.faults.splice(0, Infinity, ...watched.faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED')));
});
