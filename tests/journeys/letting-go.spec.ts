/*
 * Leaving while something is under way: what comes late brings nothing back, sends nothing more and is not heard.
 */
import type { Page, Route } from '@playwright/test';
import { QUICK_EXIT_ADDRESS } from '#lib/settings/young/quick-exit.ts';
import { expect, test as base } from './served.ts';
import { giveVoices, LOCAL, speakSlowly } from './speaking.ts';
import { answerPage, going, send, startInOneGo } from './surveying.ts';

const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** Holds back what is asked of an address until it is let through. */
async function holdBack(page: Page, address: string, method: string, answer = (route: Route) => route.continue()) {
	let letThrough = (): void => undefined;
	let come = (): void => undefined;
	const gate = new Promise<void>((open) => (letThrough = open));
	const asked = new Promise<void>((here) => (come = here));
	await page.route(address, async (route) => {
		if (route.request().method() !== method) return route.fallback();
		come();
		await gate;
		// It may have been broken off meanwhile, which is what these journeys are about.
		await answer(route).catch(() => undefined);
	});
	return { asked, letThrough };
}

/** Resolves when a request to a path has ended, one way or the other; true when it was broken off. */
const ended = (page: Page, path: string): Promise<boolean> =>
	new Promise((done) => {
		page.on('requestfailed', (request) => new URL(request.url()).pathname === path && done(true));
		page.on('requestfinished', (request) => new URL(request.url()).pathname === path && done(false));
	});

/** What is posted from now on. */
function postsOf(page: Page): string[] {
	const posts: string[] = [];
	page.on('request', (one) => one.method() === 'POST' && posts.push(new URL(one.url()).pathname));
	return posts;
}

async function pressShiftThreeTimes(page: Page): Promise<void> {
	for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
}

/** A page whose other site answers only when it is let through; not the watched page, for this leaves us. */
const test = base.extend<{ child: Page; elsewhere: { asked: Promise<void>; letThrough: () => void } }>({
	child: async ({ browser }, use) => {
		const context = await browser.newContext();
		await use(await context.newPage());
		await context.close();
	},
	elsewhere: async ({ child }, use) => {
		await use(await holdBack(child, `${QUICK_EXIT_ADDRESS}**`, 'GET', (route) => route.fulfill({ body: 'weather' })));
	}
});

for (const exit of ['three presses of Shift', 'the button']) {
	test(`answers that are under way do not undo leaving by ${exit}`, async ({ child, elsewhere, served }) => {
		await startInOneGo(child, served.origin, served.takeCode());
		await child.goto(`${served.origin}/survey/review`);
		const answers = await holdBack(child, '**/survey/review', 'POST');
		await send(child);
		await answers.asked;
		const over = ended(child, '/survey/review');
		const visited: string[] = [];
		child.on('framenavigated', (frame) => visited.push(frame.url()));
		const posts = postsOf(child);
		// It does not wait for the leaving to be over: the other site has not answered yet.
		if (exit === 'the button') await child.locator('[data-leave]').click({ noWaitAfter: true });
		else await pressShiftThreeTimes(child);
		await elsewhere.asked;
		answers.letThrough();
		expect(await over).toBe(true);
		elsewhere.letThrough();
		await expect(child).toHaveURL(QUICK_EXIT_ADDRESS);
		expect(visited).toEqual([QUICK_EXIT_ADDRESS]);
		expect(posts).toEqual(['/leave']);
	});
}

test('a page that waits for its styles does not come after leaving', async ({ child, elsewhere, served }) => {
	await startInOneGo(child, served.origin, served.takeCode());
	await child.route(`**${pathOf(child)}`, async (route) => {
		if (route.request().method() !== 'POST') return route.fallback();
		const response = await route.fetch();
		const body = (await response.text()).replace('</head>', '<link rel="stylesheet" href="/slow.css"></head>');
		return route.fulfill({ response, body });
	});
	const styles = await holdBack(child, '**/slow.css', 'GET', (route) =>
		route.fulfill({ contentType: 'text/css', body: '' })
	);
	// A page that is being left answers no questions: it tells by itself what comes, and when the styles have.
	await child.evaluate(() => {
		new MutationObserver(() => console.log('a page came')).observe(document.body, { childList: true });
		document.addEventListener('load', () => setTimeout(() => console.log('styles came')), true);
	});
	const told: string[] = [];
	child.on('console', (message) => told.push(message.text()));
	await going(child, 'next').click();
	await styles.asked;
	await pressShiftThreeTimes(child);
	await elsewhere.asked;
	styles.letThrough();
	await expect.poll(() => told).toContain('styles came');
	expect(told).not.toContain('a page came');
	elsewhere.letThrough();
	await expect(child).toHaveURL(QUICK_EXIT_ADDRESS);
});

