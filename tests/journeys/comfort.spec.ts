/*
 * Comfort for one visit: what is chosen holds on every page, with and without script, and ends with the visit.
 */
import type { Page } from '@playwright/test';
import { QUICK_EXIT_ADDRESS } from '#lib/settings/young/quick-exit.ts';
import { endVisit, startInOneGo, starting, startWithPictures, typeCode } from './surveying.ts';
import { expect, test } from './served.ts';

const choose = async (page: Page, name: string, group: string) => {
	const button = page.getByRole('region', { name: group }).getByRole('button', { name, exact: true });
	await button.click();
	await expect(button).toHaveAttribute('aria-pressed', 'true');
};
const root = (page: Page) => page.locator('html');
const fontSize = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('what helps is chosen with one tap each, shows at once, and leads back to where somebody was', async ({
			page,
			at
		}) => {
			await page.goto(at('/help'));
			await page.getByRole('link', { name: 'Make it comfy' }).click();
			await choose(page, 'Biggest', 'How big words are');
			await choose(page, 'Easy letters', 'The shape of letters');
			await choose(page, 'Mint', 'The colour behind words');
			await expect(page).toHaveURL(/#paper-mint$/);
			await page.getByRole('link', { name: 'Done' }).first().click();
			await expect(page).toHaveURL(/\/help$/);
			for (const [name, option] of Object.entries({ size: 'biggest', face: 'dyslexic', tint: 'mint', theme: 'light' }))
				await expect(root(page)).toHaveAttribute(`data-${name}`, option);
		});

		test('back to usual undoes everything', async ({ page, at, context }) => {
			await page.goto(at('/comfort'));
			await choose(page, 'Extra clear', 'How clear things are');
			await choose(page, 'Keep still', 'Things that move');
			await page.getByRole('button', { name: 'Back to usual' }).click();
			await expect(root(page)).not.toHaveAttribute('data-contrast');
			await expect(root(page)).not.toHaveAttribute('data-motion');
			expect(await context.cookies(at('/'))).toEqual([]);
		});
	});
}

test('the page stays where the finger was, and the button that was pressed keeps the focus', async ({ page, at }) => {
	await page.goto(at('/comfort'));
	await choose(page, 'Keep still', 'Things that move');
	const button = page.getByRole('button', { name: 'Keep still' });
	await expect(button).toBeFocused();
	await expect(button).toBeInViewport();
	// Enter on it again, and nothing else changes.
	await page.keyboard.press('Enter');
	await expect(root(page)).toHaveAttribute('data-motion', 'less');
});

test('letters grow with the choice, and keep still means still', async ({ page, at }) => {
	await page.goto(at('/comfort'));
	expect(await fontSize(page)).toBe('16px');
	await choose(page, 'Bigger', 'How big words are');
	expect(await fontSize(page)).toBe('20px');
	await choose(page, 'Biggest', 'How big words are');
	expect(await fontSize(page)).toBe('24px');
	await choose(page, 'Keep still', 'Things that move');
	const transition = page.locator('.button').first();
	await expect(transition).toHaveCSS('transition-property', 'none');
});

test('the survey looks as was chosen, and someone else’s turn ends it', async ({ page, served, context }) => {
	await page.goto(`${served.origin}/comfort`);
	await choose(page, 'More space', 'Space around words');
	const [cookie] = await context.cookies(`${served.origin}/`);
	expect(cookie).toMatchObject({
		name: '__Host-comfort',
		value: 'space.roomy',
		httpOnly: true,
		secure: true,
		expires: -1
	});
	await startInOneGo(page, served.origin, served.takeCode());
	await expect(root(page)).toHaveAttribute('data-space', 'roomy');
	expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
	await endVisit(page);
	await expect(page.getByText('All done on this device')).toBeVisible();
	await expect(root(page)).not.toHaveAttribute('data-space');
	expect(await context.cookies(`${served.origin}/survey`)).toEqual([]);
});

test('stopping for now ends it', async ({ page, served }) => {
	await startWithPictures(page, served.origin, served.takeCode(), ['Sun', 'Cat', 'Boat']);
	await page.goto(`${served.origin}/comfort`);
	await choose(page, 'More space', 'Space around words');
	await page.goto(`${served.origin}/survey/review`);
	await page.getByRole('link', { name: 'Stop and come back later' }).click();
	await expect(page).toHaveURL(/paused$/);
	await expect(root(page)).not.toHaveAttribute('data-space');
});

test('no way to it stands where it would lose what was written or ticked', async ({ page, at, served }) => {
	const link = page.locator('a[href^="/comfort"]');
	for (const path of ['/help/talk', '/help/data']) {
		await page.goto(at(path));
		await expect(page.locator('main')).toBeVisible();
		await expect(link, path).toHaveCount(0);
	}
	await typeCode(page, served.origin, served.takeCode());
	await expect(starting(page)).toBeVisible();
	await expect(link).toHaveCount(1);
	await starting(page).click();
	await expect(page.getByRole('checkbox').first()).toBeAttached();
	await expect(link).toHaveCount(0);
});

test('leaving quickly ends it', async ({ browser, served }) => {
	// Not the watched page: leaving is the one request that goes elsewhere.
	const context = await browser.newContext();
	const page = await context.newPage();
	await context.route(`${QUICK_EXIT_ADDRESS}**`, (route) => route.fulfill({ body: 'weather' }));
	await page.goto(`${served.origin}/comfort`);
	await choose(page, 'Dark', 'The colour behind words');
	await page.getByRole('button', { name: 'Leave quickly' }).click();
	await expect(page).toHaveURL(QUICK_EXIT_ADDRESS);
	await expect(async () => {
		expect(await context.cookies(served.origin)).toEqual([]);
	}).toPass({ timeout: 5000 });
	await context.close();
});

test('a script that asks for no page is answered without one', async ({ request, served }) => {
	const headers = { Accept: 'application/json', Origin: served.origin };
	const answered = await request.post(`${served.origin}/comfort`, { headers, form: { read: 'on' } });
	expect(answered.status()).toBe(204);
	expect(answered.headers()['set-cookie']).toContain('__Host-comfort=read.on;');
	const unknown = await request.post(`${served.origin}/comfort`, { headers, form: { read: '"><script>' } });
	expect(unknown.status()).toBe(204);
	expect(unknown.headers()['set-cookie'] ?? '').not.toContain('script');
});

test('with everything turned up nothing scrolls sideways on the smallest screen', async ({ page, served }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto(`${served.origin}/comfort`);
	await choose(page, 'Biggest', 'How big words are');
	await choose(page, 'More space', 'Space around words');
	await choose(page, 'Easy letters', 'The shape of letters');
	await choose(page, 'Extra clear', 'How clear things are');
	const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(await wide(), 'comfort').toBeLessThanOrEqual(0);
	await startInOneGo(page, served.origin, served.takeCode());
	const pages = ['page-1', 'page-20', 'page-22', 'page-24', 'review'].map((key) => `/survey/${key}`);
	for (const path of [...pages, '/', '/help', '/sign-in']) {
		await page.goto(served.origin + path);
		expect(await wide(), path).toBeLessThanOrEqual(0);
	}
});
