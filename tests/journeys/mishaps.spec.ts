/*
 * Everything that can go wrong with good will or without: each a clear, kind page, and nothing lost.
 */
import { minuteOf, readVisit, sealVisit, VISIT_COOKIE, VISIT_KEY } from '#lib/responses/visit.server.ts';
import { pageAsking } from './looking.ts';
import { expect, test } from './served.ts';
import { answerAll, answerPage, atPage, send, startInOneGo, startWithPictures, typeCode } from './surveying.ts';

test('a wrong code says so, keeps what was typed, and a spent one tells nobody but its owner', async ({
	page,
	served
}) => {
	const code = served.takeCode();
	await typeCode(page, served.origin, `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`);
	await expect(page.getByRole('alert')).toContainText('That code did not work');
	await expect(page.getByLabel('Type the code on your card')).toHaveValue(new RegExp(code.slice(0, 14)));
	await typeCode(page, served.origin, 'hello');
	await expect(page.getByRole('alert')).toContainText('That code did not work');
});

test('many wrong guesses of one code are made to wait', async ({ page, served }) => {
	const code = served.takeCode();
	for (let guess = 0; guess < 6; guess += 1)
		await typeCode(page, served.origin, `${code.slice(0, 5)}0000-0000-000${guess}`);
	await expect(page.getByRole('alert')).toContainText(/Please wait \d+ seconds/);
});

test('an answer that is not among the options is not kept, and the rest of the page is', async ({ page, served }) => {
	await startInOneGo(page, served.origin, served.takeCode());
	await answerPage(page, 'x');
	const radios = page.locator('main form fieldset').first().locator('input');
	await radios.first().evaluate((input) => ((input as HTMLInputElement).value = 'tampered'));
	await page.locator('main form fieldset').first().locator('label').first().click();
	await page.getByRole('button', { name: 'Next', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('Everything else is kept');
	await expect(page.getByText('so we did not keep it. Please pick again.')).toBeVisible();
	const fields = await page.locator('main form fieldset').count();
	expect(await page.locator('main form input:checked').count()).toBeGreaterThanOrEqual(fields - 1);
});

test('a text of 10,000 letters comes back whole, with what to do', async ({ page, served }) => {
	await startInOneGo(page, served.origin, served.takeCode());
	await page.goto(`${served.origin}/survey/${pageAsking('11-17', 'comment').key}`);
	const box = page.locator('textarea').first();
	const long = 'word '.repeat(2000).trim();
	await box.fill(long);
	await page.getByRole('button', { name: 'Next', exact: true }).click();
	await expect(page.getByText(/You wrote 9999 letters and there is room for 2000. Nothing is lost/)).toBeVisible();
	await expect(box).toHaveValue(long);
	await box.fill(long.slice(0, 2000));
	await page.getByRole('button', { name: 'Next', exact: true }).click();
	await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a form sent twice is one ballot, and both windows say thank you', async ({ page, served, context }) => {
	await startInOneGo(page, served.origin, served.takeCode());
	await page.goto(`${served.origin}/survey/review`);
	const cookies = await context.cookies(`${served.origin}/survey`);
	await send(page);
	await expect(page.getByRole('heading', { name: /Thank you/ })).toBeVisible();
	// The same form once more with the cookie from before: as when the first answer was lost on its way.
	await context.addCookies(cookies);
	await page.goto(`${served.origin}/survey/review`);
	await expect(page.getByRole('heading', { name: /Thank you/ })).toBeVisible();
});

test('two tabs add up, and the one that comes late is told kindly', async ({ page, served, context }) => {
	await startInOneGo(page, served.origin, served.takeCode());
	const other = await context.newPage();
	await other.goto(`${served.origin}/survey/page-2`);
	await answerPage(page, 'x');
	await page.getByRole('button', { name: 'Next', exact: true }).click();
	await answerPage(other, 'x');
	await other.getByRole('button', { name: 'Next', exact: true }).click();
	await page.goto(`${served.origin}/survey/review`);
	const skipped = await page.getByText('You have not been here yet.').count();
	await other.goto(`${served.origin}/survey/page-3`);
	await send(page);
	await expect(page.getByRole('heading', { name: /Thank you/ })).toBeVisible();
	await answerPage(other, 'x');
	await other.getByRole('button', { name: 'Next', exact: true }).click();
	await expect(other.getByRole('heading', { name: /Thank you/ })).toBeVisible();
	expect(skipped).toBeGreaterThan(0);
});

test('forgotten pictures mean starting afresh, said beforehand', async ({ page, served }) => {
	const code = served.takeCode();
	await startWithPictures(page, served.origin, code, ['Sun', 'Cat', 'Boat']);
	await answerPage(page, 'x');
	await page.getByRole('button', { name: 'Stop and come back later' }).click();
	await expect(page).toHaveURL(/paused$/);
	await typeCode(page, served.origin, code);
	await page.getByRole('link', { name: 'Go on', exact: true }).click();
	await page.getByText('I forgot my pictures').click();
	await expect(page.getByText('what you said before is deleted')).toBeVisible();
	await page.getByRole('link', { name: 'Start again' }).click();
	await page.getByRole('button', { name: 'I’ll do it in one go' }).click();
	await atPage(page, 'page-1');
	expect(await answerAll(page, 'again')).toBe(25);
});

test('after twenty quiet minutes the survey is closed on this device, and says so', async ({
	page,
	served,
	context
}) => {
	await startInOneGo(page, served.origin, served.takeCode());
	const cookie = (await context.cookies(`${served.origin}/survey`)).find(({ name }) => name === VISIT_COOKIE);
	const key = served.keyring.getOrDraw(VISIT_KEY);
	const read = readVisit(key, cookie?.value, Date.now());
	if (read.kind !== 'visit' || !cookie) throw new Error('the visit is in its cookie');
	const quiet = sealVisit(key, { ...read.visit, seen: minuteOf(Date.now()) - 20 });
	await context.addCookies([{ ...cookie, value: quiet }]);
	await page.goto(`${served.origin}/survey/page-2`);
	await expect(page.getByRole('status')).toContainText('It was quiet for 20 minutes');
	expect(await context.cookies(`${served.origin}/survey`)).toEqual([]);
});

test('an address that leads nowhere says so and leads back', async ({ page, at }) => {
	const answered = await page.goto(at('/nowhere/at/all'));
	expect(answered?.status()).toBe(404);
	await expect(page.getByRole('link', { name: 'Get help' }).first()).toBeVisible();
});
