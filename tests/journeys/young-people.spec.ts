/*
 * A young person from the card in their hand to a page of their own and back in again: by pictures, secret words and the
 * card itself, with script and without, on the smallest screen.
 */
import { lookForName } from '#lib/auth/young/user-names.server.ts';
import { ageSession } from '../server/signed-in.ts';
import { cardFor, joinedYoungPerson, WORDS } from '../young-accounts.ts';
import {
	aName,
	freshCard,
	isIn,
	MINE,
	narrow,
	press,
	sayName,
	showCard,
	signedInYoungPerson,
	takeName,
	tap
} from './coming-in.ts';
import { expect, test } from './served.ts';

for (const script of [true, false]) {
	test.describe(script ? 'with script' : 'without script', () => {
		test.use({ javaScriptEnabled: script, viewport: { width: 320, height: 720 } });

		test('joins with pictures, leaves, comes back, and sees everything that happened', async ({ page, served, at }) => {
			const name = aName();
			const { code } = await freshCard(served);
			await takeName(page, served.origin, code, name);
			await page.getByRole('link', { name: /^Four pictures/ }).click();
			await tap(page, ['Sun', 'Sun', 'Sun', 'Sun']);
			await expect(page.getByRole('alert')).toContainText('at least two different');
			await tap(page, MINE);
			await expect(page.getByRole('heading', { name: 'And once more' })).toBeVisible();
			await tap(page, MINE);
			await isIn(page, name);
			await narrow(page);
			await expect(page).toHaveTitle('Earshot');
			await press(page, 'Sign out');

			await page.goto(at('/me'));
			await expect(page).toHaveURL(/\/sign-in\?to=/);
			await sayName(page, served.origin, name.toLowerCase().replaceAll(' ', ''), 'My pictures');
			await narrow(page);
			await tap(page, ['Cat', 'Sun', 'Rocket', 'Cat']);
			await expect(page.getByRole('alert')).toContainText('That did not open the door. Nothing is lost.');
			await press(page, 'Sun');
			await press(page, 'Start again');
			await expect(page.getByRole('status')).toContainText('0 of 4');
			await tap(page, MINE);
			await isIn(page, name);

			await page.getByRole('link', { name: /^My account/ }).click();
			await narrow(page);
			const happened = page.locator('ol li .what');
			await expect(happened).toHaveText([
				/^Signed in with pictures/,
				/^Somebody tried to come in, and it was wrong/,
				/^You made this page/,
				/^A card was made for you by tests/
			]);
			expect(page.url()).not.toContain(encodeURIComponent(name));
		});

		test('joins with secret words, adds and takes away ways, never the last', async ({ page, served, at }) => {
			const name = aName();
			const { code } = await freshCard(served);
			await takeName(page, served.origin, code, name);
			await page.getByRole('link', { name: /^Secret words/ }).click();
			await page.getByLabel('My secret words').fill('one two three');
			await press(page, 'Keep these words');
			await expect(page.getByRole('alert')).toContainText('Please make up your own');
			await page.getByLabel('My secret words').fill('blue dogs eat cake');
			await press(page, 'Keep these words');
			await isIn(page, name);

			await page.goto(at('/me/account/ways'));
			await expect(page.getByRole('button', { name: 'Take away' })).toHaveCount(0);
			await page.getByRole('link', { name: 'Add Four pictures' }).click();
			await tap(page, MINE);
			await expect(page.getByRole('heading', { name: 'And once more' })).toBeVisible();
			await tap(page, MINE);
			await expect(page.getByRole('status')).toHaveText('Done. That is how you come in now.');
			await narrow(page);
			await page.getByRole('button', { name: 'Take away Secret words' }).click();
			await expect(page.getByRole('status')).toContainText('You don’t come in that way any more.');
			await press(page, 'Sign out');
			await sayName(page, served.origin, name, 'My secret words');
			await page.getByLabel('Your secret words').fill('Blue dogs, eat cake!');
			await press(page, 'Come in');
			await expect(page.getByRole('alert')).toContainText('That did not open the door');
		});

		test('comes in with the card every time, and a new card is the way back', async ({ page, served, at }) => {
			const name = aName();
			const { id, code } = await freshCard(served);
			await takeName(page, served.origin, code, name);
			await page.getByRole('link', { name: /^My card every time/ }).click();
			await press(page, 'Keep my card as my key');
			await isIn(page, name);
			await press(page, 'Sign out');
			await showCard(page, at('/sign-in/card'), code);
			await isIn(page, name);
			await press(page, 'Sign out');

			const fresh = await cardFor(served.db, served.keyring, id, new Date());
			await showCard(page, at('/join'), fresh);
			await expect(page.getByText(/^Welcome back/)).toBeVisible();
			for (const path of ['/join/passkey', '/join/name', '/join/words', '/join/pictures', '/join/card', '/join/way']) {
				await page.goto(at(path));
				expect(await page.content(), path).not.toContain(name);
			}
			await page.getByRole('link', { name: /^Secret words/ }).click();
			await page.getByLabel('My secret words').fill('my purple socks sang');
			await press(page, 'Keep these words');
			await isIn(page, name);
			await press(page, 'Sign out');
			await showCard(page, at('/sign-in/card'), code);
			await expect(page.getByText('This card does not work any more.')).toBeVisible();
			await showCard(page, at('/sign-in/card'), fresh);
			await expect(page.getByText('This card was used already.')).toBeVisible();
		});

		test('sees a new card that waits, and stops it', async ({ page, served, at }) => {
			const { db, keyring } = served;
			const who = await signedInYoungPerson(page, served);
			await page.goto(at('/me'));
			await expect(page.getByRole('button', { name: 'Stop that card' })).toHaveCount(0);
			const code = await cardFor(db, keyring, who.youngPersonId, new Date());
			await page.goto(at('/me'));
			await expect(page.getByText(/^tests made a new card for you on/)).toBeVisible();
			await narrow(page);
			await press(page, 'Stop that card');
			await expect(page.getByRole('status')).toContainText('Done. That card is stopped');
			await expect(page.locator('ol li.look .what')).toHaveText([/^A card was made for you by tests/]);
			await press(page, 'Sign out');
			await showCard(page, at('/join'), code);
			await expect(page.getByText('This card does not work any more.')).toBeVisible();
		});

		test('is told that what was sent too late was not kept', async ({ page, served, at }) => {
			const { db, keyring } = served;
			const who = await signedInYoungPerson(page, served);
			await cardFor(db, keyring, who.youngPersonId, new Date());
			await page.goto(at('/me/account'));
			await ageSession(db, who.accountId, 'seen_at', 11);
			await press(page, 'Stop that card');
			await expect(page.getByRole('status')).toContainText('What you had just written was not kept.');
			await expect(page).toHaveURL(/\/sign-in\?to=%2Fme%2Faccount&unsaved=1$/);
		});

		test('rests after very many names, and says until when', async ({ page, served, at }) => {
			const { db, keyring } = served;
			const { code } = await freshCard(served);
			const selector = code.slice(0, 4);
			for (let n = 0; n < 20; n += 1) await lookForName(db, keyring, selector, aName(), new Date());
			await showCard(page, at('/join'), code);
			await page.getByLabel('My user name').fill(aName());
			await press(page, 'Take this name');
			await expect(page.getByRole('alert')).toContainText(/try again in \d\d minutes, at \d\d:\d\d/);
		});

		test('has Leave quickly in the first row, and Sign out beneath it', async ({ page, served, at }) => {
			await signedInYoungPerson(page, served);
			await page.goto(at('/me'));
			const top = async (name: string) => (await page.getByRole('button', { name }).boundingBox())?.y ?? 999;
			expect(await top('Leave quickly')).toBeLessThan(30);
			expect(await top('Sign out')).toBeLessThan(120);
		});

		test('shows again who it is before the ways in are changed, and is not asked for the name', async ({
			page,
			served,
			at
		}) => {
			const { db, keyring } = served;
			const who = await joinedYoungPerson(db, keyring, new Date());
			await sayName(page, served.origin, who.userName, 'My pictures');
			await tap(page, MINE);
			await isIn(page, who.userName);
			await ageSession(db, who.accountId, 'proven_at', 6);
			await page.goto(at('/me/account/ways/name'));
			await expect(page.getByRole('heading', { name: `Hello again, ${who.userName}` })).toBeVisible();
			await press(page, 'My pictures');
			await tap(page, MINE);
			await expect(page).toHaveURL(/\/me\/account\/ways\/name$/);
			const renamed = aName();
			await page.getByLabel('My user name').fill(renamed);
			await press(page, 'Take this name');
			await expect(page.getByRole('status')).toHaveText(`Done. Your user name is ${renamed} now.`);
		});

		test('waits when it was wrong a few times, and is told until when', async ({ page, served }) => {
			const { db, keyring } = served;
			const who = await joinedYoungPerson(db, keyring, new Date(), { chosen: WORDS });
			for (const name of [who.userName, aName()]) {
				await sayName(page, served.origin, name, 'My secret words');
				for (let tries = 0; tries < 6; tries += 1) {
					await page.getByLabel('Your secret words').fill(`not these words ${tries}`);
					await press(page, 'Come in');
					await expect(page.getByRole('alert')).toContainText(tries < 5 ? 'did not open' : /try again .*at \d\d:\d\d/);
				}
			}
		});
	});
}
