/*
 * What must hold on every page of a young person: leaving at once, nothing left behind, headers, keyboard, small screens.
 */
import { QUICK_EXIT_ADDRESS } from '#lib/settings/young/quick-exit.ts';
import { expect, test, watch } from './served.ts';
import { answerPage, atPage, endVisit, send, startInOneGo } from './surveying.ts';

const OPEN_PAGES = ['/', '/survey', '/help', '/privacy', '/accessibility', '/sign-in'];

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('leaving quickly goes elsewhere at once and ends the visit', async ({ browser, served }) => {
			// Not the watched page: leaving is the one request that goes elsewhere.
			const context = await browser.newContext({ javaScriptEnabled: script });
			const page = await context.newPage();
			await context.route(`${QUICK_EXIT_ADDRESS}**`, (route) => route.fulfill({ body: 'weather' }));
			await startInOneGo(page, served.origin, served.takeCode());
			await page.getByRole('button', { name: 'Leave quickly' }).click();
			await expect(page).toHaveURL(QUICK_EXIT_ADDRESS);
			await expect(async () => {
				expect(await context.cookies(`${served.origin}/survey`)).toEqual([]);
			}).toPass({ timeout: 5000 });
			await page.goto(`${served.origin}/survey/page-1`);
			await expect(page).toHaveURL(/\/survey$/);
			await context.close();
		});
	});
}

test('someone else’s turn ends the visit and says so', async ({ page, served, context }) => {
	await startInOneGo(page, served.origin, served.takeCode());
	const copied = await context.cookies(`${served.origin}/survey`);
	await endVisit(page);
	await expect(page.getByRole('status')).toContainText('All done on this device');
	expect(await context.cookies(`${served.origin}/survey`)).toEqual([]);
	// Whoever kept the cookie finds nothing: a draft that nobody could come back to went with the visit.
	await context.addCookies(copied);
	await page.goto(`${served.origin}/survey/page-1`);
	await expect(page).toHaveURL(/\/survey\?notice=gone$/);
});

test('nobody finds the receipts of whoever was there before', async ({ page, served }) => {
	await startInOneGo(page, served.origin, served.takeCode());
	await page.goto(`${served.origin}/survey/review`);
	await send(page);
	await expect(page).toHaveURL(/\/survey\/thanks$/);
	await page.goto(`${served.origin}/survey`);
	await page.goto(`${served.origin}/survey/thanks`);
	await expect(page).toHaveURL(/\/survey$/);
});

test('another site changes nothing here, whatever it sends', async ({ request, served }) => {
	for (const path of ['/leave', '/sign-out', '/survey/leave']) {
		const fromElsewhere = await request.post(served.origin + path, {
			headers: { Origin: 'https://elsewhere.example' }
		});
		expect(fromElsewhere.status(), path).toBe(403);
		const sameDomain = await request.post(served.origin + path, {
			headers: { Origin: served.origin, 'Sec-Fetch-Site': 'same-site' }
		});
		expect(sameDomain.status(), path).toBe(403);
	}
	const planted = { Cookie: '__Secure-survey=theirs; __Secure-survey=mine' };
	const two = await request.get(`${served.origin}/survey`, { headers: planted });
	expect(two.status()).toBe(400);
	expect(two.headers()['content-security-policy']).toContain("default-src 'none'");
});

test('no page keeps anything in the browser’s storage, and the survey’s cookie goes to the survey only', async ({
	page,
	served,
	context
}) => {
	await startInOneGo(page, served.origin, served.takeCode());
	const stored = () => page.evaluate(() => localStorage.length + sessionStorage.length);
	expect(await stored()).toBe(0);
	for (const path of OPEN_PAGES) {
		await page.goto(served.origin + path);
		expect(await stored(), path).toBe(0);
	}
	expect(await context.cookies(`${served.origin}/help`)).toEqual([]);
	const [cookie] = await context.cookies(`${served.origin}/survey`);
	expect(cookie).toMatchObject({ path: '/survey', httpOnly: true, secure: true, expires: -1 });
});

test('every page says how it may be used: policy, no sniffing, no framing, no storing', async ({ page, served }) => {
	for (const path of [...OPEN_PAGES, '/enhance.js', '/health', '/nowhere', '/staff/waves', '/committee']) {
		const answered = await page.request.get(served.origin + path, { maxRedirects: 0 });
		const headers = answered.headers();
		expect(headers['x-content-type-options'], path).toBe('nosniff');
		expect(headers['referrer-policy'], path).toBe('same-origin');
		expect(headers['strict-transport-security'], path).toContain('max-age=');
		expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
		if (answered.status() === 200 && headers['content-type']?.includes('text/html')) {
			expect(headers['content-security-policy'], path).toContain("default-src 'self'");
			expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
			expect(headers['content-security-policy'], path).not.toMatch(/unsafe-inline|unsafe-eval/);
			expect(headers['cache-control'], path).toContain('no-store');
		}
	}
});

test('a page of questions can be answered with the keyboard alone', async ({ page, served }) => {
	await startInOneGo(page, served.origin, served.takeCode());
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to the main part' })).toBeFocused();
	await page.keyboard.press('Enter');
	const fields = await page.locator('main form fieldset').count();
	for (let tabs = 0; tabs < 40; tabs += 1) {
		await page.keyboard.press('Tab');
		const on = await page.evaluate(() => {
			const focused = document.activeElement;
			const ring = focused && (getComputedStyle(focused).outlineStyle !== 'none' || focused.matches('label input'));
			const untouched = focused?.matches('label input') && !focused.closest('fieldset')?.querySelector(':checked');
			return { untouched, text: focused?.textContent?.trim(), ring };
		});
		expect(on.ring, `focus can be seen on ${on.text}`).toBe(true);
		if (on.untouched) await page.keyboard.press('Space');
		if (on.text === 'Next') break;
	}
	expect(await page.locator('main form input:checked').count()).toBeGreaterThanOrEqual(fields);
	await page.keyboard.press('Enter');
	await atPage(page, 'page-2');
});

test('at 320 pixels, and at four times the size, nothing scrolls sideways', async ({ page, served }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await startInOneGo(page, served.origin, served.takeCode());
	const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	const paths = ['/survey/page-1', '/survey/page-20', '/survey/page-22', '/survey/page-24', '/survey/review'];
	for (const path of [...OPEN_PAGES, ...paths]) {
		await page.goto(served.origin + path);
		expect(await wide(), path).toBeLessThanOrEqual(0);
	}
});

test('three presses of Shift leave as well, and nothing else was asked of anybody', async ({ browser, served }) => {
	const context = await browser.newContext();
	const page = await context.newPage();
	await context.route(`${QUICK_EXIT_ADDRESS}**`, (route) => route.fulfill({ body: 'weather' }));
	const { faults } = watch(page, served.origin);
	await startInOneGo(page, served.origin, served.takeCode());
	await answerPage(page, 'x');
	for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
	await expect(page).toHaveURL(QUICK_EXIT_ADDRESS);
	expect(faults.filter((fault) => !fault.includes(QUICK_EXIT_ADDRESS))).toEqual([]);
	await context.close();
});
