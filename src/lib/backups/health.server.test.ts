import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { THE_SERVER } from '#lib/auth/actor.ts';
import { councilWithBackups, MADE_AT } from '../../../tests/backups/council.ts';
import { backUp } from './backups.server.ts';
import { backupsHealth } from './health.server.ts';

const later = (hours: number) => new Date(MADE_AT.getTime() + hours * 3_600_000);

it('tells the age of the last good backup: fine for a day, late after 26 hours, wrong after 50', async () => {
	const council = await councilWithBackups('SQLite');
	const at = council.at();
	const lastAt = async (now: Date) => (await backupsHealth(council.db, at.configuration, now))[0];
	expect(await lastAt(MADE_AT)).toMatchObject({ what: 'Last good backup', state: 'wrong', words: /none yet/ });
	await backUp(at, THE_SERVER, MADE_AT);
	// A failed one afterwards does not count.
	await backUp({ ...at, configuration: { ...at.configuration, backups: '/dev/null/x' } }, THE_SERVER, later(20));
	for (const [hours, state] of [
		[0, 'good'],
		[25.9, 'good'],
		[26, 'warning'],
		[49.9, 'warning'],
		[50, 'wrong'],
		[-3, 'wrong']
	] as const)
		expect([hours, (await lastAt(later(hours)))?.state]).toEqual([hours, state]);
	expect((await lastAt(later(-3)))?.words).toContain('clock of this machine is wrong');
});

it('looks at the command apart from the folder, for a folder alone is lost with the disk', async () => {
	const council = await councilWithBackups('SQLite');
	await backUp(council.at('cat > /dev/null; exit 1'), THE_SERVER, MADE_AT);
	const found = await backupsHealth(council.db, council.at('x').configuration, later(1));
	expect(found.map(({ what, state }) => [what, state])).toEqual([
		['Last good backup', 'good'],
		['Last backup that your command took', 'wrong'],
		['Folder of backups', 'good'],
		['Copy of keyring and ledger', 'warning']
	]);
});

it('notices that a folder cannot be written, also one that is not there yet', async () => {
	const council = await councilWithBackups('SQLite');
	const folderAt = async (backups: string) =>
		(await backupsHealth(council.db, { ...council.at().configuration, backups }, MADE_AT)).find(
			({ what }) => what === 'Folder of backups'
		)?.state;
	expect(await folderAt(join(council.folder, 'not', 'yet'))).toBe('good');
	writeFileSync(join(council.folder, 'a file'), '');
	expect(await folderAt(join(council.folder, 'a file'))).toBe('wrong');
	expect(await folderAt(join(council.folder, 'a file', 'inside'))).toBe('wrong');
	mkdirSync(join(council.folder, 'there'));
	expect(await folderAt(join(council.folder, 'there'))).toBe('good');
});
