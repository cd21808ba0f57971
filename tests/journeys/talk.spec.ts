/*
 * Talking to someone, from a phone: asked, looked over, sent, answered, read and written again; and what a bored teenager,
 * an impatient one, or somebody who takes the phone afterwards makes of it.
 */
import type { Browser, Page } from '@playwright/test';
import { QUICK_EXIT_ADDRESS } from '#lib/settings/young/quick-exit.ts';
import { staffMember } from '../accounts.ts';
import { narrow, press, signedInYoungPerson } from './coming-in.ts';
import { expect, signInHolder, test, type Served } from './served.ts';
import { codeOn, fillIn, lookBefore, NEXT, sendOpenly, showTalkCode, WORDS } from './talking.ts';

const ANSWER = 'Thank you for telling us. I come to your school tomorrow.';
const AGAIN = 'Yes please. After lunch is good.';

/** A lead at their own computer finds it on the board, opens it and answers. */
async function answered(browser: Browser, served: Served, words: string): Promise<void> {
	const lead = await staffMember(served.db, ['safeguarding lead'], 'Ruth Lead');
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	const page = await context.newPage();
	await signInHolder(page, served, { kind: 'staff', id: lead.staffId });
	await page.goto(`${served.origin}/staff/concerns`);
	const rows = await served.db.selectFrom('concern').select('id').where('seen_at', 'is', null).execute();
	for (const { id } of rows) {
		await page.goto(`${served.origin}/staff/concerns/${id}`);
		if ((await page.getByText(words).count()) > 0) break;
	}
	await page.locator('form[action="?/answer"] textarea').fill(ANSWER);
	await page.locator('form[action="?/answer"] button').first().click();
	await expect(page.getByText(ANSWER).first()).toBeVisible();
	await context.close();
}

// Without anybody who reads, no page promises that somebody does.
test.beforeAll(async ({ served }) => void (await staffMember(served.db, ['safeguarding lead'], 'Ruth Lead')));

const concerns = async ({ db }: Served) => (await db.selectFrom('concern').select('id').execute()).length;

/** What stands on the page, and in its address, as soon as it stands still. */
async function shown(page: Page): Promise<string> {
	let seen = '';
	await expect(async () => {
		await page.waitForLoadState();
		seen = `${page.url()} ${await page.content()}`;
	}).toPass();
	return seen;
}

