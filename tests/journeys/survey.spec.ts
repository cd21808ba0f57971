/*
 * A young person answers the whole survey, with script and without, at the width of a phone.
 */
import { expect, test } from './served.ts';
import { answerAll, answerPage, atPage, pick, send, startInOneGo, startWithPictures, typeCode } from './surveying.ts';

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('a code answers the whole survey and gets receipts for what was written', async ({ page, served }) => {
			const code = served.takeCode();
			await startInOneGo(page, served.origin, code);
			expect(await answerAll(page, 'My words')).toBe(25);
			await page.screenshot({ path: `tests/output/screens/review-${script ? 'script' : 'plain'}.png`, fullPage: true });
			await expect(page.getByText('My words').first()).toBeVisible();
			await send(page);
			await expect(page.getByRole('heading', { name: 'Thank you. Your answers are in.' })).toBeVisible();
			const receipts = await page.locator('dd').allTextContents();
			expect(new Set(receipts).size).toBe(receipts.length);
			expect(receipts.length).toBeGreaterThan(2);
			for (const receipt of receipts) expect(receipt.trim()).toMatch(/^\w+ \w+ \w+ \w+$/);
			await page.screenshot({ path: `tests/output/screens/thanks-${script ? 'script' : 'plain'}.png`, fullPage: true });

			await typeCode(page, served.origin, code);
			await expect(page.getByText('Your answers are already in.')).toBeVisible();
		});
	});
}

test('going back keeps what was said, and a change on the review page is kept', async ({ page, served }) => {
	await startInOneGo(page, served.origin, served.takeCode());
	await answerPage(page, 'x');
	const first = page.locator('main form input:checked');
	const chosen = await first.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
	await page.getByRole('button', { name: 'Next', exact: true }).click();
	await page.getByRole('button', { name: 'Back', exact: true }).click();
	await atPage(page, 'page-1');
	expect(await first.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))).toEqual(chosen);
});

test('stopping and coming back with the pictures goes on where it stopped and shows nothing of before', async ({
	page,
	served,
	context
}) => {
	const code = served.takeCode();
	const pictures = ['Sun', 'Cat', 'Boat'];
	await startWithPictures(page, served.origin, code, pictures);
	await answerPage(page, 'x');
	await page.getByRole('button', { name: 'Stop and come back later' }).click();
	await expect(page.getByRole('heading', { name: 'Kept safe' })).toBeVisible();
	expect((await context.cookies(`${served.origin}/survey`)).map(({ name }) => name)).toEqual([]);

	await typeCode(page, served.origin, code);
	await page.getByRole('link', { name: 'Go on', exact: true }).click();
	await pick(page, ['Moon', 'Cat', 'Boat']);
	await page.getByRole('button', { name: 'Go on', exact: true }).click();
	await expect(page.getByText('Those are not the three.')).toBeVisible();
	await page.goto(`${served.origin}/survey/pictures`);
	await pick(page, pictures);
	await page.getByRole('button', { name: 'Go on', exact: true }).click();
	await atPage(page, 'page-2');
	await page.getByRole('button', { name: 'Back', exact: true }).click();
	await expect(page.getByText('You answered this before. We keep it hidden')).toBeVisible();
	expect(await page.locator('main form input:checked').count()).toBe(0);
});