test('a page without a connection is let go by leaving quickly: nothing is tried again', async ({
	child,
	elsewhere,
	served
}) => {
	await startInOneGo(child, served.origin, served.takeCode());
	await answerPage(child, 'x');
	await child.route(`**${pathOf(child)}`, (route) => route.abort());
	await going(child, 'next').click();
	await expect(child.getByRole('status').filter({ hasText: 'No connection right now' })).toBeVisible();
	// The line comes back after the third press, while the other site has not answered yet.
	await child.evaluate(() => {
		let presses = 0;
		const comeBack = () => (dispatchEvent(new Event('online')), console.log('the line is back'));
		addEventListener('keydown', () => (presses += 1) === 3 && setTimeout(comeBack));
	});
	const back = child.waitForEvent('console', (message) => message.text() === 'the line is back');
	const posts = postsOf(child);
	await pressShiftThreeTimes(child);
	await elsewhere.asked;
	await back;
	elsewhere.letThrough();
	await expect(child).toHaveURL(QUICK_EXIT_ADDRESS);
	expect(posts).toEqual(['/leave']);
});

test('someone else’s turn wins over a page that is under way', async ({ page, served, context, watched }) => {
	await startInOneGo(page, served.origin, served.takeCode());
	await answerPage(page, 'x');
	const here = pathOf(page);
	const sent = await holdBack(page, `**${here}`, 'POST');
	const leaving = await holdBack(page, '**/survey/leave', 'POST');
	await going(page, 'next').click();
	await sent.asked;
	const over = ended(page, here);
	const posts = postsOf(page);
	const visited: string[] = [];
	page.on('framenavigated', (frame) => visited.push(new URL(frame.url()).pathname));
	await page.getByRole('button', { name: 'Someone else’s turn' }).click({ noWaitAfter: true });
	await leaving.asked;
	sent.letThrough();
	expect(await over).toBe(true);
	leaving.letThrough();
	await expect(page).toHaveURL(/stopping$/);
	expect(visited).toEqual(['/survey/stopping']);
	expect(posts).toEqual(['/survey/leave']);
	await page.getByRole('button', { name: 'Yes, end it' }).click();
	await expect(page).toHaveURL(/notice=left$/);
	expect(await context.cookies(`${served.origin}/survey`)).toEqual([]);
	watched.faults.splice(0, Infinity, ...watched.faults.filter((fault) => !/ERR_FAILED|ERR_ABORTED/.test(fault)));
});

test('what is read aloud stops at once, and what was to be noted about it is broken off', async ({
	child,
	elsewhere,
	served
}) => {
	await giveVoices(child, [LOCAL]);
	await startInOneGo(child, served.origin, served.takeCode('8-10'));
	await speakSlowly(child);
	const noting = await holdBack(child, '**/comfort', 'POST');
	await child.locator('[data-read-all]').click();
	await noting.asked;
	await expect(child.locator('.heard')).toHaveCount(1);
	const over = ended(child, '/comfort');
	// A page that is being left answers no questions: it tells by itself when its voice is cut off.
	await child.evaluate(() => {
		const { speechSynthesis } = window;
		const cancel = speechSynthesis.cancel.bind(speechSynthesis);
		speechSynthesis.cancel = () => (console.log('silence'), cancel());
	});
	const silence = child.waitForEvent('console', (message) => message.text() === 'silence');
	await pressShiftThreeTimes(child);
	await elsewhere.asked;
	await silence;
	noting.letThrough();
	expect(await over).toBe(true);
	elsewhere.letThrough();
	await expect(child).toHaveURL(QUICK_EXIT_ADDRESS);
	expect(await child.context().cookies(served.origin)).toEqual([]);
});
