/*
 * Being told that something is new: a young person chooses if and how on a phone without JavaScript, tries it and stops it;
 * an administrator sees what was given up and tries it again.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTransaction } from '#lib/database/handle.server.ts';
import { notify } from '#lib/notices/outbox.server.ts';
import { sendNotices } from '#lib/notices/sending/sending.server.ts';
import { readConfiguration } from '#lib/settings/configuration.server.ts';
import { staffMember } from '../accounts.ts';
import { giveUpOne } from '../notices/people.ts';
import { signedInYoungPerson } from './coming-in.ts';
import { expect, signInHolder, test, type Served } from './served.ts';

/** Sends what is due as the server's own job does each minute; gives the files there are then. */
async function sendNow({ db, keyring, settings, origin, folder }: Served): Promise<string[]> {
	const read = readConfiguration({ ...settings, ORIGIN: origin });
	if (read.kind === 'incomplete') throw new Error(read.faults.join());
	await sendNotices(db, keyring, read.configuration, new Date());
	const notices = join(folder, 'notices');
	if (!existsSync(notices)) return [];
	return readdirSync(notices)
		.filter((name) => !name.startsWith('.'))
		.map((name) => readFileSync(join(notices, name), 'utf8'));
}

test.describe('on a phone without JavaScript', () => {
	test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

	test('a young person is sent nothing until they say so, what they chose then, and nothing after they stop it', async ({
		page,
		served,
		at
	}) => {
		const { youngPersonId } = await signedInYoungPerson(page, served);
		await page.goto(at('/me/account'));
		await page.getByRole('link', { name: 'Choose if and how we tell you' }).click();
		await expect(page.getByText('We send you nothing.')).toBeVisible();
		const to = { kind: 'young person', id: youngPersonId } as const;
		const message = (once: string) =>
			inTransaction(served.db, (writing) => notify(writing, { to, what: 'new message', once }, new Date()));
		await message('before');
		const before = (await sendNow(served)).length;

		await page.getByRole('radio', { name: /^By text/ }).check();
		await page.getByLabel('Your mobile number').fill('0770 0900');
		await page.getByRole('button', { name: 'Save' }).click();
		await expect(page.getByRole('alert')).toContainText('doesn’t look like a mobile number');
		await expect(page.getByLabel('Your mobile number')).toHaveValue('0770 0900');
		await page.getByLabel('Your mobile number').fill('07700 900 321');
		await page.getByLabel('Quiet from').selectOption('midnight');
		await page.getByLabel('Quiet until').selectOption('midnight');
		await page.getByRole('button', { name: 'Save' }).click();
		await expect(page.getByRole('status')).toContainText('Saved.');
		await expect(page.getByText('By text to …321')).toBeVisible();
		expect(await page.content()).not.toMatch(/07700 ?900 ?321/);

		await page.getByRole('button', { name: 'Try it' }).click();
		await expect(page.getByRole('status')).toContainText('It is on its way.');
		await message('after');
		await expect
			.poll(async () => (await sendNow(served)).filter((text) => text.includes('07700900321')).length)
			.toBe(2);
		const texts = (await sendNow(served)).filter((text) => text.includes('07700900321'));
		expect(texts.length).toBe((await sendNow(served)).length - before);
		for (const text of texts) expect(text).toContain('You can turn these off in My account.');

		await page.getByLabel('Quiet until').selectOption('1 at night');
		await page.getByRole('button', { name: 'Save' }).click();
		await expect(page.getByText('By text to …321')).toBeVisible();
		await page.getByRole('button', { name: 'Stop all of these' }).click();
		await expect(page.getByRole('status')).toContainText('Done. We send you nothing.');
		await page.goto(at('/me/account#happened'));
		const changed = page.getByRole('listitem').filter({ hasText: 'we tell you that something is new was changed' });
		await expect(changed).toHaveCount(3);
		await expect(changed.first()).toContainText('Was that you');
		await message('too late');
		await sendNow(served);
		const rows = await served.db.selectFrom('notice').selectAll().where('recipient_id', '=', youngPersonId).execute();
		const because = (once: string) => rows.find((row) => row.once === once);
		expect(because('before')).toMatchObject({ state: 'not sent', because: 'they chose to get none' });
		expect(because('too late')).toMatchObject({ state: 'not sent', because: 'they chose to get none' });
	});
});

test('an administrator sees what was given up, with no young person’s name, and tries it again', async ({
	page,
	served,
	at
}) => {
	const { staffId } = await staffMember(served.db, ['administrator']);
	const one = await giveUpOne(served.db, { kind: 'young person', id: 'somebody' });
	await giveUpOne(served.db, { kind: 'staff', id: staffId });
	await signInHolder(page, served, { kind: 'staff', id: staffId });
	await page.goto(at('/staff'));
	await expect(page.getByText(/Notices: \d+ notices? given up/)).toBeVisible();
	await page.goto(at('/staff/settings'));
	await expect(page.getByRole('link', { name: /Notices and jobs/ })).toContainText('given up');
	await page.getByRole('link', { name: /Notices and jobs/ }).click();
	const row = page.getByRole('row', { name: /a young person/ }).first();
	await expect(row).toContainText('the mail server answered 550 to RCPT TO');
	await expect(page.getByRole('row', { name: /^Sending notices/ })).toBeVisible();
	await page.locator(`button[value="${one}"]`).click();
	await expect(page.getByRole('status')).toContainText('1 notice is tried again');
	await page.getByRole('button', { name: 'Send me a test message' }).click();
	await expect(page.getByRole('status')).toContainText('on its way');
	const mails = () => sendNow(served);
	await expect
		.poll(async () => (await mails()).some((mail) => mail.includes('the test message that you asked')))
		.toBe(true);
});
