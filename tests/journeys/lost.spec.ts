/*
 * The connection goes in the middle of the survey, or the server does: nothing typed is lost, nothing is sent twice, and
 * the way back through the pages brings back what was typed there. That leaving wins over all of it is in letting-go.
 */
import type { Page } from '@playwright/test';
import { expect, test } from './served.ts';
import { answerAll, answerPage, atPage, startInOneGo, toWords } from './surveying.ts';

const lost = (page: Page) => page.getByRole('status').filter({ hasText: 'No connection right now' });
const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true });
const box = (page: Page) => page.locator('main form textarea').first();
/** Where pages of questions are in any visit. */
const A_PAGE = '**/survey/p-*';
const boxes = (page: Page) => page.locator('main form fieldset input:checked:not([value=""])');

/** The browser itself says that it could not reach us or what it was answered, which is what these journeys are about. */
function forgive(watched: { faults: string[] }): void {
	const others = watched.faults.filter(
		(fault) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (?:404|502)/.test(fault)
	);
	watched.faults.splice(0, Infinity, ...others);
}

/** Counts what is posted to pages of questions; `arrived` are those that were answered. */
function posts(page: Page) {
	const arrived: string[] = [];
	const tried: string[] = [];
	page.on('request', (request) => request.method() === 'POST' && tried.push(new URL(request.url()).pathname));
	page.on('response', (answer) => {
		if (answer.request().method() === 'POST') arrived.push(new URL(answer.url()).pathname);
	});
	return { arrived, tried };
}

test('a lost connection keeps the page, takes what is typed meanwhile along, and sends it once', async ({
	page,
	served,
	context,
	watched
}) => {
	await startInOneGo(page, served.origin, served.takeCode());
	const here = await toWords(page);
	await box(page).fill('Before it went.');
	const { arrived, tried } = posts(page);
	await context.setOffline(true);
	await next(page).click();
	await expect(lost(page)).toBeVisible();
	await expect(lost(page)).toContainText('What you said is kept on this page.');
	await page.screenshot({ path: 'tests/output/screens/lost-connection.png' });
	await box(page).fill('Before it went. And after.');
	await next(page).click();
	expect(page.url()).toBe(here);
	expect(arrived).toEqual([]);
	expect(tried.length).toBeGreaterThanOrEqual(2);
	await context.setOffline(false);
	await expect(page).not.toHaveURL(here);
	await expect(lost(page)).toHaveCount(0);
	await expect(page.getByRole('status').filter({ hasText: 'connection' })).toHaveCount(0);
	expect(arrived).toEqual([new URL(here).pathname]);
	await page.goto(here);
	await expect(box(page)).toHaveValue('Before it went. And after.');
	expect(arrived).toHaveLength(1);
	forgive(watched);
});

test('a server that is not right for a while gets the page when it is, and only once', async ({
	page,
	served,
	watched
}) => {
	await startInOneGo(page, served.origin, served.takeCode());
	await answerPage(page, 'x');
	const chosen = await boxes(page).count();
	let refused = 0;
	const here = new URL(page.url()).pathname;
	await page.route(`**${here}`, async (route) => {
		if (route.request().method() === 'POST' && refused < 2) {
			refused += 1;
			return route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' });
		}
		return route.continue();
	});
	const { arrived } = posts(page);
	await next(page).click();
	await expect(page.getByRole('status').filter({ hasText: 'not right on our side' })).toBeVisible();
	expect(await boxes(page).count()).toBe(chosen);
	await atPage(page, 'page-2');
	expect(refused).toBe(2);
	expect(arrived.filter((path) => path === here)).toHaveLength(3);
	await page.getByRole('button', { name: 'Back', exact: true }).click();
	await atPage(page, 'page-1');
	forgive(watched);
	expect(await boxes(page).count()).toBe(chosen);
});

test('sending the answers waits for the connection and thanks once', async ({ page, served, context, watched }) => {
	await startInOneGo(page, served.origin, served.takeCode());
	await answerAll(page, 'My words');
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Send my answers' }).first().click();
	await expect(lost(page)).toBeVisible();
	await context.setOffline(false);
	await expect(page.getByRole('heading', { name: 'Thank you. Your answers are in.' })).toBeVisible();
	await expect(page.locator('dd').first()).toHaveText(/^\s*\w+ \w+ \w+ \w+\s*$/);
	forgive(watched);
});

test('the browser’s own way back brings back what was typed and not sent', async ({ page, served }) => {
	await startInOneGo(page, served.origin, served.takeCode());
	await next(page).click();
	await atPage(page, 'page-2');
	const words = await toWords(page);
	await box(page).fill('Not sent yet.');
	await page.goBack();
	await expect(page).not.toHaveURL(words);
	await expect(box(page)).toHaveCount(0);
	await page.goForward();
	await expect(page).toHaveURL(words);
	await expect(box(page)).toHaveValue('Not sent yet.');
	await next(page).click();
	await expect(page).not.toHaveURL(words);
	await page.goBack();
	await expect(box(page)).toHaveValue('Not sent yet.');
});

