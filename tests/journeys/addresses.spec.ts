/*
 * The browser's history outlives the survey: the addresses in it are drawn anew for each visit, so that nobody can tell from
 * them which pages somebody was asked. Within a visit they are the same, whichever way somebody comes.
 */
import type { Page } from '@playwright/test';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { addressFor } from '../ballots/addresses.ts';
import { markFor } from '../ballots/mark.ts';
import { Visitor } from '../server/visitor.ts';
import { expect, test } from './served.ts';
import {
	answerPage,
	atPage,
	going,
	OWN_ADDRESS,
	pick,
	startInOneGo,
	startWithPictures,
	typeCode
} from './surveying.ts';

/** Every address that the browser goes to. */
function wentTo(page: Page): string[] {
	const paths: string[] = [];
	page.on('framenavigated', (frame) => paths.push(new URL(frame.url()).pathname));
	return paths;
}

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('the way through the survey leaves only addresses of this visit behind', async ({ page, served, at }) => {
			const went = wentTo(page);
			await startInOneGo(page, served.origin, served.takeCode('8-10'));
			const first = page.url();
			await answerPage(page, 'x');
			await going(page, 'next').click();
			await atPage(page, 'page-2');
			await going(page, 'back').click();
			await atPage(page, 'page-1');
			expect(page.url()).toBe(first);
			await page.getByRole('button', { name: 'Make it comfy' }).click();
			await expect(page).toHaveURL(at(`/comfort?to=${encodeURIComponent(new URL(first).pathname)}`));
			await page.getByRole('link', { name: 'Done' }).first().click();
			await atPage(page, 'page-1');
			expect(page.url()).toBe(first);
			await page.goto(at('/survey/next'));
			await atPage(page, 'page-3');
			await page.goto(at('/survey/review'));
			await page.locator('main a[data-page=page-1]').click();
			await atPage(page, 'page-1');
			expect(page.url()).toBe(`${first}?review`);
			await going(page, 'next').click();
			await atPage(page, 'review');
			expect(went.filter((path) => path.includes('page-'))).toEqual([]);
			expect(new Set(went.filter((path) => OWN_ADDRESS.test(path))).size).toBe(3);
		});
	});
}

test('a second tab finds the same address, and a typed key leads there', async ({ page, served, context }) => {
	await startInOneGo(page, served.origin, served.takeCode());
	const other = await context.newPage();
	await other.goto(page.url());
	await atPage(other, 'page-1');
	await other.goto(`${served.origin}/survey/page-1`);
	expect(other.url()).toBe(page.url());
	await other.goto(`${served.origin}/survey/page-1?review`);
	expect(other.url()).toBe(`${page.url()}?review`);
});

test('another visit has other addresses, and finds nothing at these', async ({ page, served }) => {
	const code = served.takeCode();
	await startWithPictures(page, served.origin, code, ['Sun', 'Cat', 'Boat']);
	const before = page.url();
	await answerPage(page, 'x');
	await going(page, 'pause').click();
	await expect(page).toHaveURL(/\/survey\/paused$/);
	await typeCode(page, served.origin, code);
	await page.getByRole('link', { name: 'Go on', exact: true }).click();
	await pick(page, ['Sun', 'Cat', 'Boat']);
	await page.getByRole('button', { name: 'Go on', exact: true }).click();
	await atPage(page, 'page-2');
	const answered = await page.request.get(before, { maxRedirects: 0 });
	expect(answered.status()).toBe(404);
	await going(page, 'back').click();
	await atPage(page, 'page-1');
	expect(page.url()).not.toBe(before);
});

test('no two visits share an address, and what is made up or sent elsewhere is not taken', async ({ served }) => {
	const { pages } = questionnaireOf('8-10');
	const visits = await Promise.all(
		[1, 2].map(async () => {
			const visitor = new Visitor(served.origin);
			await visitor.ask('/survey', [['code', served.takeCode('8-10')]]);
			const mark = await markFor(visitor);
			await visitor.ask('/survey/pictures?/once', [mark]);
			const addresses: string[] = [];
			for (const { key } of pages) addresses.push(await addressFor(visitor, key));
			return { visitor, mark, addresses };
		})
	);
	expect(new Set(visits.flatMap(({ addresses }) => addresses)).size).toBe(2 * pages.length);
	const [one, other] = visits;
	if (!one || !other) throw new Error('two visits');
	const [first = '', second = ''] = one.addresses;
	for (const path of ['/survey/p-madeupword', '/survey/page-999', other.addresses[0] ?? ''])
		expect((await one.visitor.ask(path)).status, path).toBe(404);
	const question = pages[0]?.questions[0];
	if (question?.type !== 'choice') throw new Error('the first page has a choice');
	const form: [string, string][] = [one.mark, [question.key, question.options[0]?.key ?? ''], ['go', 'next']];
	for (const path of ['/survey/page-1', '/survey/p-madeupword', other.addresses[0] ?? ''])
		expect(await one.visitor.ask(path, form), path).toMatchObject({ status: 303, location: '/survey?notice=other' });
	expect((await one.visitor.ask(first)).text).not.toMatch(/<input[^>]* checked/);
	expect(await one.visitor.ask(first, form)).toMatchObject({ status: 303, location: second });
	expect((await one.visitor.ask(first)).text).toMatch(/<input[^>]* checked/);
});
