/*
 * The safeguarding lead's day with what young people wrote: the late one on top, read, looked after, answered, closed with
 * what was done; and a second lead who had the same page open meanwhile. How a child sends and reads is talk.spec.ts.
 */
import { addDays, dayOf } from '#lib/calendar/day.ts';
import { addWorkingDays } from '#lib/calendar/working-days.ts';
import { staffMember } from '../accounts.ts';
import { sentConcern, withoutConcerns } from '../data/concerned.ts';
import { expect, signInHolder, test } from './served.ts';

test('reads the late one first, answers, looks after it and closes it; another lead writes over nobody', async ({
	page,
	served,
	at,
	browser
}) => {
	const { db, keyring } = served;
	await withoutConcerns(db);
	const today = dayOf(new Date());
	const given = { name: 'Jay', reply: 'ring', address: '07700 900123', safeWhen: 'After school' } as const;
	const long = new Date(Date.now() - 9 * 86_400_000);
	const words = 'I do not feel safe at home.';
	await sentConcern(db, keyring, { at: new Date(), dueOn: addWorkingDays(today, 1), words: 'Just a question' });
	await sentConcern(db, keyring, { at: long, dueOn: addDays(today, -7), given, words, topic: 'being hurt or afraid' });

	const ruth = await staffMember(db, ['safeguarding lead'], 'Ruth Lead');
	await signInHolder(page, served, { kind: 'staff', id: ruth.staffId });
	await page.goto(at('/staff'));
	await expect(page.getByText('2 wait, 1 is late.')).toBeVisible();
	await page.getByRole('link', { name: 'Messages from young people' }).first().click();
	const late = page.getByRole('region', { name: 'Late: nobody has read or answered this in time' });
	await expect(late.getByRole('listitem')).toHaveCount(1);
	await expect(late).toContainText(/\d+ working days late/i);
	await expect(page.locator('main')).not.toContainText(words);
	await late.getByRole('link', { name: /Jay, without an account/ }).click();

	await expect(page.getByRole('region', { name: 'How to reach them safely' })).toContainText('Ring them: 07700 900123');
	await expect(page.getByText('After school')).toBeVisible();
	await expect(page.getByText(words)).toBeVisible();

	const other = await (await browser.newContext()).newPage();
	const omar = await staffMember(db, ['safeguarding lead'], 'Omar Lead');
	await signInHolder(other, served, { kind: 'staff', id: omar.staffId });
	await other.goto(page.url());

	await page.getByRole('button', { name: 'I look after it' }).click();
	await expect(page.getByRole('status')).toContainText('It is noted who looks after this.');
	await expect(page.getByRole('region', { name: 'Who looks after this' })).toContainText('You do.');
	await page.getByLabel('Answer Jay').fill('Thank you for telling us. I ring you today after school.');
	await page.getByRole('button', { name: 'Send the answer' }).click();
	await expect(page.getByRole('status')).toContainText('Your answer is in their conversation.');
	await expect(page.getByText('Not read yet')).toBeVisible();

	await other.getByLabel('Answer Jay').fill('Hello, this is Omar.');
	await other.getByRole('button', { name: 'Send the answer' }).click();
	await expect(other.getByRole('alert')).toContainText('Read what is new first. What you wrote is still here');
	await expect(other.getByText('I ring you today after school.')).toBeVisible();
	await expect(other.getByLabel('Answer Jay')).toHaveValue('Hello, this is Omar.');
	await other.context().close();

	await page.getByRole('link', { name: 'Close this, and say what was done' }).click();
	await expect(
		page.getByRole('heading', { name: 'Close the conversation with Jay, without an account?' })
	).toBeVisible();
	await page.getByLabel('What we did').fill('We rang you, and Amina comes by on Monday.');
	await page.getByRole('button', { name: /^Close it with Jay/ }).click();
	await expect(page.getByRole('status')).toContainText('This is closed.');
	await expect(page.getByText('We rang you, and Amina comes by on Monday.')).toBeVisible();
	await page.goto(at('/staff/concerns'));
	await expect(page.getByText('1 waits.')).toBeVisible();
	await page.getByRole('link', { name: /^Closed/ }).click();
	await expect(page.getByRole('link', { name: /Jay/ })).toBeVisible();
});
