import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sessionsIn } from '#lib/auth/sessions.server.ts';
import { codeAt, takeGeneratorCode } from '#lib/auth/staff/code-generators.server.ts';
import { takeRecoveryCode } from '#lib/auth/staff/recovery-codes.server.ts';
import { checkPassword } from '#lib/auth/staff/signing-in.server.ts';
import { checkRemembered } from '#lib/auth/young/ways/remembered.server.ts';
import { collectComments } from '#lib/comments/collecting.server.ts';
import { openDatabase } from '#lib/database/handle.server.ts';
import { migrate } from '#lib/database/migrate.server.ts';
import { importDetails } from '#lib/people/details.server.ts';
import { importReturn } from '#lib/people/import.server.ts';
import { submitBallot } from '#lib/responses/ballots.server.ts';
import { keepPage } from '#lib/responses/drafts.server.ts';
import { keepWithPictures } from '#lib/responses/returning.server.ts';
import type { Code } from '#lib/secrets/code.ts';
import { enrolledStaff } from '../src/cli/demonstration/enrolled.ts';
import { lookingFor } from './canary/looking.ts';
import { decryptedBackup } from './data/decrypted-backup.ts';
import { csv, smallReturn } from './data/small-return.ts';
import { openWaveOf, OPERATOR, passingFolder, passingKeyring, visitOf } from './open-wave.ts';
import { cardFor, joinWith, youngPersonIn } from './young-accounts.ts';

const NAME = 'Canarina Birdsong';
const WORDS = 'the canary sang at half past nine';
const ANSWER = 'canary-answer-4711';

it('writes no name, no comment and no answer in clear, neither in the database, nor its log, nor a backup', async () => {
	const folder = passingFolder();
	const url = `file:${join(folder, 'earshot.db')}`;
	const db = openDatabase(url);
	await migrate(db);
	const keyring = passingKeyring();

	// The encrypted file lies there too, and has nothing readable in it at all.
	const openedBackup = (name: string) =>
		decryptedBackup(url, keyring, join(folder, 'backups'), { beside: join(folder, 'backups', `${name}.db`) });
	const { look, seen, filesWith } = lookingFor(folder, [NAME, NAME.split(' ')[0] ?? '', WORDS, ANSWER]);

	await importReturn(db, OPERATOR, smallReturn(), { asOf: '2018-03-31', strict: false }, new Date());
	const details = csv('details.csv', 'CHILD,preferred_name', `A1,${NAME}`);
	expect(await importDetails(db, keyring, OPERATOR, details, { strict: true }, new Date())).toMatchObject({
		kind: 'imported'
	});
	look('after the names');

	const { wave, codes } = await openWaveOf(db, keyring, 2);
	const page = { page: '1', answers: { q: ANSWER }, words: { w: { text: WORDS, mayQuote: false } } };
	for (const code of codes as [Code, Code]) {
		const begun = await keepWithPictures(db, keyring, visitOf(wave, code), ['sun', 'cat', 'key']);
		if (begun.kind !== 'begun') throw new Error(begun.kind);
		await keepPage(db, begun.visit, page);
		look('with a draft');
		if (code === codes[0]) await submitBallot(db, keyring, begun.visit, () => '2027-03-01');
	}
	look('with a ballot');
	await openedBackup('1');
	look('in a backup');
	expect(await collectComments(db, keyring, '2027-03-02')).toBe(1);
	await openedBackup('2');
	look('with the comments collected');
	await db.destroy();

	// What may stand there in clear is found, so the looking works.
	expect(filesWith(wave.name)).toEqual(['backups/1.db', 'backups/2.db', 'earshot.db']);
	expect(seen).toEqual([]);
});

it('writes no user name, card, token, secret or password of an account in clear either', async () => {
	const folder = passingFolder();
	const url = `file:${join(folder, 'earshot.db')}`;
	const db = openDatabase(url);
	await migrate(db);
	const keyring = passingKeyring();
	const now = new Date();

	// Everything is drawn first, where nobody looks yet: it is looked for in every byte afterwards.
	const staff = {
		email: 'canary@council.example',
		name: 'Ann Other',
		roles: ['IRO'],
		password: 'canary soup by the lantern'
	};
	const { id, generatorSecret, recoveryCodes } = await enrolledStaff(db, keyring, OPERATOR, staff, now);
	const person = await youngPersonIn(db, now);
	const card = await cardFor(db, keyring, person, now);
	const way = { way: 'secret words', words: 'my canary socks sang' } as const;
	const young = await joinWith(db, keyring, card, { userName: 'Canarywing Heron', chosen: way }, now);
	const sessions = sessionsIn(db);
	const token = await sessions.open({ kind: 'young person', id: young.accountId }, { means: 'card', device: 'x' }, now);
	const first = await sessions.open({ kind: 'staff', id }, { means: 'passkey', device: 'x' }, now);
	const second = (await sessions.stepUp(first, 'passkey', now)) ?? '';
	const [selector = '', ...verifier] = card.split('-');
	const { look, seen, filesWith } = lookingFor(folder, [
		...['Canarywing', 'Canarywing Heron', 'canarywing', 'canarywingheron', 'canary socks', 'mycanarysockssang'],
		...[card, verifier.join(''), verifier.join('-'), token, first, second],
		...[generatorSecret, staff.password, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))]
	]);
	look('after everybody came in');
	expect(await checkRemembered(db, keyring, 'Canarywing Heron', way, 'x', now)).toMatchObject({ kind: 'right' });
	expect(await checkRemembered(db, keyring, 'Canarywing', way, 'x', now)).toMatchObject({ kind: 'no' });
	expect(await checkPassword(db, keyring, staff.email, staff.password, now)).toMatchObject({ kind: 'right' });
	expect(await takeGeneratorCode(db, keyring, id, codeAt(generatorSecret, now), now)).toBe(true);
	expect(await takeRecoveryCode(db, keyring, id, recoveryCodes[0] ?? '')).toBe(true);
	look('after signing in again');
	await decryptedBackup(url, keyring, join(folder, 'backups'), { beside: join(folder, 'backups', '1.db') });
	look('in a backup');
	await db.destroy();
	expect(filesWith(selector).length).toBeGreaterThan(0);
	expect(seen).toEqual([]);
});
