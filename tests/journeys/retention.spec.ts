/*
 * A period that becomes shorter takes people the next night: the administrator sees how many first, whichever button
 * asked for it. Without script.
 */
import { addDays, dayOf } from '#lib/calendar/day.ts';
import { staffMember } from '../accounts.ts';
import { heldPerson } from '../data/held-person.ts';
import { press } from './coming-in.ts';
import { expect, signInHolder, test } from './served.ts';

test.use({ javaScriptEnabled: false });

test('shows who would be let go of before a period is shortened, and saves it only after a yes', async ({
	page,
	served,
	at
}) => {
	const { db, keyring } = served;
	const months = async () =>
		(await db.selectFrom('setting').select('value').where('key', '=', 'keep: roster').executeTakeFirst())?.value;
	const { id } = await heldPerson(db, keyring, new Date());
	const lastSeen = { imported_as_of: addDays(dayOf(new Date()), -90), added_on: null };
	await db.updateTable('young_person').set(lastSeen).where('id', '=', id).execute();
	const { staffId } = await staffMember(db, ['administrator']);
	await signInHolder(page, served, { kind: 'staff', id: staffId });
	const shorten = async () => {
		await page.goto(at('/staff/settings/retention'));
		await page.getByLabel('Young people who have left').fill('1');
		await page.getByRole('button', { name: 'Save periods' }).last().click();
		await expect(page.getByRole('alert')).toContainText(/Tonight [1-9]\d* young (person|people) who left would be let/);
		await expect(page.getByRole('alert')).toContainText('1 month in place of 12 months');
	};
	await shorten();
	expect(await months()).toBeUndefined();
	await page.getByRole('link', { name: 'Leave it as it is' }).click();
	await expect(page.getByLabel('Young people who have left')).toHaveValue('12');
	await shorten();
	await press(page, 'Save the shorter time');
	await expect(page.getByRole('status')).toContainText('Saved: Young people who have left');
	expect(await months()).toBe('1');
	// A longer time asks nothing; the way back from it shortens, and asks again.
	await page.getByLabel('Young people who have left').fill('24');
	await page.getByRole('button', { name: 'Save periods' }).last().click();
	await expect(page.getByRole('status')).toContainText('Saved');
	await page.getByRole('button', { name: 'Back to 12 months' }).click();
	await expect(page.getByRole('alert')).toContainText('12 months in place of 24 months');
	await page.goto(at('/staff/settings/retention'));
	await page.getByRole('button', { name: 'Young people who have left to 1 month' }).click();
	await expect(page.getByRole('alert')).toContainText('1 month in place of 24 months');
	expect(await months()).toBe('24');
	await db.deleteFrom('setting').where('key', '=', 'keep: roster').execute();
});
