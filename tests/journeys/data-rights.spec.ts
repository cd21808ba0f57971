/*
 * A young person asks for everything that is held, the safeguarding lead blacks out somebody else's name, and the young
 * person reads it; and takes their account away. On a phone, without script.
 */
import { press, signedInYoungPerson, narrow } from './coming-in.ts';
import { staffMember } from '../accounts.ts';
import { concernOf } from '../data/held-person.ts';
import { answeredBy, sentBy } from '../data/talking.ts';
import { asLead } from './data-asking.ts';
import { expect, test } from './served.ts';

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

test('asks for a copy, which is given without another’s name, on the page and in both files', async ({
	page,
	served,
	at,
	browser
}) => {
	const { db, keyring } = served;
	const who = await signedInYoungPerson(page, served);
	await concernOf(db, keyring, who.youngPersonId, {
		closedAt: '2026-11-05T10:00:00.000Z',
		words: 'At night my brother Zebedee shouts. Then zebedee’s friend came, and Otto Otherone.'
	});
	await page.goto(at('/me/account'));
	await page.getByRole('link', { name: 'What we keep about you' }).click();
	await narrow(page);
	await expect(page.getByRole('listitem').filter({ hasText: 'Messages to Talk to someone' })).toContainText('1 thing');
	await expect(page.getByText('Your survey answers and comments are not in this list.')).toBeVisible();
	await press(page, 'Ask for a copy');
	await expect(page.getByRole('status')).toContainText('You asked for a copy. You get it by');

	const office = await browser.newPage({ javaScriptEnabled: false });
	await asLead(office, served);
	await office.goto(at('/staff'));
	await office.getByRole('link', { name: 'Data requests' }).first().click();
	await office.getByRole('link', { name: 'A copy of everything held' }).last().click();
	await press(office, 'Say that you have it');
	await press(office, 'Collect everything');
	await expect(office.getByText('brother Zebedee shouts')).toBeVisible();
	await office.getByLabel('Zebedee', { exact: true }).check();
	await office.getByLabel('Hide in this entry only: A message to somebody').fill('otto otherone');
	await office.getByRole('button', { name: 'Save and show' }).last().click();
	await expect(office.getByText('brother ███ shouts. Then ███’s friend came, and ███.')).toBeVisible();
	await expect(office.getByRole('button', { name: 'Give them this copy' })).toBeDisabled();
	const looked = office.getByRole('checkbox', { name: /^Looked through/ });
	expect(await looked.count()).toBeGreaterThan(3);
	for (const box of await looked.all()) await box.check();
	await office.getByRole('button', { name: 'Save and show' }).last().click();
	await expect(office.getByText(/^All \d+ entries are looked through/)).toBeVisible();
	await press(office, 'Give them this copy');
	await expect(office.getByText('Not read yet.')).toBeVisible();
	await office.close();

	await page.goto(at('/me/data'));
	await page.getByRole('link', { name: /^Read it/ }).click();
	await expect(page.getByText('Here is everything that Earshot holds about you.')).toBeVisible();
	await page.getByRole('link', { name: 'Read my copy' }).click();
	await narrow(page);
	await expect(page.getByText('brother ███ shouts. Then ███’s friend came, and ███.')).toBeVisible();
	const copyAt = page.url();
	const shown = [await page.content()];
	for (const file of ['copy.json', 'copy.pdf']) {
		const answer = await page.request.get(`${copyAt}/${file}`);
		expect(answer.status()).toBe(200);
		expect(answer.headers()['cache-control']).toContain('no-store');
		if (file === 'copy.pdf') expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
		else shown.push(await answer.text());
	}
	for (const text of shown) {
		expect(text).toContain('███');
		expect(text).not.toMatch(/zebedee|otherone/i);
	}
});

