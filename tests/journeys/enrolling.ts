/*
 * The steps of a member of staff that several journeys take: a new account, setting it up, signing in and out.
 */
import { expect, type Page } from '@playwright/test';
import { addStaff } from '#lib/auth/staff/accounts.server.ts';
import { codeAt } from '#lib/auth/staff/code-generators.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { OPERATOR } from '../waves/opened.ts';
import type { Served } from './served.ts';

/** Not /sign-in/staff. */
export const STAFF_PAGE = /^http:\/\/[^/]+\/staff(\/|$)/;
export const WORDS = 'harbour bicycle lantern soup';

/** A new account, and the code that its owner is given. */
export async function newcomer({ db }: Pick<Served, 'db'>, role = 'IRO') {
	const email = `${randomId().toLowerCase().replaceAll('_', 'x')}@council.example`;
	const added = await addStaff(db, OPERATOR, { email, name: 'Nia Newcomer', roles: [role] }, new Date());
	if (added.kind !== 'added') throw new Error(added.kind);
	return { email, id: added.id, code: added.code };
}

/** The test's clock is the server's: what was taken within this half minute is forgotten, so that a code serves again. */
export const forgetTaken = async ({ db }: Pick<Served, 'db'>, staffId: string) => {
	await db.updateTable('code_generator').set({ last_step: 0 }).where('staff_id', '=', staffId).execute();
};

export const typeCode = async (page: Page, secret: string, button: string) => {
	await page.getByRole('textbox', { name: /six digits|authenticator app/i }).fill(codeAt(secret, new Date()));
	await page.getByRole('button', { name: button }).click();
};

/** Begins by the link that an administrator gives, or by typing its code. */
export async function beginEnrolling(page: Page, origin: string, code: string, { typed = false } = {}) {
	await page.goto(typed ? `${origin}/enrol` : `${origin}/enrol#${code}`);
	if (typed) await page.getByLabel('Your code').fill(code.toLowerCase());
	await page.getByRole('button', { name: 'Begin' }).click();
}

export async function choosePassword(page: Page) {
	await expect(page).toHaveURL(/\/enrol\/password$/);
	await page.getByLabel('Password', { exact: true }).fill('password1234');
	await page.getByRole('button', { name: 'Use this password' }).click();
	await expect(page.getByRole('alert')).toContainText('Many people use that one');
	await page.getByLabel('Password', { exact: true }).fill(WORDS);
	await page.getByRole('button', { name: 'Use this password' }).click();
	await expect(page).toHaveURL(/\/enrol\/second$/);
}

/** Connects an app by the letters that the page shows; gives its secret. */
export async function connectApp(page: Page): Promise<string> {
	await page.getByText('I cannot point a camera at this').click();
	const secret = (await page.locator('.letters').textContent())?.replaceAll(' ', '') ?? '';
	await typeCode(page, secret, 'Connect the app');
	return secret;
}

/** Keeps the recovery codes and goes in; gives the codes. */
export async function keepCodes(page: Page): Promise<string[]> {
	await expect(page).toHaveURL(/\/enrol\/codes$/);
	const codes = await page.locator('ol li').allTextContents();
	expect(codes).toHaveLength(8);
	await page.reload();
	expect(await page.locator('ol li').allTextContents()).toEqual(codes);
	await page.getByLabel('I have kept them in a safe place').check();
	await page.getByRole('button', { name: 'Finish and go in' }).click();
	await expect(page).toHaveURL(STAFF_PAGE);
	return codes;
}

/** Everything after Begin, with an app as the second lock; gives its secret and the codes. */
export async function setUpWithApp(page: Page): Promise<{ secret: string; codes: string[] }> {
	await choosePassword(page);
	const secret = await connectApp(page);
	return { secret, codes: await keepCodes(page) };
}

export async function signIn(page: Page, origin: string, email: string) {
	await page.goto(`${origin}/sign-in/staff`);
	await page.getByLabel('Email address').fill(email);
	await page.getByLabel('Password').fill(WORDS);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await expect(page).toHaveURL(/\/sign-in\/staff\/second$/);
}

export const signOut = async (page: Page) => {
	await page.getByRole('button', { name: 'Sign out' }).first().click();
	await expect(page).toHaveURL(/\/sign-in\/staff$/);
};
