/*
 * All four versions answered from the code to the thank-you: on a phone, without script on the smallest screen, with a
 * keyboard alone in the dark, and at 400 %. Screenshots of every kind of page go into tests/output/screens/ages.
 */
import type { Page } from '@playwright/test';
import { VERSIONS, type Version } from '#lib/surveys/question.ts';
import { saidBy, type SaidPage } from '../waves/saying.ts';
import { enter, sayByKeyboard, startByKeyboard } from './by-keyboard.ts';
import { fitFindings, leftInBrowser, targetFindings, typesOn } from './looking.ts';
import { expect, test } from './served.ts';
import { atPage, going, sayOn, send, startInOneGo } from './surveying.ts';

test.describe.configure({ mode: 'parallel' });

interface Way {
	name: string;
	use: { viewport: { width: number; height: number }; javaScriptEnabled?: boolean; colorScheme?: 'dark' };
	/** Even numbers are led through the pages that depend on an answer, odd ones past them. */
	child: number;
	start: (page: Page, origin: string, code: string) => Promise<void>;
	say: (page: Page, said: SaidPage) => Promise<void>;
	next: (page: Page) => Promise<void>;
	send: (page: Page) => Promise<void>;
}

const BY_HAND = {
	start: startInOneGo,
	say: sayOn,
	next: (page: Page) => going(page, 'next').click(),
	send
};
const BY_KEYBOARD = {
	start: startByKeyboard,
	say: sayByKeyboard,
	next: (page: Page) => enter(page, 'main button[name=go][value=next]'),
	send: (page: Page) => enter(page, 'main form[method=post] button.action')
};

const WAYS: readonly Way[] = [
	{ name: 'phone', use: { viewport: { width: 390, height: 844 } }, child: 4, ...BY_HAND },
	{
		name: 'plain-320',
		use: { viewport: { width: 320, height: 640 }, javaScriptEnabled: false },
		child: 7,
		...BY_HAND
	},
	{
		name: 'keyboard-dark',
		use: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
		child: 10,
		...BY_KEYBOARD
	},
	// What 400 % leaves of a screen of 1280 × 1024.
	{ name: 'zoomed', use: { viewport: { width: 320, height: 256 } }, child: 12, ...BY_HAND }
];

const photograph = (page: Page, name: string) =>
	page.screenshot({ path: `tests/output/screens/ages/${name}.png`, fullPage: true });

const commentsIn = (said: readonly SaidPage[]): number =>
	said.flatMap(({ page }) => page.questions.filter(({ type }) => type === 'comment')).length;

/** Photographs each kind of page once, and looks at every page. */
function watching(page: Page, version: Version, way: string) {
	const seen = new Set<string>();
	const findings: string[] = [];
	return {
		findings,
		async look(name: string, types: readonly string[] = [name]) {
			const grown = types.some((type) => type.startsWith('helper'));
			const found = [...(await fitFindings(page)), ...(await targetFindings(page, version, { grown }))];
			findings.push(...found.map((one) => `${name}: ${one}`));
			const fresh = types.filter((type) => !seen.has(type));
			for (const type of fresh) seen.add(type);
			if (fresh.length > 0) await photograph(page, `${version}-${way}-${fresh.join('-')}`);
		}
	};
}

for (const { name, use, child, start, say, next, send: sendOff } of WAYS) {
	test.describe(name, () => {
		test.use(use);

		for (const version of VERSIONS) {
			test(`${version} is answered from the code to the thank-you (${name})`, async ({ page, served }) => {
				test.setTimeout(180_000);
				const said = saidBy(version, child);
				const { look, findings } = watching(page, version, name);
				await start(page, served.origin, served.takeCode(version));
				for (const [place, one] of said.entries()) {
					await expect(page.locator(`#q-${one.page.questions[0]?.key}`)).toBeVisible();
					await look(one.page.key, typesOn(one));
					await say(page, one);
					await next(page);
					await atPage(page, said[place + 1]?.page.key ?? 'review');
				}
				await look('review');
				for (const { page: asked, answers } of said)
					for (const { key, type } of asked.questions)
						if (type === 'comment') await expect(page.getByText(String(answers[key])).first()).toBeVisible();
				await sendOff(page);
				await expect(page).toHaveURL(/\/survey\/thanks$/);
				await look('thanks');
				const receipts = await page.locator('main dd').allTextContents();
				expect(new Set(receipts).size).toBe(receipts.length);
				expect(receipts.length).toBe(commentsIn(said));
				for (const receipt of receipts) expect(receipt.trim()).toMatch(/^\w+ \w+ \w+ \w+$/);
				if (use.javaScriptEnabled !== false) expect(await leftInBrowser(page)).toEqual([]);
				expect(findings).toEqual([]);
			});
		}
	});
}

for (const version of VERSIONS) {
	test(`the opening of ${version} fits, and what is tapped there is big enough`, async ({ page, served }) => {
		const { look, findings } = watching(page, version, 'phone');
		await page.goto(`${served.origin}/survey`);
		await page.locator('main input[name=code]').fill(served.takeCode(version));
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/survey\/start$/);
		await look('opening');
		await page.locator('main a.action[href="/survey/pictures"]').click();
		await expect(page).toHaveURL(/\/survey\/pictures$/);
		await look('pictures');
		expect(findings).toEqual([]);
	});
}