test('the next page begins at its top, with its heading, and what cannot be taken is said first', async ({
	page,
	served
}) => {
	await startInOneGo(page, served.origin, served.takeCode());
	await page.evaluate(() => Object.assign(window, { same: true }));
	// Chosen before and taken back in another tab.
	await page.evaluate(() => (document.documentElement.dataset['tint'] = 'peach'));
	await next(page).click();
	await atPage(page, 'page-2');
	expect(await page.evaluate(() => 'same' in window)).toBe(true);
	await expect(page.locator('html')).not.toHaveAttribute('data-tint');
	await expect(page.locator('main h1, main fieldset').first()).toBeFocused();
	expect(await page.evaluate(() => scrollY)).toBe(0);
	await toWords(page);
	const here = page.url();
	await box(page).fill('x'.repeat(4500));
	await next(page).click();
	await expect(page.getByRole('alert')).toBeFocused();
	await expect(page).toHaveURL(here);
	await expect(box(page)).toHaveValue(/^x{4500}$/);
});

test('what was typed on another page and never sent is said on the review, and one tap leads there', async ({
	page,
	served
}) => {
	await startInOneGo(page, served.origin, served.takeCode());
	const unkept = page.getByRole('status').filter({ hasText: 'not kept yet' });
	const words = await toWords(page);
	await page.goto(`${served.origin}/survey/review`);
	await expect(unkept).toHaveCount(0);
	const path = new URL(words).pathname;
	await page.locator(`main a[href^="${path}?"]`).first().click();
	await expect(box(page)).toBeVisible();
	await box(page).fill('Never sent.');
	await page.goBack();
	await expect(page).toHaveURL(/review$/);
	await expect(unkept).toBeVisible();
	const way = unkept.getByRole('link');
	await expect(way).toHaveCount(1);
	await expect(way).toHaveText(/\w/);
	await page.screenshot({ path: 'tests/output/screens/unkept.png' });
	await way.click();
	await expect(box(page)).toHaveValue('Never sent.');
	await next(page).click();
	await expect(page).toHaveURL(/review$/);
	await expect(unkept).toHaveCount(0);
	await expect(page.getByText('Never sent.')).toBeVisible();
});

test('what is refused stays on the page, is said kindly and can be sent again', async ({ page, served }) => {
	await startInOneGo(page, served.origin, served.takeCode());
	await answerPage(page, 'x');
	const chosen = await boxes(page).count();
	const answers = [403, 413, 429];
	await page.route(`**${new URL(page.url()).pathname}`, (route) => {
		const status = route.request().method() === 'POST' ? answers.shift() : undefined;
		if (!status) return route.continue();
		return route.fulfill({ status, headers: { 'Retry-After': '1' }, contentType: 'text/plain', body: 'No.' });
	});
	const refused = page.getByRole('status').filter({ hasText: 'could not be sent just now' });
	for (const left of [2, 1]) {
		await next(page).click();
		await expect(refused).toBeVisible();
		expect(answers).toHaveLength(left);
		expect(await boxes(page).count()).toBe(chosen);
		await atPage(page, 'page-1');
	}
	// Too often: that is tried again without anybody.
	await next(page).click();
	await atPage(page, 'page-2');
	expect(answers).toEqual([]);
});

test('what waits here does not go along with somebody else, who began in another tab', async ({
	page,
	served,
	context,
	watched
}) => {
	await startInOneGo(page, served.origin, served.takeCode());
	await toWords(page);
	await box(page).fill('Of the first child.');
	await page.route(A_PAGE, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
	await next(page).click();
	await expect(lost(page)).toBeVisible();
	const other = await context.newPage();
	await startInOneGo(other, served.origin, served.takeCode());
	await page.unroute(A_PAGE);
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(page).toHaveURL(/\/survey\?notice=other$/);
	await toWords(other);
	await expect(box(other)).toHaveValue('');
	forgive(watched);
});

test('the way back brings nothing of one child onto another child’s page', async ({
	page,
	served,
	context,
	watched
}) => {
	await startInOneGo(page, served.origin, served.takeCode());
	const words = await toWords(page);
	await box(page).fill('Of the first child.');
	const other = await context.newPage();
	await startInOneGo(other, served.origin, served.takeCode());
	await page.goBack();
	await expect(page).not.toHaveURL(words);
	await expect(box(page)).toHaveCount(0);
	await page.goForward();
	// The first child's address is nothing in the visit of the second.
	await expect(box(page)).toHaveCount(0);
	await page.goto(`${served.origin}/survey/next`);
	await toWords(page);
	await expect(box(page)).toHaveValue('');
	forgive(watched);
});
