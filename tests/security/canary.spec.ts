/*
 * Words that somebody types into a running server are nowhere in clear: not in the database or its log, not in the keyring,
 * the ledger or the notices, and not in what the server writes about itself.
 */
import { join } from 'node:path';
import { lookingFor } from '../canary/looking.ts';
import { decryptedBackup } from '../data/decrypted-backup.ts';
import { codeOn } from '../journeys/talking.ts';
import { press } from '../journeys/coming-in.ts';
import { expect, test } from '../journeys/served.ts';

const WORDS = 'The canary hid behind the blue wardrobe on Friday';
const NAME = 'Canarella Nightingale';

test('what somebody without an account types is in no file and no log of the server', async ({ page, served, at }) => {
	await page.goto(at('/help/talk'));
	await page.getByLabel('What do you want to say?').fill(WORDS);
	await page.getByLabel('Being hurt or afraid').check();
	const boxes = page.locator('input[type="text"], input:not([type])');
	for (const box of await boxes.all()) if (await box.isVisible()) await box.fill(NAME);
	await press(page, 'Next: have a look before you send it');
	await press(page, 'Send it');
	const code = await codeOn(page);
	expect(code).not.toBe('');
	// And what goes wrong is not told with what was typed.
	await page.goto(at(`/help/talk/answer?${encodeURIComponent(WORDS)}`));
	await page.goto(at(`/nowhere/${encodeURIComponent(NAME)}`)).catch(() => undefined);

	const { folder, settings, keyring, server } = served;
	const { look, seen, filesWith } = lookingFor(folder, [WORDS, NAME, code], { every: true });
	look('after it was sent');
	await decryptedBackup(settings['DATABASE_URL'] ?? '', keyring, join(folder, 'backups'), {
		beside: join(folder, 'backups', 'opened.db')
	});
	look('in a backup');
	expect(seen).toEqual([]);
	expect(filesWith('Journey')).toContain('backups/opened.db');
	for (const stream of [server.said(), server.logged()])
		for (const canary of [WORDS, encodeURIComponent(WORDS), NAME, encodeURIComponent(NAME), code])
			expect(stream).not.toContain(canary);
});
