/*
 * Nobody writes into the dark: every page of writing says when it is read and whom to ring instead, and none promises a
 * day that is over or a reader who is not there.
 */
import type { Page } from '@playwright/test';
import { staffMember } from '../accounts.ts';
import { press, signedInYoungPerson } from './coming-in.ts';
import { expect, test, type Served } from './served.ts';
import { codeOn, lookBefore, sendOpenly, showTalkCode } from './talking.ts';

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

const NOBODY = 'we can’t say yet when somebody will';

/** Whom to ring, and honest hours. */
async function saysWhomToRing(
	page: Page,
	hours: string | RegExp = 'Nobody reads this at night, at weekends or on bank'
) {
	await expect(page.getByRole('link', { name: 'Ring 0800 1111' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Ring 999' }).last()).toBeVisible();
	await expect(page.getByText(hours)).toBeVisible();
	const reads = await page.getByText('People are reading messages now').count();
	await expect(page.getByRole('link', { name: 'Childline 0800 1111' })).toHaveCount(reads > 0 ? 0 : 1);
}

test('without a safeguarding lead, no hour and no day is promised', async ({ page, served, at }) => {
	await served.db.deleteFrom('staff_role').where('role', '=', 'safeguarding lead').execute();
	for (const path of ['/help/talk', '/help/data']) {
		await page.goto(at(path));
		await saysWhomToRing(page, NOBODY);
		await expect(page.getByText('by the end of')).toHaveCount(0);
	}
	const code = await sendOpenly(page, served.origin);
	await saysWhomToRing(page, NOBODY);
	await showTalkCode(page, served.origin, code);
	await saysWhomToRing(page, NOBODY);
	await expect(page.getByText('by the end of')).toHaveCount(0);
});

test.describe('with a safeguarding lead', () => {
	test.beforeEach(async ({ served }) => void (await staffMember(served.db, ['safeguarding lead'], 'Ruth Lead')));

	test('each page of writing without an account says whom to ring and when it is read', async ({
		page,
		served,
		at
	}) => {
		await page.goto(at('/help/talk'));
		await saysWhomToRing(page);
		await lookBefore(page);
		await saysWhomToRing(page);
		await press(page, 'Send it');
		await saysWhomToRing(page);
		await expect(page.getByText('Someone reads it by the end of')).toBeVisible();
		await showTalkCode(page, served.origin, await codeOn(page));
		await saysWhomToRing(page);
		await page.goto(at('/help/data'));
		await saysWhomToRing(page);
	});

	test('each page of writing with an account says so, too', async ({ page, served, at }) => {
		await signedInYoungPerson(page, served);
		await page.goto(at('/me/talk/new'));
		await lookBefore(page);
		await saysWhomToRing(page);
		await press(page, 'Send it');
		await expect(page.getByRole('status')).toContainText('Someone reads it by the end of');
		await saysWhomToRing(page);
		await page.goto(at('/me/data/complaint'));
		await saysWhomToRing(page);
	});

	const late = ({ db }: Served) =>
		db.updateTable('concern').set({ due_on: '2026-01-05' }).where('seen_at', 'is', null).execute();

	/** No day in the past stands as a promise, before and after writing again. */
	async function promisesNothing(page: Page) {
		await expect(
			page.getByText('This should have been read by a safeguarding lead by the end of Monday 5 January.')
		).toBeVisible();
		await expect(page.getByText(/have read it by|will read it by|reads it by|^by the end of/)).toHaveCount(0);
	}

	for (const own of [false, true])
		test(`writing again to what is late promises no day that is over, ${own ? 'signed in' : 'by code'}`, async ({
			page,
			served,
			at
		}) => {
			if (own) {
				await signedInYoungPerson(page, served);
				await page.goto(at('/me/talk/new'));
				await lookBefore(page);
				await press(page, 'Send it');
			} else await showTalkCode(page, served.origin, await sendOpenly(page, served.origin));
			await expect(page.getByText('Someone reads it by the end of').last()).toBeVisible();
			await late(served);
			await page.reload();
			await promisesNothing(page);
			await page.getByLabel('Your message').fill('Is anybody there?');
			await press(page, 'Send it');
			await expect(page.getByRole('status')).toContainText('Sent. It waits with your first message.');
			await promisesNothing(page);
		});
});
