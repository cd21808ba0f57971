import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { collectComments } from '#lib/comments/collecting.server.ts';
import { backUp } from '#lib/database/backup.server.ts';
import { openDatabase } from '#lib/database/handle.server.ts';
import { migrate } from '#lib/database/migrate.server.ts';
import { importDetails } from '#lib/people/details.server.ts';
import { importReturn } from '#lib/people/import.server.ts';
import { submitBallot } from '#lib/responses/ballots.server.ts';
import type { Code } from '#lib/responses/code.ts';
import { keepPage } from '#lib/responses/drafts.server.ts';
import { keepWithPictures } from '#lib/responses/returning.server.ts';
import { csv, smallReturn } from './data/small-return.ts';
import { openWaveOf, OPERATOR, passingFolder, passingKeyring, visitOf } from './open-wave.ts';

const NAME = 'Canarina Birdsong';
const WORDS = 'the canary sang at half past nine';
const ANSWER = 'canary-answer-4711';

it('writes no name, no comment and no answer in clear, neither in the database, nor its log, nor a backup', async () => {
	const folder = passingFolder();
	const url = `file:${join(folder, 'earshot.db')}`;
	const db = openDatabase(url);
	await migrate(db);
	const keyring = passingKeyring();

	const bytesNow = () =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((name) => /\.db/.test(name))
			.map((name) => [name, readFileSync(join(folder, name))] as const);
	const seen: string[] = [];
	const look = (moment: string) => {
		for (const [name, bytes] of bytesNow()) {
			for (const canary of [NAME, NAME.split(' ')[0] ?? '', WORDS, ANSWER]) {
				for (const form of [Buffer.from(canary), Buffer.from(canary, 'utf16le')])
					if (bytes.includes(form)) seen.push(`${canary} in ${name} ${moment}`);
				// The middle of a base64 of it, wherever in the text it starts.
				for (const shift of [0, 1, 2]) {
					const encoded = Buffer.from(' '.repeat(shift) + canary).toString('base64');
					// Four letters would turn up by chance in what is sealed.
					if (encoded.length >= 20 && bytes.includes(encoded.slice(4, -4)))
						seen.push(`${canary} in base64 in ${name} ${moment}`);
				}
			}
		}
	};

	await importReturn(db, OPERATOR, smallReturn(), { asOf: '2018-03-31', strict: false });
	const details = csv('details.csv', 'CHILD,preferred_name', `A1,${NAME}`);
	expect(await importDetails(db, keyring, OPERATOR, details, { strict: true })).toMatchObject({ kind: 'imported' });
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
	await backUp(db, url, join(folder, 'backups'), '1');
	look('in a backup');
	expect(await collectComments(db, keyring, '2027-03-02')).toBe(1);
	await backUp(db, url, join(folder, 'backups'), '2');
	look('with the comments collected');
	await db.destroy();

	// What may stand there in clear is found, so the looking works.
	const found = bytesNow().filter(([, bytes]) => bytes.includes(wave.name));
	expect(found.map(([name]) => name).sort()).toEqual(['backups/earshot-1.db', 'backups/earshot-2.db', 'earshot.db']);
	expect(seen).toEqual([]);
});