test('sees what goes and what stays, and takes the account away', async ({ page, served, at }) => {
	const who = await signedInYoungPerson(page, served);
	await page.goto(at('/me/data'));
	await page.getByRole('link', { name: 'Choose what to take away' }).click();
	await page.getByRole('link', { name: /^Everything that can go/ }).click();
	await narrow(page);
	await expect(page.getByText('the council must know whom it looks after')).toBeVisible();
	await press(page, 'Yes, take it all away');
	await expect(page.getByRole('heading', { name: 'It is gone' })).toBeVisible();
	await page.goto(at('/me'));
	await expect(page).toHaveURL(/\/sign-in/);
	const rows = await served.db.selectFrom('young_account').select('id').where('id', '=', who.accountId).execute();
	expect(rows).toEqual([]);
});

test('complains without an account, and reads the answer with the code', async ({ page, served, at, browser }) => {
	await page.goto(at('/help/data'));
	await page.getByLabel('What happened?').fill('Somebody read my file who should not.');
	await press(page, 'Send it');
	const code = await page.locator('.code strong').textContent();
	const office = await browser.newPage({ javaScriptEnabled: false });
	await asLead(office, served);
	await office.goto(at('/staff/data-requests'));
	await office.getByRole('link', { name: 'A complaint' }).first().click();
	await office.getByLabel('Your answer').fill('We looked into it. It will not happen again.');
	await press(office, 'Send the answer');
	await office.close();
	await page.goto(at('/help/data/answer'));
	await page.getByLabel('Type your code').fill('ABCD-EFGH-JKMN-PQRS');
	await press(page, 'Show me');
	await expect(page.getByRole('alert')).toContainText('That code did not work.');
	await page.getByLabel('Type your code').fill(code ?? '');
	await press(page, 'Show me');
	await expect(page.getByText('It will not happen again.')).toBeVisible();
});

test('finds every right from the open pages, and who to tell when something does not work', async ({ page, at }) => {
	await page.goto(at('/privacy'));
	const rights = page.getByRole('region', { name: 'Your rights' });
	for (const [name, path] of [
		['See it, copy it or take it away on your own page', '/me/data'],
		['Complain about how we look after your data', '/help/data'],
		['Read the answer to a complaint', '/help/data/answer'],
		['Talk to someone', '/help/talk']
	] as const)
		await expect(rights.getByRole('link', { name })).toHaveAttribute('href', path);
	await expect(page.getByText('Messages to “Talk to someone”: 3 years after they are closed')).toBeVisible();
	await expect(page.getByText('What we told you: 3 months.')).toBeVisible();
	await expect(page.getByText('the person who gave you your code')).toHaveCount(0);
	await narrow(page);
	await page.goto(at('/help'));
	await page.getByRole('link', { name: 'Read the answer to a complaint' }).click();
	await expect(page.getByLabel('Type your code')).toBeVisible();
	await page.goto(at('/accessibility'));
	await expect(page.getByText('the person who gave you your code')).toHaveCount(0);
	await page.getByRole('main').getByRole('link', { name: 'Talk to someone' }).click();
	await expect(page).toHaveURL(/\/help\/talk$/);
});

test('is not told that they chose how we tell them, when they chose nothing', async ({ page, served, at }) => {
	const { db, keyring } = served;
	const who = await signedInYoungPerson(page, served);
	const lead = await staffMember(db, ['safeguarding lead'], 'Ruth Lead');
	const { id } = await sentBy(db, keyring, who, new Date());
	await answeredBy(db, keyring, lead, { id, words: 'We can talk at school.' }, new Date());
	await page.goto(at('/me/data'));
	await expect(page.getByText('How we tell you that something is here')).toBeVisible();
	await expect(page.getByText('Because you chose it')).toHaveCount(0);
});

test('each page of one’s own that is for reading offers to read itself aloud', async ({ page, served, at }) => {
	await signedInYoungPerson(page, served);
	for (const path of [
		'data',
		'data/erasure',
		'data/erasure/messages',
		'data/complaint',
		'opened',
		'account',
		'account/notices',
		'account/ways'
	]) {
		await page.goto(at(`/me/${path}`));
		await expect(page.locator('[data-read]'), path).toHaveCount(1);
	}
});
