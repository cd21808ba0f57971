/*
 * Staff look at every version as a child sees it: find a question, walk through each, answer, go through a branch both ways.
 * Nothing of it is kept anywhere.
 */
import type { Page } from '@playwright/test';
import { pagesDecidedBy } from '#lib/surveys/routing.ts';
import { isPicked, VERSIONS, type Version } from '#lib/surveys/question.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { test as inHouse } from '../security/house.ts';
import { expect, OFFICER, signInAs, test } from './served.ts';

const preview = (version: Version, page: string) => `/staff/questionnaires/${version}/preview/${page}`;

/** The bar and the frame that nobody can mistake, on whatever part of the page is looked at. */
async function expectMarked(page: Page): Promise<void> {
	await expect(page.getByRole('complementary', { name: 'Preview' })).toContainText('Nothing is kept.');
	const frame = await page.locator('.preview').evaluate((element) => {
		const { position, borderImageSource, borderInlineStartWidth } = getComputedStyle(element, '::after');
		return {
			position,
			striped: borderImageSource.includes('repeating'),
			width: Number.parseFloat(borderInlineStartWidth)
		};
	});
	expect(frame).toMatchObject({ position: 'fixed', striped: true });
	expect(frame.width).toBeGreaterThanOrEqual(8);
}

const next = (page: Page) => page.locator('main button[name=go][value=next]').click();

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		for (const version of VERSIONS) {
			test(`walks through ${version} from its opening to the thank-you, marked on every page`, async ({
				page,
				served,
				at
			}) => {
				test.setTimeout(90_000);
				await signInAs(page, served, OFFICER);
				await page.goto(at(preview(version, 'start')));
				await expectMarked(page);
				const { pages } = questionnaireOf(version);
				await page.locator('main a.action').click();
				for (const { key } of pages.filter(({ when }) => !when)) {
					await expect(page).toHaveURL(new RegExp(`/preview/${key}(?:\\?|$)`));
					await expectMarked(page);
					await next(page);
				}
				await expect(page).toHaveURL(/\/preview\/review$/);
				await expectMarked(page);
				await page.locator('main form button.action').first().click();
				await expect(page).toHaveURL(/\/preview\/thanks$/);
				await expectMarked(page);
			});
		}

		test('is refused what a child is refused, with nothing lost, and finds nothing of it again', async ({
			page,
			served,
			at
		}) => {
			await signInAs(page, served, OFFICER);
			const asking = questionnaireOf('11-17').pages.find(({ questions }) =>
				questions.some(({ type }) => type === 'comment')
			);
			await page.goto(at(preview('11-17', asking?.key ?? '')));
			const box = page.locator('main textarea').first();
			await box.fill('x'.repeat(2001));
			await next(page);
			await expect(page.getByRole('alert')).toBeVisible();
			await expect(box).toHaveValue('x'.repeat(2001));
			await box.fill('Short');
			await next(page);
			await page.locator('main button[name=go][value=back]').click();
			await expect(page.locator('main textarea').first()).toHaveValue('');
			await page.locator('main button[name=go][value=pause]').click();
			await expect(page.getByRole('heading', { name: 'What happens when a child stops here' })).toBeVisible();
			await page.getByRole('link', { name: 'Go on with the preview' }).click();
			await expect(page).toHaveURL(new RegExp(`${asking?.key}$`));
		});
	});
}

test('goes through every branch of every version, and past it', async ({ page, served, at }) => {
	test.setTimeout(120_000);
	await signInAs(page, served, OFFICER);
	let branches = 0;
	for (const version of VERSIONS) {
		const questionnaire = questionnaireOf(version);
		for (const deciding of questionnaire.pages) {
			const [first] = pagesDecidedBy(questionnaire, deciding);
			const question = deciding.questions.find(({ key }) => key === first?.when?.question);
			if (!first?.when || !question || !isPicked(question)) continue;
			branches += 1;
			const answer = async (key: string) => {
				await page.goto(at(preview(version, deciding.key)));
				await page.locator(`main input[name="${question.key}"][value="${key}"]`).check({ force: true });
				await next(page);
			};
			await answer(first.when.answers[0] ?? '');
			await expect(page).toHaveURL(new RegExp(`/preview/${first.key}\\?`));
			await expectMarked(page);
			const other = question.options.find(({ key }) => !first.when?.answers.includes(key));
			await answer(other?.key ?? '');
			await expect(page).not.toHaveURL(new RegExp(`/preview/(?:${first.key}|${deciding.key})(?:\\?|$)`));

			await page.goto(at(`/staff/questionnaires/${version}`));
			await expect(page.getByText(`Only asked if ${question.text} was answered`).first()).toBeVisible();
		}
	}
	expect(branches).toBeGreaterThan(0);
});

test('finds a question by a word, sees where it is asked, and goes there', async ({ page, served, at }) => {
	await signInAs(page, served, OFFICER);
	await page.goto(at('/staff'));
	await page.getByRole('link', { name: 'Questionnaires' }).last().click();
	for (const version of VERSIONS)
		await expect(page.getByRole('heading', { name: `Ages ${version.replace('-', ' to ')}` })).toBeVisible();
	await page.getByLabel('Find a question').fill('bedroom');
	await page.getByRole('button', { name: 'Search' }).click();
	await expect(page).toHaveURL(/\?q=bedroom$/);
	const row = page.getByRole('row').filter({ hasText: 'I like my bedroom.' }).filter({ hasText: '11 to 17' });
	await row.getByRole('link', { name: 'I like my bedroom.' }).click();
	await expect(page).toHaveURL(/\/11-17#page-\d+$/);
	await expect(page.locator('article:target')).toContainText('Like their bedroom');
	await expect(page.locator('article:target').getByText('Good news').first()).toBeVisible();

	await page.goto(at('/staff/questionnaires?q=zzz'));
	await expect(page.getByText('No version asks anything with these words.')).toBeVisible();
});

inHouse('answers every page of every version, and no row, no cookie and no storage knows of it', async ({ house }) => {
	inHouse.setTimeout(120_000);
	const { origin } = house.server;
	const cookie = house.cookieOf('participation officer');
	const send = (path: string, body?: URLSearchParams) =>
		fetch(origin + path, {
			redirect: 'manual',
			headers: { cookie, origin, accept: 'text/html' },
			...(body && { method: 'POST', body })
		});
	const expectKept = (answer: Response, status: number) => {
		expect(answer.status, answer.url).toBe(status);
		expect(answer.headers.getSetCookie()).toEqual([]);
	};
	let posted = 0;
	for (const version of VERSIONS) {
		for (const place of ['start', 'review', 'thanks', 'pause']) expectKept(await send(preview(version, place)), 200);
		for (const { key, questions } of questionnaireOf(version).pages) {
			expectKept(await send(preview(version, key)), 200);
			const said = questions.map((question): [string, string] => [
				question.key,
				isPicked(question) ? (question.options[0]?.key ?? '') : question.type === 'comment' ? 'Kept nowhere' : '3'
			]);
			for (const go of ['next', 'skip', 'back', 'pause', 'comfort']) {
				expectKept(await send(preview(version, key), new URLSearchParams([...said, ['go', go]])), 303);
				posted += 1;
			}
		}
		expectKept(await send(preview(version, 'review'), new URLSearchParams()), 303);
	}
	expect(posted).toBeGreaterThan(VERSIONS.length);
	expect(await house.before.changes()).toEqual([]);
	expect(house.server.said()).toBe('');
});
