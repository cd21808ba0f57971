/*
 * A council's own voice: staff add recordings, a child hears them on a device that has no voice, and a removed one is
 * silent again.
 */
import { wav } from '../data/sounds.ts';
import { staffMember } from '../accounts.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { expect, signInHolder, test } from './served.ts';
import { giveVoices } from './speaking.ts';
import { startInOneGo } from './surveying.ts';

const LIST = '/staff/settings/recordings?of=shared';
const question = questionnaireOf('8-10').pages[0]?.questions[0]?.text ?? '';
const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'audio/wav', buffer: Buffer.from(bytes) });

test('staff give a question a voice, and a child hears it where the device has none', async ({
	browser,
	page,
	served
}) => {
	const { staffId } = await staffMember(served.db, ['participation officer']);
	await signInHolder(page, served, { kind: 'staff', id: staffId });
	await page.goto(`${served.origin}/staff/questionnaires`);
	await page.getByRole('link', { name: /recordings/i }).click();
	await page.getByRole('link', { name: /^8 to 10/ }).click();
	const line = page.getByRole('listitem').filter({ hasText: question });
	await line.locator('input[type=file]').setInputFiles(file('any name.wav', wav()));
	const notSound = Buffer.from('<!doctype html>');
	await page
		.getByLabel('Recording of text 2', { exact: true })
		.setInputFiles({ name: 'page.mp3', mimeType: 'audio/mpeg', buffer: notSound });
	await page.getByRole('button', { name: /^Save the files/ }).click();
	await expect(page.getByRole('status')).toContainText('1 recording added');
	await expect(page.getByRole('alert')).toContainText('page.mp3: We cannot play this kind of file.');
	await expect(line.locator('audio')).toHaveCount(1);
	await expect(line).toContainText('Ann Other');
	await page.screenshot({ path: 'tests/output/screens/recordings-taken-in.png' });

	const child = await browser.newPage();
	await giveVoices(child, []);
	await startInOneGo(child, served.origin, served.takeCode('8-10'));
	const heard = child.locator('main .hear').filter({ visible: true });
	await expect(heard).toHaveCount(1);
	await expect(heard).toHaveAccessibleName(new RegExp(RegExp.escape(question)));
	await expect(child.locator('[data-read-all]')).toBeVisible();
	const answer = child.waitForResponse(/\/survey\/sound\//);
	await heard.click();
	const sound = await answer;
	expect([200, 206]).toContain(sound.status());
	expect(await sound.allHeaders()).toMatchObject({
		'content-type': 'audio/wav',
		'cache-control': 'no-store',
		'x-content-type-options': 'nosniff'
	});
	await expect(heard).toHaveAttribute('aria-pressed', 'false');
	await child.screenshot({ path: 'tests/output/screens/recordings-heard.png', fullPage: true });

	await line.getByRole('link', { name: /^Remove/ }).click();
	await expect(page.locator('blockquote')).toHaveText(question);
	await page.getByRole('button', { name: 'Remove the recording' }).click();
	await expect(page.getByRole('status')).toContainText('The recording is removed.');
	await child.reload();
	await expect(child.locator('main .hear[hidden]').first()).toBeAttached();
	await expect(heard).toHaveCount(0);
	await child.close();
});

test('files of a whole session find their texts by number, without script', async ({ browser, served }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	const { staffId } = await staffMember(served.db, ['administrator']);
	await signInHolder(page, served, { kind: 'staff', id: staffId });
	await page.goto(served.origin + LIST);
	const several = page.getByLabel('Add several files at once');
	await several.setInputFiles([file('002.wav', wav()), file('003 Next.wav', wav()), file('no number.wav', wav())]);
	await page.getByRole('button', { name: 'Add these files' }).click();
	await expect(page.getByRole('status')).toContainText('2 recordings added');
	await expect(page.getByRole('alert')).toContainText('no number.wav: Its name does not begin with a number');
	await expect(page.locator('audio')).toHaveCount(2);
	await page.getByRole('link', { name: 'Show only what is missing' }).click();
	await expect(page.locator('audio')).toHaveCount(0);
	await expect(page.locator('#text-2')).toHaveCount(0);
	await expect(page.locator('#text-1')).toHaveCount(1);
	await context.close();
});
