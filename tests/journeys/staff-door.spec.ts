/*
 * The staff's door when something is in the way: a form that came too late, too many wrong codes, a council account that
 * comes for the first time.
 */
import { checkSecondFactor } from '#lib/auth/staff/second-step.server.ts';
import { startIdentityProvider } from '../identity-provider.ts';
import { freePort, startServer } from '../server/server.ts';
import { freshSurroundings } from '../server/surroundings.ts';
import { forgetTaken, newcomer, setUpWithApp, signIn, signOut, STAFF_PAGE, typeCode } from './enrolling.ts';
import { expect, signInHolder, test } from './served.ts';

test('says that a form which came too late was not saved, at both doors', async ({ page, served, at, browser }) => {
	await page.goto(at('/sign-in/staff?to=/staff/people&unsaved=1'));
	await expect(page.getByRole('status')).toContainText('what you just sent was not saved. Sign in, then do it again.');
	await page.goto(at('/sign-in/staff?to=/staff/people'));
	await expect(page.getByText('not saved')).toHaveCount(0);

	const signedIn = await (await browser.newContext()).newPage();
	const { id } = await newcomer(served);
	await signInHolder(signedIn, served, { kind: 'staff', id });
	await signedIn.goto(at('/sign-in/again?to=/staff/settings&unsaved=1'));
	await expect(signedIn.getByRole('status')).toContainText('Show it now, then send it once more.');
	await signedIn.context().close();
});

test('takes no code after twenty wrong ones in a day, and says until when and what to do', async ({
	page,
	served,
	at
}) => {
	const { email, id, code } = await newcomer(served);
	await page.goto(at(`/enrol#${code}`));
	await expect(page.getByText('You have half an hour; if it runs out your code still works')).toBeVisible();
	await page.getByRole('button', { name: 'Begin' }).click();
	const { secret } = await setUpWithApp(page);
	await signOut(page);
	await signIn(page, served.origin, email);
	const alert = page.getByRole('alert');
	const tenMinutesApart = (count: number) => new Date(Date.now() - (count + 1) * 600_000);
	for (let left = 19; left >= 0; left -= 1)
		await checkSecondFactor(served.db, served.keyring, id, { kind: 'code', typed: '000000' }, tenMinutesApart(left));
	await typeCode(page, secret, 'Go on');
	await expect(alert).toContainText('twenty wrong tries');
	await expect(alert).toContainText(
		/taken\s+again on (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day at \d\d:\d\d; a passkey/
	);
	await expect(alert).toContainText('tell your administrator now');
	await page.goto(at('/staff'));
	await expect(page).toHaveURL(/\/sign-in\/staff\?to=/);
});

test('takes a council account after its own second step, once, and for no younger a proof than it is', async ({
	browser
}) => {
	const [port, surroundings] = [await freePort(), await freshSurroundings()];
	const provider = await startIdentityProvider(`http://localhost:${port}/sign-in/staff/council/back`);
	const { issuer, clientId, clientSecret } = provider.settings;
	const settings = {
		...surroundings.settings,
		EARSHOT_OIDC_ISSUER: issuer,
		EARSHOT_OIDC_CLIENT_ID: clientId,
		EARSHOT_OIDC_CLIENT_SECRET: clientSecret
	};
	const server = await startServer(settings, port, 'localhost');
	const page = await (await browser.newContext()).newPage();
	const { email, id, code } = await newcomer(surroundings);
	provider.next({ subject: 'nia', email, amr: ['pwd', 'mfa'], at: new Date(Date.now() - 3_600_000) });
	const withCouncilAccount = async () => {
		await page.goto(`${server.origin}/sign-in/staff`);
		await page.getByRole('link', { name: 'Sign in with your council account' }).click();
	};

	await withCouncilAccount();
	await expect(page.getByText('First use the one-time link that your administrator gave you')).toBeVisible();
	await page.getByRole('link', { name: 'I have the link or its code' }).click();
	await page.getByLabel('Your code').fill(code);
	await page.getByRole('button', { name: 'Begin' }).click();
	const { secret } = await setUpWithApp(page);
	await signOut(page);

	await withCouncilAccount();
	await expect(page.getByText('This is the first time that you come with your council account.')).toBeVisible();
	await page.goto(`${server.origin}/staff`);
	await expect(page).toHaveURL(/\/sign-in\/staff\?to=/);
	await withCouncilAccount();
	await forgetTaken(surroundings, id);
	await typeCode(page, secret, 'Go on');
	await expect(page).toHaveURL(STAFF_PAGE);
	await signOut(page);

	await withCouncilAccount();
	await expect(page).toHaveURL(STAFF_PAGE);
	// An hour old at the provider is an hour old here.
	await page.goto(`${server.origin}/account/factors/codes`);
	await expect(page).toHaveURL(/\/sign-in\/again\?to=/);

	await page.context().close();
	await server.kill();
	await provider.close();
	await surroundings.remove();
});
