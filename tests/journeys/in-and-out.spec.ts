/*
 * Ways into the survey and out of it that must not lose anything: back past the first page, the same card in a second
 * tab, another card in between, help in the middle of a page, and "Someone else's turn".
 */
import { leftOf } from './in-and-out.ts';
import { pageAsking } from './looking.ts';
import { expect, test } from './served.ts';
import { answerPage, atPage, endVisit, going, startInOneGo, startWithPictures, typeCode } from './surveying.ts';

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('back past the first page leads to the questions, not to the end', async ({ page, served, at }) => {
			await startInOneGo(page, served.origin, served.takeCode());
			await answerPage(page, 'x');
			await going(page, 'next').click();
			await atPage(page, 'page-2');
			for (const path of ['/survey/start', '/survey/thanks', '/survey/pictures?afresh']) {
				await page.goto(at(path));
				await expect(page, path).not.toHaveURL(/review$/);
			}
			await page.goto(at('/survey/start'));
			await atPage(page, 'page-2');
		});

		for (const [name, path] of [
			['Get help', '/help'],
			['Talk', '/help/talk']
		] as const) {
			test(`${name} in the middle of a page keeps what was typed, and comes whatever stands there`, async ({
				page,
				served,
				at
			}) => {
				await startInOneGo(page, served.origin, served.takeCode());
				const asking = pageAsking('11-17', 'comment');
				await page.goto(at(`/survey/${asking.key}`));
				const box = page.locator('main form textarea').first();
				await box.fill('They hit me.');
				await page.getByRole('banner').getByRole('button', { name }).click();
				await expect(page).toHaveURL(new RegExp(`${path}$`));
				await page.goto(at(`/survey/${asking.key}`));
				await expect(box).toHaveValue('They hit me.');
				await box.fill('x'.repeat(3000));
				await page.getByRole('contentinfo').getByRole('button', { name }).last().click();
				await expect(page).toHaveURL(new RegExp(`${path}$`));
			});
		}

		test('one stray tap on “Someone else’s turn” ends nothing', async ({ page, served, context, at }) => {
			await startInOneGo(page, served.origin, served.takeCode());
			await answerPage(page, 'x');
			await going(page, 'next').click();
			await atPage(page, 'page-2');
			await page.getByRole('button', { name: 'Someone else’s turn' }).click();
			await expect(page).toHaveURL(/stopping$/);
			await page.getByRole('link', { name: 'No, go on' }).click();
			await atPage(page, 'page-2');
			await page.getByRole('button', { name: 'Someone else’s turn' }).click();
			await page.getByRole('link', { name: 'Pick three pictures to come back' }).click();
			await expect(page).toHaveURL(/pictures$/);
			await page.goto(at('/survey/page-2'));
			await endVisit(page);
			await expect(page).toHaveURL(/notice=left$/);
			expect(await context.cookies(at('/survey'))).toEqual([]);
		});
	});
}

test('with pictures, too, the pages before the first lead to the questions', async ({ page, served, at }) => {
	await startWithPictures(page, served.origin, served.takeCode(), ['Sun', 'Cat', 'Boat']);
	await page.goto(at('/survey/pictures'));
	await atPage(page, 'page-1');
});

for (const version of ['11-17', '4-7'] as const) {
	test(`${version}: a review with pages left offers the way on first, and sending last, with what is left`, async ({
		page,
		served,
		at
	}) => {
		await startInOneGo(page, served.origin, served.takeCode(version));
		await answerPage(page, 'x');
		await going(page, 'next').click();
		await atPage(page, 'page-2');
		await page.goto(at('/survey/review'));
		await page.screenshot({ path: `tests/output/screens/review-unfinished-${version}.png`, fullPage: true });
		const ways = page.locator('main :is(a, button).button').filter({ visible: true });
		await expect(ways.first()).toHaveAttribute('href', '/survey/next');
		await expect(ways.first()).toHaveClass(/action/);
		await expect(ways).toHaveCount(2);
		await expect(ways.last()).toHaveText(version === '4-7' ? 'Send it now' : 'Send what I have said so far');
		await expect(page.locator('#left-last')).toContainText(String(leftOf(version, 1)));
		await expect(page.getByText('You left this out.')).toHaveCount(0);
		await ways.first().click();
		await atPage(page, 'page-2');
	});
}

test('the same card in a second tab goes on, and loses nothing', async ({ page, served, context, at }) => {
	const code = served.takeCode();
	await startInOneGo(page, served.origin, code);
	await answerPage(page, 'x');
	const chosen = page.locator('main form input:checked');
	const before = await chosen.count();
	await going(page, 'next').click();
	await atPage(page, 'page-2');
	const second = await context.newPage();
	await typeCode(second, served.origin, code.toLowerCase());
	await atPage(second, 'page-2');
	await page.goto(at('/survey/page-1'));
	expect(before).toBeGreaterThan(0);
	expect(await chosen.count()).toBe(before);
});

test('another card ends the visit before it, and drops what nobody could come back to', async ({
	page,
	served,
	context,
	at
}) => {
	await startInOneGo(page, served.origin, served.takeCode());
	await answerPage(page, 'x');
	await going(page, 'next').click();
	await atPage(page, 'page-2');
	const copied = await context.cookies(at('/survey'));
	await typeCode(page, served.origin, served.takeCode());
	await expect(page).toHaveURL(/\/survey\/start$/);
	await context.addCookies(copied);
	await page.goto(at('/survey/page-2'));
	await expect(page).toHaveURL(/notice=gone$/);
});
