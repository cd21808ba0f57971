/*
 * From a reason that somebody must type before they look, to the young person who reads it, and the administrator who sees
 * that it was done but neither by whose name it was looked at nor what was written.
 */
import { randomUUID } from 'node:crypto';
import { anchorRecord } from '#lib/audit/anchors.server.ts';
import { checkRecord } from '#lib/audit/checks.server.ts';
import { openLedger } from '#lib/audit/ledger.server.ts';
import { staffMember } from '../accounts.ts';
import { narrow, signedInYoungPerson } from './coming-in.ts';
import { expect, signInHolder, test } from './served.ts';

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

test('whoever does not work with a young person says why, and the young person reads it', async ({
	page,
	served,
	at,
	browser
}) => {
	const { db, keyring } = served;
	const theirs = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
	const { youngPersonId } = await signedInYoungPerson(theirs, served);
	const name = `Ruth Lead ${randomUUID().slice(0, 6)}`;
	const { staffId } = await staffMember(db, ['safeguarding lead'], name);
	await signInHolder(page, served, { kind: 'staff', id: staffId });

	await page.goto(at(`/staff/people/${youngPersonId}`));
	await expect(page).toHaveURL(/\/reason$/);
	await expect(page.getByText('can read what you write here')).toBeVisible();
	await narrow(page);
	await page.getByLabel('A worry about their safety').check();
	await page.getByLabel('In a sentence of your own').fill('          ');
	await page.getByRole('button', { name: 'Open their page' }).click();
	await expect(page.getByRole('alert')).toContainText('at least 10 letters');
	await expect(page.getByLabel('A worry about their safety')).toBeChecked();
	await page.getByLabel('In a sentence of your own').fill('Their school rang us about them.');
	await page.getByRole('button', { name: 'Open their page' }).click();
	await expect(page).toHaveURL(new RegExp(`/staff/people/${youngPersonId}$`));
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Reviews' })).toBeVisible();

	await theirs.goto(at('/me/account'));
	await theirs.getByRole('link', { name: 'Who opened my things' }).click();
	const line = theirs.getByRole('listitem').filter({ hasText: name });
	await expect(line).toContainText('looks after children’s safety');
	await expect(line).toContainText('2 times that day');
	await expect(line).toContainText('They were worried about your safety.');
	await expect(line).toContainText('Their school rang us about them.');
	await theirs.close();

	const administrator = await staffMember(db, ['administrator']);
	await signInHolder(page, served, { kind: 'staff', id: administrator.staffId });
	await page.goto(at('/staff/settings/record'));
	await narrow(page);
	await page.getByLabel('Who').selectOption({ label: name });
	await page.getByLabel('What').selectOption({ label: 'All of: Young people and their accounts' });
	await page.getByRole('button', { name: 'Show', exact: true }).click();
	await expect(page).toHaveURL(/what=people/);
	await expect(page.getByRole('row').filter({ hasText: 'Opened the page of a young person' })).toHaveCount(2);
	await expect(page.getByRole('row').filter({ hasText: 'Wrote down why they open a page' })).toHaveCount(1);
	const shown = await page.content();
	expect(shown).not.toContain('Their school rang');
	expect(shown).not.toContain(youngPersonId);
	await page.getByRole('link', { name: 'Take it away as a file' }).click();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Take the file' }).click();
	expect((await download).suggestedFilename()).toMatch(/^record-\d{4}-\d{2}-\d{2}\.csv$/);

	const ledger = openLedger(served.settings['EARSHOT_LEDGER'] ?? '', keyring);
	await anchorRecord(db, ledger, new Date());
	await checkRecord(db, ledger, new Date());
	await page.goto(at('/staff/settings/record'));
	await expect(page.getByText(/Checked today at \d\d:\d\d: [\d,]+ events, nothing missing\./)).toBeVisible();
});
