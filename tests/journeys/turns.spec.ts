/*
 * Two young people and one browser: a page that the first left open keeps nothing in what the second has begun, sends
 * nothing of it and ends nothing. Without script, so that only the server decides.
 */
import type { Page } from '@playwright/test';
import { readDraft } from '#lib/responses/drafts.server.ts';
import { readVisit, VISIT_COOKIE, VISIT_KEY, type BegunVisit } from '#lib/responses/visit.server.ts';
import type { Version } from '#lib/surveys/question.ts';
import { pageAsking } from './looking.ts';
import { expect, test, type Served } from './served.ts';
import { answerPage, going, pick, send, startInOneGo, starting, typeCode } from './surveying.ts';

test.use({ javaScriptEnabled: false });

/** The visit that is open in this browser, with its draft. */
async function visitIn(page: Page, { origin, keyring }: Served): Promise<BegunVisit> {
	const cookies = await page.context().cookies(`${origin}/survey`);
	const sealed = cookies.find(({ name }) => name === VISIT_COOKIE)?.value;
	const read = readVisit(keyring.getOrDraw(VISIT_KEY), sealed, Date.now());
	if (read.kind !== 'visit' || !read.visit.draft) throw new Error('a visit with a draft is open');
	return { ...read.visit, draft: read.visit.draft };
}

const kept = async (page: Page, served: Served) => readDraft(served.db, (await visitIn(page, served)).draft, 'answers');

const NOTHING = { done: {}, answers: {} };
const isToldKindly = async (page: Page) => {
	await expect(page).toHaveURL(/\/survey\?notice=other$/);
	await expect(page.getByRole('status')).toContainText('Nothing on it was kept here');
};

for (const second of ['11-17', '8-10'] satisfies Version[]) {
	test(`answers of the turn before do not come into the draft of ${second}`, async ({ page, served }) => {
		await startInOneGo(page, served.origin, served.takeCode());
		const left = await Promise.all(['next', 'skip', 'pause'].map(() => page.context().newPage()));
		for (const tab of left) {
			await tab.goto(page.url());
			await answerPage(tab, 'mine');
		}
		const other = await page.context().newPage();
		await startInOneGo(other, served.origin, served.takeCode(second));
		for (const [place, way] of (['next', 'skip', 'pause'] as const).entries()) {
			const tab = left[place] ?? page;
			await going(tab, way).click();
			await isToldKindly(tab);
			expect(await kept(other, served)).toEqual(NOTHING);
		}
		await going(page, 'next').click();
		await isToldKindly(page);
		// The turn that goes on is still open, and found from there.
		await page.getByRole('link', { name: 'Go on with your survey' }).click();
		await expect(page.locator('main form#answers')).toBeVisible();
		await answerPage(other, 'theirs');
		await going(other, 'next').click();
		expect(Object.keys((await kept(other, served))?.done ?? {})).toHaveLength(1);
	});
}

test('"Send my answers" of the turn before sends nothing of the next one', async ({ page, served }) => {
	await startInOneGo(page, served.origin, served.takeCode());
	await page.goto(`${served.origin}/survey/review`);
	const other = await page.context().newPage();
	await startInOneGo(other, served.origin, served.takeCode());
	const before = await served.db.selectFrom('ballot').select('id').execute();
	await send(page);
	await isToldKindly(page);
	expect(await served.db.selectFrom('ballot').select('id').execute()).toEqual(before);
	await other.goto(`${served.origin}/survey/review`);
	await send(other);
	await expect(other).toHaveURL(/\/survey\/thanks$/);
	expect(await served.db.selectFrom('ballot').select('id').execute()).toHaveLength(before.length + 1);
});

test('pictures and "Someone else’s turn" of the turn before leave the next one as it is', async ({ page, served }) => {
	await typeCode(page, served.origin, served.takeCode());
	await starting(page).click();
	await pick(page, ['Sun', 'Cat', 'Boat']);
	const older = await page.context().newPage();
	await older.goto(`${served.origin}/survey/start`);
	const other = await page.context().newPage();
	await startInOneGo(other, served.origin, served.takeCode());
	await page.locator('main form button.action').first().click();
	await isToldKindly(page);
	await older.getByRole('button', { name: 'Someone else’s turn' }).click();
	await isToldKindly(older);
	expect(await kept(other, served)).toEqual(NOTHING);
});

test('a code typed in the middle of another’s turn ends that, with its draft and its comfort', async ({
	page,
	served
}) => {
	await startInOneGo(page, served.origin, served.takeCode());
	const drafts = async () => (await served.db.selectFrom('draft').select('id').execute()).length;
	const before = await drafts();
	await page.goto(`${served.origin}/comfort`);
	await page.getByRole('button', { name: 'Keep still' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-motion', 'less');
	await typeCode(page, served.origin, served.takeCode());
	await expect(starting(page)).toBeVisible();
	await expect(page.locator('html')).not.toHaveAttribute('data-motion');
	expect(await drafts()).toBe(before - 2);
});

test('what was cleared on a page stays cleared when the survey is stopped there', async ({ page, served }) => {
	await startInOneGo(page, served.origin, served.takeCode());
	await page.goto(`${served.origin}/survey/${pageAsking('11-17', 'comment').key}`);
	const asked = page.url();
	const words = async () => {
		const visit = await visitIn(page, served);
		return readDraft(served.db, visit.draft, 'words');
	};
	for (const way of ['comfort', 'pause'] as const) {
		await page.locator('textarea').first().fill('Not this after all');
		await going(page, 'next').click();
		await expect(page).not.toHaveURL(asked);
		expect(Object.values((await words())?.words ?? {})).toEqual(['Not this after all']);
		await page.goto(asked);
		await page.locator('textarea').first().fill('');
		await page.locator(`button[name=go][value=${way}]`).click();
		await expect(page).toHaveURL(way === 'pause' ? /\/survey\/pictures$/ : /\/comfort\?to=/);
		expect((await words())?.words).toEqual({});
		await page.goto(asked);
	}
});
