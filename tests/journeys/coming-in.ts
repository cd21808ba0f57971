/*
 * What a young person does at the door, as steps for journeys: show a card, take a name, tap pictures, say who they are.
 */
import { expect, type Page } from '@playwright/test';
import { cardFor, joinedYoungPerson, youngPersonIn } from '../young-accounts.ts';
import { signInHolder, type Served } from './served.ts';

/** The pictures of whoever joined by joinedYoungPerson. */
export const MINE = ['Sun', 'Cat', 'Rocket', 'Cat'];
let names = 0;
/** A user name that nobody has. */
export const aName = () => `Brave Heron ${(names += 1)} ${process.pid}`;

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

export async function tap(page: Page, pictures: readonly string[]) {
	for (const [place, picture] of pictures.entries()) {
		await press(page, picture);
		// The fourth leads on; the others show how many were tapped, never which.
		if (place < 3) await expect(page.getByRole('status')).toContainText(`${place + 1} of 4`);
	}
}

export async function freshCard({ db, keyring }: Served) {
	const id = await youngPersonIn(db, new Date());
	return { id, code: await cardFor(db, keyring, id, new Date()) };
}

/** Somebody who has joined with pictures, signed in at this page; gives who it is. */
export async function signedInYoungPerson(page: Page, served: Served) {
	const who = await joinedYoungPerson(served.db, served.keyring, new Date());
	await signInHolder(page, served, { kind: 'young person', id: who.accountId });
	return who;
}

export async function showCard(page: Page, at: string, code: string) {
	await page.goto(at);
	await page.getByLabel('Type the code on your card').fill(code.toLowerCase());
	await press(page, 'Go');
}

/** From a card to choosing a way, under a name. */
export async function takeName(page: Page, origin: string, code: string, name: string) {
	await showCard(page, `${origin}/join`, code);
	await page.getByLabel('My user name').fill(name);
	await press(page, 'Take this name');
	await expect(page.getByRole('heading', { name: `How do you want to come in, ${name}?` })).toBeVisible();
}

export async function sayName(page: Page, origin: string, name: string, way: string) {
	await page.goto(`${origin}/sign-in`);
	await page.getByLabel('Your user name').fill(name);
	await press(page, way);
}

export const isIn = (page: Page, name: string) =>
	expect(page.getByRole('heading', { name: `Hello, ${name}`, exact: true })).toBeVisible();

/** Nothing is wider than the screen. */
export const narrow = async (page: Page) =>
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
		page.viewportSize()?.width ?? 0
	);
