/*
 * What a young person's own page and door do beyond plain forms: the printed card and its square, the device's lock, the
 * bar before the door closes, reading aloud; right to left, and by keyboard alone.
 */
import { ageSession } from '../server/signed-in.ts';
import { joinedYoungPerson, youngPersonIn } from '../young-accounts.ts';
import {
	aName,
	freshCard,
	isIn,
	MINE,
	narrow,
	press,
	sayName,
	signedInYoungPerson,
	takeName,
	tap
} from './coming-in.ts';
import { addAuthenticator, expect, OFFICER, signInAs, test } from './served.ts';

test('the officer makes a card that is shown once, and the phone’s camera fills it in', async ({
	page,
	served,
	at,
	browser
}) => {
	const id = await youngPersonIn(served.db, new Date());
	await signInAs(page, served, OFFICER);
	await page.goto(at(`/staff/people/${id}/card`));
	await page.getByLabel('Making a card or letter for them').check();
	await page.getByLabel('In a sentence of your own').fill('They asked me for a card at the group.');
	await page.getByRole('button', { name: 'Open their page' }).click();
	await expect(page).toHaveURL(/\/card$/);
	await expect(page.getByText('You cannot choose or see how')).toBeVisible();
	await page.getByRole('button', { name: /^Make a card/ }).click();
	await expect(page.getByRole('img', { name: /square code/ })).toBeVisible();
	await expect(page.getByText('If you choose it as your key, it goes on working.')).toBeVisible();
	const code = (await page.locator('.code span').allTextContents()).join('-');
	await page.goto(at(`/staff/people/${id}/card`));
	await expect(page.getByText(code.slice(0, 4))).toHaveCount(0);
	await expect(page.getByText('A card waits to be used: Olu Officer made it')).toBeVisible();

	const phone = await browser.newContext();
	const theirs = await phone.newPage();
	await theirs.goto(at(`/join#${code}`));
	expect(theirs.url()).toBe(at('/join'));
	await expect(theirs.getByLabel('Type the code on your card')).toHaveValue(code);

	await page.getByRole('link', { name: 'Stop a card that somebody else has' }).click();
	await page.getByRole('button', { name: /^Stop every card/ }).click();
	await expect(page.getByRole('status')).toContainText('is stopped');
	await press(theirs, 'Go');
	await expect(theirs.getByText('This card does not work any more.')).toBeVisible();
	await phone.close();
});

test('the device’s own lock opens the door, where the browser can', async ({ page, served, at }) => {
	await addAuthenticator(page);
	const name = aName();
	const { code } = await freshCard(served);
	await takeName(page, served.origin, code, name);
	await page.getByRole('link', { name: /^My phone’s own lock/ }).click();
	await press(page, 'Use this device’s lock');
	await isIn(page, name);
	await press(page, 'Sign out');
	await page.goto(at('/sign-in'));
	await page.getByRole('link', { name: 'My phone’s own lock' }).click();
	await press(page, 'Unlock');
	await isIn(page, name);
});

test('the page asks before the door closes, and gives way to the door', async ({ page, served, at }) => {
	const { db, keyring } = served;
	const who = await joinedYoungPerson(db, keyring, new Date());
	await sayName(page, served.origin, who.userName, 'My pictures');
	await tap(page, MINE);
	await page.clock.install();
	await page.goto(at('/me'));
	const bar = page.getByText('We close the door in 2 minutes');
	await page.clock.runFor('07:50');
	await expect(bar).toBeHidden();
	await page.clock.runFor('00:15');
	await expect(bar).toBeVisible();
	await press(page, 'I am still here');
	await expect(bar).toBeHidden();
	await page.clock.runFor('08:05');
	await expect(bar).toBeVisible();
	await ageSession(db, who.accountId, 'seen_at', 11);
	await page.clock.runFor('02:00');
	await expect(page).toHaveURL(/\/sign-in$/);
	await expect(page.getByRole('status')).toContainText('we closed the door behind you');
});

test('the page tells before two hours are over, where being here changes nothing', async ({ page, served, at }) => {
	const { accountId } = await signedInYoungPerson(page, served);
	await ageSession(served.db, accountId, 'created_at', 117);
	await page.clock.install();
	await page.goto(at('/me'));
	const bar = page.getByText('Your page closes within 2 minutes');
	await page.clock.runFor('00:40');
	await expect(bar).toBeHidden();
	await page.clock.runFor('00:30');
	await expect(bar).toBeVisible();
	await expect(page.getByRole('button', { name: 'I am still here' })).toBeHidden();
	await ageSession(served.db, accountId, 'created_at', 121);
	await page.clock.runFor('02:00');
	await expect(page).toHaveURL(/\/sign-in$/);
});

test('reads the page aloud with a voice of this device only, and stops when asked', async ({ page, served, at }) => {
	const { db, keyring } = served;
	const who = await joinedYoungPerson(db, keyring, new Date());
	await page.addInitScript(() => {
		const said: string[] = [];
		const voices = [
			{ lang: 'en-GB', localService: false, name: 'elsewhere' },
			{ lang: 'en-GB', localService: true, name: 'here' }
		];
		const speech = {
			getVoices: () => voices,
			addEventListener: () => undefined,
			cancel: () => undefined,
			speak: (part: { text: string; voice: { name: string }; onend?: () => void }) => {
				said.push(`${part.voice.name}: ${part.text}`);
				// The last line is never over, so that there is something to stop.
				if (!part.text.includes('close the door')) queueMicrotask(() => part.onend?.());
			}
		};
		class Part {
			text: string;
			constructor(text: string) {
				this.text = text;
			}
		}
		Object.defineProperty(window, 'speechSynthesis', { value: speech });
		Object.assign(window, { SpeechSynthesisUtterance: Part, said });
	});
	await sayName(page, served.origin, who.userName, 'My pictures');
	await tap(page, MINE);
	await page.goto(at('/me'));
	await press(page, 'Read to me');
	const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
	expect(said).toContain(`here: Hello, ${who.userName}`);
	expect(said).toContain('here: Get help now');
	expect(said.every((line) => line.startsWith('here: '))).toBe(true);
	await press(page, 'Stop reading');
	await expect(page.getByRole('button', { name: 'Read to me' })).toBeVisible();
});

test('reads right to left and by keyboard alone', async ({ page, served }) => {
	const { db, keyring } = served;
	const who = await joinedYoungPerson(db, keyring, new Date());
	await page.goto(`${served.origin}/sign-in`);
	await page.getByLabel('Your user name').focus();
	await page.keyboard.type(who.userName);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	for (const [place, picture] of MINE.entries()) {
		await page.getByRole('button', { name: picture, exact: true }).focus();
		await page.keyboard.press('Enter');
		if (place < 3) await expect(page.getByRole('status')).toContainText(`${place + 1} of 4`);
	}
	await isIn(page, who.userName);
	for (const path of ['/me', '/me/account', '/me/account/ways', '/me/account/ways/pictures']) {
		await page.goto(served.origin + path);
		await page.evaluate(() => (document.documentElement.dir = 'rtl'));
		await narrow(page);
		expect(await page.evaluate(() => document.documentElement.scrollLeft)).toBe(0);
	}
});