for (const script of [false, true]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('a child asks without an account, reads the answer with the code, and writes again', async ({
			page,
			served,
			browser,
			at
		}) => {
			const words = `${WORDS} ${script ? 'One' : 'Two'}.`;
			await page.goto(at('/'));
			await page.getByRole('link', { name: 'Talk to someone' }).first().click();
			await expect(page.getByRole('link', { name: 'Ring 0800 1111' })).toBeVisible();
			await expect(page.getByText('Nobody reads this at night, at weekends or on bank')).toBeVisible();
			await press(page, NEXT);
			await expect(page.getByText('There are no words here yet')).toBeVisible();
			await page.getByLabel('Ring me').check();
			await lookBefore(page, words);
			await expect(page.getByText('Please write your number')).toBeVisible();
			await expect(page.getByLabel('What do you want to say?')).toHaveValue(words);
			await page.getByLabel('Your number, your email').fill('07700 900123');
			await page.getByLabel('What should we call you?').fill('Jay');
			await press(page, NEXT);

			await expect(page.getByRole('heading', { name: 'Who will see it' })).toBeVisible();
			await expect(page.getByText('Nobody else can see it')).toBeVisible();
			await expect(page.getByText('Ring me: 07700 900123')).toBeVisible();
			if (script) await narrow(page);
			await press(page, 'Change it');
			await page.getByLabel('What should we call you?').fill('Jay B');
			await press(page, NEXT);
			await expect(page.getByText('Jay B')).toBeVisible();
			await press(page, 'Send it');
			await expect(page.getByRole('heading', { name: 'It is sent' })).toBeVisible();
			const code = await codeOn(page);
			expect(code).toMatch(/^[0-9A-Z]{4}( [0-9A-Z]{4}){3}$/);
			await press(page, 'I have kept it. Close this page');
			await expect(page.getByRole('status')).toContainText('Closed.');

			await page.getByRole('link', { name: 'Read my answer with my code' }).click();
			await page.getByLabel('Type your code').fill(code.toLowerCase());
			await press(page, 'Go');
			await expect(page.getByText('Nobody has read it yet')).toBeVisible();
			await expect(page.getByText(words)).toBeVisible();
			await answered(browser, served, words);
			await page.reload();
			await expect(page.getByText(ANSWER)).toBeVisible();
			await expect(page.getByText('Ruth, safeguarding lead').first()).toBeVisible();
			await expect(page.getByText('You have an answer.')).toBeVisible();
			await page.getByLabel('Your message').fill(AGAIN);
			await press(page, 'Send it');
			await expect(page.getByRole('status')).toContainText('Sent. Someone will read it by');
			await expect(page.getByText('Nobody has read it yet')).toBeVisible();
			await expect(page.getByText(AGAIN)).toBeVisible();
		});

		test('a young person asks from their own page, sees that somebody answered, and writes again', async ({
			page,
			served,
			browser,
			at
		}) => {
			const words = `${WORDS} ${script ? 'Three' : 'Four'}.`;
			await signedInYoungPerson(page, served);
			await page.goto(at('/me'));
			await page.getByRole('link', { name: /^Talk to someone Write/ }).click();
			await lookBefore(page, words);
			await expect(page.getByText('Nobody else can see it')).toBeVisible();
			await press(page, 'Send it');
			await expect(page.getByRole('status')).toContainText('It is sent');
			expect(page.url()).toMatch(/\/me\/talk\/[\w-]{22}\?sent$/);
			await answered(browser, served, words);
			await page.goto(at('/me'));
			await page.getByRole('link', { name: /1 new message/ }).click();
			await page.getByRole('link', { name: /1 new message/ }).click();
			await expect(page.getByText(ANSWER)).toBeVisible();
			await page.getByLabel('Your message').fill('   ');
			await press(page, 'Send it');
			await expect(page.getByText('There are no words here yet')).toBeVisible();
			await page.getByLabel('Your message').fill(AGAIN);
			await press(page, 'Send it');
			await expect(page.getByRole('status')).toContainText('Sent. Someone will read it by');
			await page.goto(at('/me'));
			await expect(page.getByText('new message')).toHaveCount(0);
		});
	});
}

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });

	test('who presses Send twice, or comes back to it, has sent once and has one code', async ({ page, served, at }) => {
		const before = await concerns(served);
		await page.goto(at('/help/talk'));
		await lookBefore(page);
		await page.getByRole('button', { name: 'Send it' }).dblclick();
		await expect(page.getByRole('heading', { name: 'It is sent' })).toBeVisible();
		const code = await codeOn(page);
		await page.reload();
		expect(await codeOn(page)).toBe(code);
		expect(await concerns(served)).toBe(before + 1);
		await showTalkCode(page, served.origin, code);
		await expect(page.getByText(WORDS)).toBeVisible();
	});

	test('five thousand letters are too many, none of them is lost, and nothing of it is sent', async ({
		page,
		served,
		at
	}) => {
		const before = await concerns(served);
		await page.goto(at('/help/talk'));
		await lookBefore(page, 'x'.repeat(5000));
		await expect(page.getByText('You wrote 5000 letters and there is room for 4000')).toBeVisible();
		await expect(page.getByLabel('What do you want to say?')).toHaveValue('x'.repeat(5000));
		expect(await concerns(served)).toBe(before);
	});

	test('words that look like a page are words', async ({ page, served }) => {
		const words = '</textarea><script>alert(1)</script><b>"bold" & \'more\'</b>';
		const code = await sendOpenly(page, served.origin, words);
		await showTalkCode(page, served.origin, code);
		await expect(page.getByText(words)).toBeVisible();
	});

	test('who takes the phone afterwards finds nothing: not by going back, not by loading again', async ({
		page,
		served,
		at
	}) => {
		const code = await sendOpenly(page, served.origin);
		await press(page, 'I have kept it. Close this page');
		await showTalkCode(page, served.origin, code);
		await expect(page.getByText(WORDS)).toBeVisible();
		await press(page, 'I’m done. Close this page');
		await expect(page.getByRole('status')).toContainText('Closed.');
		for (let steps = 0; steps < 8; steps += 1) {
			await page.goBack().catch(() => null);
			for (const again of [false, true]) {
				if (again) await page.reload().catch(() => null);
				const seen = await shown(page);
				expect(seen).not.toContain('afraid of going home');
				expect(seen).not.toContain(code.replaceAll(' ', '-'));
				expect(seen).not.toContain(code.slice(0, 9));
			}
		}
		await page.goto(at('/help/talk/answer'));
		await expect(page.getByLabel('Type your code')).toBeVisible();
	});

	test('a wrong code opens nothing and says so kindly; after five we wait', async ({ page, served }) => {
		const code = await sendOpenly(page, served.origin);
		await press(page, 'I have kept it. Close this page');
		for (let tries = 0; tries < 5; tries += 1) {
			await showTalkCode(page, served.origin, `${code.slice(0, 4)} 0000 0000 0000`);
			await expect(page.getByRole('alert')).toContainText('That code did not work. Check it letter by letter.');
		}
		await showTalkCode(page, served.origin, code);
		await expect(page.getByRole('alert')).toContainText('Please wait until');
		await showTalkCode(page, served.origin, 'hello');
		await expect(page.getByRole('alert')).toContainText('That code did not work.');
	});

	test('leaving quickly closes what was being written and what was being read', async ({ browser, served }) => {
		// Not the watched page: leaving is the one request that goes elsewhere.
		const context = await browser.newContext({ javaScriptEnabled: false });
		await context.route(`${QUICK_EXIT_ADDRESS}**`, (route) => route.fulfill({ body: 'weather' }));
		const page = await context.newPage();
		const code = await sendOpenly(page, served.origin);
		await showTalkCode(page, served.origin, code);
		await page.goto(`${served.origin}/help/talk`);
		await fillIn(page, 'half-written words');
		await press(page, NEXT);
		await press(page, 'Leave quickly');
		await expect(page).toHaveURL(QUICK_EXIT_ADDRESS);
		expect(await context.cookies(`${served.origin}/help/talk`)).toEqual([]);
		for (let steps = 0; steps < 5; steps += 1) {
			await page.goBack().catch(() => null);
			await page.reload().catch(() => null);
			expect(await shown(page)).not.toMatch(/half-written|afraid of going home/);
		}
		await context.close();
	});
});
