/*
 * Every kind of page through two accessibility engines, light and dark; screenshots of each go into tests/output.
 */
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { aceFindings, axeFindings } from './engines.ts';
import { expect, OFFICER, PASSWORD, test } from './served.ts';
import { answerPage, send, startInOneGo, typeCode } from './surveying.ts';

type Walk = (page: Page, origin: string, code: () => string) => Promise<void>;

const goto =
	(path: string): Walk =>
	async (page, origin) => {
		await page.goto(origin + path);
	};
const begun =
	(path: string): Walk =>
	async (page, origin, code) => {
		await startInOneGo(page, origin, code());
		await page.goto(origin + path);
	};
const signedIn =
	(path: string): Walk =>
	async (page, origin) => {
		await page.goto(`${origin}/sign-in`);
		await page.getByLabel('Email address').fill(OFFICER);
		await page.getByLabel('Password').fill(PASSWORD);
		await page.getByRole('button', { name: 'Sign in' }).click();
		await page.goto(origin + path);
	};

const PAGES: [string, Walk][] = [
	['home', goto('/')],
	['help', goto('/help')],
	['privacy', goto('/privacy')],
	['accessibility', goto('/accessibility')],
	['sign-in', goto('/sign-in')],
	['not-found', goto('/nowhere')],
	['code', goto('/survey')],
	['code-refused', (page, origin) => typeCode(page, origin, 'hello')],
	[
		'start',
		async (page, origin, code) => {
			await typeCode(page, origin, code());
		}
	],
	[
		'pictures',
		async (page, origin, code) => {
			await typeCode(page, origin, code());
			await page.goto(`${origin}/survey/pictures`);
		}
	],
	['choices', begun('/survey/page-1')],
	['scales', begun('/survey/page-20')],
	[
		'words-refused',
		async (page, origin, code) => {
			await startInOneGo(page, origin, code());
			while ((await page.locator('textarea').count()) === 0) {
				await page.getByRole('button', { name: 'Skip this page' }).click();
			}
			await page.locator('textarea').first().fill('x'.repeat(3000));
			await page.getByRole('button', { name: 'Next', exact: true }).click();
		}
	],
	['about-you', begun('/survey/page-24')],
	[
		'review',
		async (page, origin, code) => {
			await startInOneGo(page, origin, code());
			await answerPage(page, 'x');
			await page.getByRole('button', { name: 'Next', exact: true }).click();
			await page.goto(`${origin}/survey/review`);
		}
	],
	[
		'thanks',
		async (page, origin, code) => {
			await startInOneGo(page, origin, code());
			while ((await page.locator('textarea').count()) === 0) {
				await page.getByRole('button', { name: 'Skip this page' }).click();
			}
			await answerPage(page, 'words');
			await page.getByRole('button', { name: 'Next', exact: true }).click();
			await page.goto(`${origin}/survey/review`);
			await send(page);
			await page.getByRole('heading', { name: /Thank you/ }).waitFor();
		}
	],
	['paused', goto('/survey/paused')],
	['waves', signedIn('/staff/waves')],
	['new-wave', signedIn('/staff/waves/new')],
	['committee', signedIn('/committee')]
];

// axe needs script; the pages themselves are the same without.
for (const scheme of ['light', 'dark'] as const) {
	test.describe(scheme, () => {
		test.use({ colorScheme: scheme });
		for (const [name, walk] of PAGES) {
			test(`${name} is accessible to both engines`, async ({ page, served }) => {
				await walk(page, served.origin, served.takeCode);
				await page.screenshot({ path: `tests/output/screens/${name}-${scheme}.png`, fullPage: true });
				const findings = [...(await axeFindings(page)), ...(await aceFindings(page))];
				if (findings.length > 0) writeFileSync(`tests/output/${name}-${scheme}.txt`, findings.join('\n'));
				expect(findings).toEqual([]);
			});
		}
	});
}
