/*
 * The ways through the survey that are not straight on: a branch that opens on the review page, an address that is not
 * asked, comfort in the middle, Enter in a field, another device, and a quiet while.
 */
import type { Page } from '@playwright/test';
import type { Version } from '#lib/surveys/question.ts';
import { questionnaireOf, type Page as Asked } from '#lib/surveys/questionnaire.ts';
import { decidingPage, pagesDecidedBy } from '#lib/surveys/routing.ts';
import { expect, test } from './served.ts';
import { answerPage, atPage, OWN_ADDRESS, pick, startInOneGo, startWithPictures, typeCode } from './surveying.ts';

const found = <T>(what: T | null | undefined): T => {
	if (!what) throw new Error('this version has none of them');
	return what;
};

/** The first branch of a version: the page that decides, the pages it opens, and an answer that opens and one that closes. */
function branchOf(version: Version) {
	const questionnaire = questionnaireOf(version);
	const first = found(questionnaire.pages.find(({ when }) => when));
	const when = found(first.when);
	const deciding = found(decidingPage(questionnaire, first));
	const question = found(deciding.questions.find(({ key }) => key === when.question));
	if (question.type !== 'choice') throw new Error('a single choice decides');
	const closing = found(question.options.find(({ key }) => !when.answers.includes(key)));
	const opened = pagesDecidedBy(questionnaire, deciding).filter((page) =>
		page.when?.answers.includes(found(when.answers[0]))
	);
	return { deciding, opened, key: question.key, opens: found(when.answers[0]), closes: closing.key };
}

const next = (page: Page) => page.locator('main button[name=go][value=next]').click();
const answer = (page: Page, key: string, value: string) =>
	page.locator(`main input[name="${key}"][value="${value}"]`).check({ force: true });
const textOf = (asked: Asked) => found(asked.questions[0]).text;

test('a change on the review page asks what it has opened, and only that', async ({ page, served, at }) => {
	const { deciding, opened, key, opens, closes } = branchOf('8-10');
	await startInOneGo(page, served.origin, served.takeCode('8-10'));
	await page.goto(at(`/survey/${deciding.key}`));
	await answer(page, key, closes);
	await next(page);
	for (const one of opened) {
		await page.goto(at(`/survey/${one.key}`));
		const asked = page.locator('main form#answers');
		await expect(asked, 'nobody is asked what does not concern them').not.toHaveAttribute('data-page', one.key);
	}
	await page.goto(at('/survey/review'));
	for (const one of opened) await expect(page.getByText(textOf(one), { exact: true })).toHaveCount(0);

	await page.locator(`main a[data-page="${deciding.key}"]`).click();
	await answer(page, key, opens);
	await next(page);
	for (const one of opened) {
		await atPage(page, one.key);
		await expect(page).toHaveURL(/\?review$/);
		await answerPage(page, 'x');
		await next(page);
	}
	await expect(page).toHaveURL(/\/survey\/review$/);
	for (const one of opened) await expect(page.getByText(textOf(one), { exact: true }).first()).toBeVisible();
});

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('making it comfortable in the middle keeps what is on the page', async ({ page, served }) => {
			await startInOneGo(page, served.origin, served.takeCode('8-10'));
			await answerPage(page, 'x');
			const chosen = page.locator('main form input:checked');
			const before = await chosen.count();
			await page.getByRole('button', { name: 'Make it comfy' }).click();
			await expect(page).toHaveURL(/\/comfort\?to=/);
			await page.goBack();
			await page.goto(`${served.origin}/survey/page-1`);
			expect(await chosen.count()).toBe(before);
		});

		test('Enter in a field goes on, and nowhere else', async ({ page, served, at }) => {
			const asked = found(
				questionnaireOf('16-25').pages.find(
					({ questions, when }) => !when && questions.some(({ type }) => type === 'number')
				)
			);
			const field = found(asked.questions.find(({ type }) => type === 'number')).key;
			await startInOneGo(page, served.origin, served.takeCode('16-25'));
			await page.goto(at(`/survey/${asked.key}`));
			await page.locator(`main input[name="${field}"]`).fill('2');
			await page.keyboard.press('Enter');
			await expect(page.locator('main form#answers')).not.toHaveAttribute('data-page', asked.key);
			await expect(page).toHaveURL(OWN_ADDRESS);
			await page.goto(at(`/survey/${asked.key}`));
			await expect(page.locator(`main input[name="${field}"]`)).toHaveValue('2');
		});
	});
}

test('coming back on another device goes on where it stopped, and shows nothing of before', async ({
	page,
	served,
	browser
}) => {
	const code = served.takeCode('8-10');
	const pictures = ['Moon', 'Cat', 'Boat'];
	await startWithPictures(page, served.origin, code, pictures);
	await answerPage(page, 'x');
	await page.locator('main button[name=go][value=pause]').click();
	await expect(page.getByRole('heading', { name: 'Kept safe' })).toBeVisible();

	const elsewhere = await browser.newContext();
	const other = await elsewhere.newPage();
	await typeCode(other, served.origin, code);
	await other.getByRole('link', { name: 'Go on', exact: true }).click();
	await pick(other, pictures);
	await other.getByRole('button', { name: 'Go on', exact: true }).click();
	const second = found(questionnaireOf('8-10').pages[1]);
	await atPage(other, second.key);
	await other.goto(`${served.origin}/survey/page-1`);
	await expect(other.getByText('We keep it hidden')).toBeVisible();
	expect(await other.locator('main form input:checked').count()).toBe(0);
	await elsewhere.close();
});

test('two minutes before a quiet visit closes a bar asks, and one tap keeps it', async ({ page, served }) => {
	await page.clock.install();
	await startInOneGo(page, served.origin, served.takeCode());
	const bar = page.getByRole('alert').filter({ hasText: 'Are you still here?' });
	await expect(bar).toHaveCount(0);
	await page.clock.fastForward('17:30');
	await expect(bar).toBeVisible();
	const kept = page.waitForResponse(/\/survey\/here$/);
	await bar.getByRole('button', { name: 'I’m still here' }).click();
	expect((await kept).status()).toBe(204);
	await expect(bar).toHaveCount(0);
	expect(
		await page.evaluate(async () => (await fetch('/survey/here', { method: 'POST', credentials: 'omit' })).status)
	).toBe(410);
});
