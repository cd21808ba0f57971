/*
 * A member of staff from the first link to leaving: enrolling with an app or a passkey, signing in, showing again who they
 * are, and the ways in of one's own account. With and without script.
 */
import { ageSession } from '../server/signed-in.ts';
import {
	beginEnrolling,
	choosePassword,
	connectApp,
	forgetTaken,
	keepCodes,
	newcomer,
	setUpWithApp,
	signIn,
	signOut,
	STAFF_PAGE,
	typeCode,
	WORDS
} from './enrolling.ts';
import { addAuthenticator, expect, test } from './served.ts';

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script });

		test('enrols with an app, signs in with its code, with a recovery code, and is asked again', async ({
			page,
			served,
			at
		}) => {
			const { email, id, code } = await newcomer(served);
			await beginEnrolling(page, served.origin, code, { typed: !script });
			const { secret, codes } = await setUpWithApp(page);

			// The code is spent, and says whom to ask.
			await signOut(page);
			await beginEnrolling(page, served.origin, code, { typed: true });
			await expect(page.getByRole('alert')).toContainText('ask your administrator');

			// A password alone opens nothing; the code that was taken does not serve again; the next one does.
			await signIn(page, served.origin, email);
			await page.goto(at('/staff'));
			await expect(page).toHaveURL(/\/sign-in\/staff\?to=/);
			await signIn(page, served.origin, email);
			await expect(page.getByText('demonstration')).toHaveCount(0);
			await page.getByLabel('Code from your authenticator app').fill('000000');
			await page.getByRole('button', { name: 'Go on' }).click();
			await expect(page.getByRole('alert')).toContainText('did not match');
			await forgetTaken(served, id);
			await typeCode(page, secret, 'Go on');
			await expect(page).toHaveURL(STAFF_PAGE);

			// A recovery code serves once, and the next page says how many are left.
			await signOut(page);
			await signIn(page, served.origin, email);
			await page.getByText('I cannot use these now').click();
			await page.getByLabel('Recovery code').fill(codes[3] ?? '');
			await page.getByRole('button', { name: 'Use this recovery code' }).click();
			await expect(page.getByRole('status')).toContainText('7 are left');

			// What needs them in person asks again, and the session's token changes.
			await ageSession(served.db, id, 'proven_at', 6);
			const tokenBefore = (await page.context().cookies()).find(({ name }) => name === '__Host-session')?.value;
			await page.getByRole('link', { name: 'Make new ones' }).click();
			await expect(page).toHaveURL(/\/sign-in\/again\?to=/);
			await expect(page.getByText('Recovery code')).toHaveCount(0);
			await forgetTaken(served, id);
			await typeCode(page, secret, 'Go on');
			await expect(page).toHaveURL(/\/account\/factors\/codes$/);
			const tokenAfter = (await page.context().cookies()).find(({ name }) => name === '__Host-session')?.value;
			expect(tokenAfter).not.toBe(tokenBefore);
			await page.getByRole('button', { name: 'Make eight new codes' }).click();
			await expect(page.locator('ol li')).toHaveCount(8);
		});
	});
}

test.describe('with a passkey', () => {
	test.beforeEach(({ page }) => addAuthenticator(page));

	test('enrols with it, signs in with it alone and as second step, and shows it again', async ({
		page,
		served,
		at
	}) => {
		const { email, id, code } = await newcomer(served);
		await beginEnrolling(page, served.origin, code);
		await choosePassword(page);
		await expect(page.getByText('Your device will list it as Earshot with your address.')).toBeVisible();
		await page.getByLabel('What to call it').fill('work phone');
		await page.getByRole('button', { name: 'Make a passkey' }).click();
		await keepCodes(page);
		await signOut(page);

		await page.getByRole('button', { name: 'Use a passkey' }).click();
		await expect(page).toHaveURL(STAFF_PAGE);
		await signOut(page);

		await signIn(page, served.origin, email);
		await page.getByRole('button', { name: 'Use your passkey' }).click();
		await expect(page).toHaveURL(STAFF_PAGE);

		await ageSession(served.db, id, 'proven_at', 6);
		await page.goto(at('/account'));
		await expect(page.getByText('work phone')).toBeVisible();
		await page.getByRole('link', { name: 'Add or remove passkeys' }).click();
		await page.getByRole('button', { name: 'Use your passkey' }).click();
		await expect(page).toHaveURL(/\/account\/factors\/passkeys$/);

		// The last lock stays; with an app beside it, the passkey may go.
		await expect(page.getByText('It is your only second lock')).toBeVisible();
		await page.getByRole('link', { name: 'an authenticator app' }).click();
		await connectApp(page);
		await expect(page.getByRole('status')).toContainText('app is connected');
		await page.getByRole('link', { name: 'Add or remove passkeys' }).click();
		await page.getByRole('button', { name: 'Remove “work phone”' }).click();
		await expect(page.getByRole('status')).toContainText('no longer opens your account');
		await signOut(page);
		await page.getByRole('button', { name: 'Use a passkey' }).click();
		await expect(page.getByRole('alert')).toContainText('did not open an account');
	});
});

test('sees one’s own devices, signs another out, and changes the password', async ({ page, served, browser }) => {
	const { email, id, code } = await newcomer(served, 'committee member');
	await beginEnrolling(page, served.origin, code);
	await choosePassword(page);
	const secret = await connectApp(page);
	await page.getByLabel('I have kept them in a safe place').check();
	await page.getByRole('button', { name: 'Finish and go in' }).click();
	await expect(page).toHaveURL(/\/committee$/);

	const context = await browser.newContext();
	const other = await context.newPage();
	const comeIn = async () => {
		await signIn(other, served.origin, email);
		await forgetTaken(served, id);
		await typeCode(other, secret, 'Go on');
		await expect(other).toHaveURL(/\/committee$/);
	};
	await comeIn();
	await page.getByRole('link', { name: 'Nia Newcomer' }).click();
	await page.getByRole('button', { name: /^Sign it out/ }).click();
	await expect(page.getByRole('status')).toContainText('signed out');
	await other.reload();
	await expect(other).toHaveURL(/\/sign-in\/staff/);

	await comeIn();
	await page.getByRole('link', { name: 'Change it' }).click();
	await page.getByLabel('Present password').fill('not my password');
	await page.getByLabel('New password').fill('another long lantern soup');
	await page.getByRole('button', { name: 'Change my password' }).click();
	await expect(page.getByRole('alert')).toContainText('not your present password');
	await page.getByLabel('Present password').fill(WORDS);
	await page.getByLabel('New password').fill('another long lantern soup');
	await page.getByRole('button', { name: 'Change my password' }).click();
	await expect(page.getByRole('status')).toContainText('password is changed');
	await other.reload();
	await expect(other).toHaveURL(/\/sign-in\/staff/);
	await context.close();
});
