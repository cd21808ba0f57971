import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { THE_SERVER } from '#lib/auth/actor.ts';
import type { Code } from '#lib/secrets/code.ts';
import { councilWithBackups, MADE_AT } from '../../../tests/backups/council.ts';
import { decryptedCopy } from '../../../tests/data/decrypted-backup.ts';
import { answered, openWaveOf, passingFolder, send, visitOf } from '../../../tests/open-wave.ts';
import { postgresAnswers } from '../../../tests/server/postgres.ts';
import { backUp, backUpDaily, lastGood } from './backups.server.ts';
import { decryptBackup } from './sealing.server.ts';

const runsOf = async ({ now }: Awaited<ReturnType<typeof councilWithBackups>>) =>
	now().selectFrom('backup_run').select(['state', 'went_to', 'bytes', 'hash']).orderBy('at').execute();
const noticesOf = async ({ now }: Awaited<ReturnType<typeof councilWithBackups>>) =>
	now().selectFrom('notice').select(['once', 'recipient_id']).where('what', '=', 'backup failed').execute();

describe('a backup', () => {
	it('holds what was acknowledged but no draft, in no byte of its inside, and nothing readable outside', async () => {
		const council = await councilWithBackups('SQLite');
		const { db, keyring, folder } = council;
		const { wave, codes } = await openWaveOf(db, keyring, 2);
		await send(db, keyring, { wave, code: codes[0] as Code }, { q1: 'a' });
		await answered(db, visitOf(wave, codes[1] as Code), { q1: 'b' }, { w1: 'Hello' });
		const drafts = await db.selectFrom('draft').selectAll().execute();
		expect(drafts).toHaveLength(2);
		const path = await council.backedUp();
		expect(readdirSync(join(folder, 'backups'))).toEqual(['earshot-2027-03-01T03-07-00-000Z.age']);
		expect(statSync(path).mode & 0o777).toBe(0o600);
		expect(readdirSync(folder).filter((name) => name.includes('passing'))).toEqual([]);

		const outside = readFileSync(path);
		for (const word of ['SQLite format', 'young_person', 'Harbour lights', 'a@council.example', wave.name, wave.id])
			expect([word, outside.includes(word)]).toEqual([word, false]);
		const inside = await decryptedCopy(path, keyring);
		expect(inside.includes('Harbour lights')).toBe(true);
		for (const { sealed, id } of drafts) {
			expect(inside.includes(sealed.slice(0, 40))).toBe(false);
			expect(inside.includes(sealed.slice(-400, -360))).toBe(false);
			expect(inside.includes(id)).toBe(false);
		}
		const { manifest } = await decryptBackup(path, [keyring.get('backup/identity')?.toString() ?? '']);
		expect(manifest).toMatchObject({ engine: 'sqlite', madeAt: MADE_AT.toISOString(), keys: { council: [1] } });
		expect(manifest.tables).toMatchObject({ draft: { rows: 0 }, ballot: { rows: 1 }, session: { rows: 0 } });
		expect(manifest.migrations).toContain('0005-recordings');
		const chain = await db.selectFrom('audit_chain').selectAll().where('tenant', '=', 'council').execute();
		expect(manifest.chains.council.place).toBe((chain[0]?.place ?? 0) - 1); // one more since: that it was made
		expect(await db.selectFrom('draft').selectAll().execute()).toEqual(drafts);
	});

	it('is noted with its size and hash, and stands in the record', async () => {
		const council = await councilWithBackups('SQLite');
		const path = await council.backedUp();
		const bytes = readFileSync(path);
		const hash = createHash('sha256').update(bytes).digest('base64url');
		const went_to = 'earshot-2027-03-01T03-07-00-000Z.age';
		expect(await runsOf(council)).toEqual([{ state: 'good', went_to, bytes: bytes.length, hash }]);
		const query = council.db.selectFrom('audit_event').select(['subject_id', 'detail']);
		const events = await query.where('what', '=', 'backup made').execute();
		expect(events).toEqual([{ subject_id: went_to, detail: JSON.stringify({ to: 'folder', bytes: bytes.length }) }]);
		expect(await lastGood(council.db)).toEqual({ folder: MADE_AT.toISOString(), command: null });
	});

	it('clears away what one that was cut off has left, and leaves alone what another process is at', async () => {
		const council = await councilWithBackups('SQLite');
		const left = (name: string) => join(council.folder, name);
		const gone = 2 ** 22 + 1; // above every process id of Linux
		writeFileSync(left(`earshot.db.copy.passing-${gone}-1`), 'drafts');
		writeFileSync(left(`earshot.db.copy.passing-${gone}-1-journal`), 'drafts');
		writeFileSync(left(`earshot.db.copy.passing-${process.pid}-9999`), 'of an earlier process with our number');
		writeFileSync(left(`earshot.db.copy.passing-1-1`), 'somebody is at it');
		await council.backedUp();
		expect(readdirSync(council.folder).filter((name) => name.includes('passing'))).toEqual([
			'earshot.db.copy.passing-1-1'
		]);
	});

	it('two at the same moment do not meet', async () => {
		const council = await councilWithBackups('SQLite');
		const later = new Date(MADE_AT.getTime() + 1);
		const [one, other] = await Promise.all([council.backedUp(), council.backedUp(later)]);
		expect(one).not.toBe(other);
		for (const path of [one, other]) expect((await decryptedCopy(path, council.keyring)).length).toBeGreaterThan(1000);
	});

	it('that fails is noted, leaves nothing behind, and is told to every administrator once a day', async () => {
		const council = await councilWithBackups('SQLite');
		mkdirSync(join(council.folder, 'blocked'));
		const at = council.at();
		at.configuration = { ...at.configuration, backups: join(council.folder, 'earshot.db') }; // a file, not a folder
		for (const hour of [3, 4]) {
			const made = await backUp(at, THE_SERVER, new Date(`2027-03-01T0${hour}:07:00Z`));
			expect(made).toMatchObject({ kind: 'failed', path: null });
		}
		await expect(backUpDaily(at, new Date('2027-03-02T03:07:00Z'))).rejects.toThrow('the backup failed');
		expect((await runsOf(council)).map(({ state }) => state)).toEqual(['failed', 'failed', 'failed']);
		const recipient_id = council.administrator;
		expect(await noticesOf(council)).toEqual([
			{ once: `backup failed 2027-03-01 ${recipient_id}`, recipient_id },
			{ once: `backup failed 2027-03-02 ${recipient_id}`, recipient_id }
		]);
		expect(await lastGood(council.db)).toEqual({ folder: null, command: null });
	});
});

describe('a command of the operator’s', () => {
	it('takes the encrypted file on its input, with its name and without our secrets', async () => {
		const council = await councilWithBackups('SQLite');
		const taken = join(passingFolder(), 'taken');
		process.env['EARSHOT_MASTER_KEY'] = 'not for a command';
		onTestFinished(() => void delete process.env['EARSHOT_MASTER_KEY']);
		const path = await council.backedUp(MADE_AT, `cat > '${taken}'; env > '${taken}.env'`);
		expect(readFileSync(taken).equals(readFileSync(path))).toBe(true);
		const environment = readFileSync(`${taken}.env`, 'utf8');
		expect(environment).toContain('EARSHOT_BACKUP_NAME=earshot-2027-03-01T03-07-00-000Z.age\n');
		expect(environment).not.toContain('not for a command');
		expect((await runsOf(council)).map(({ state, went_to }) => [state, went_to])).toEqual([
			['good', 'earshot-2027-03-01T03-07-00-000Z.age'],
			['good', 'command']
		]);
	});

	it.each([
		['cat > /dev/null; echo "no route to the vault" >&2; exit 7', 'The command ended with 7: no route to the vault'],
		['exit 3', 'The command ended with 3.'],
		['kill -9 $$', 'The command was ended before it had finished.']
	])('that fails makes the backup fail, with the file kept: %s', async (command, because) => {
		const council = await councilWithBackups('SQLite');
		const made = await backUp(council.at(command), THE_SERVER, MADE_AT);
		expect(made).toMatchObject({ kind: 'failed', because });
		expect(existsSync(made.path ?? '')).toBe(true);
		expect((await runsOf(council)).map(({ state }) => state)).toEqual(['good', 'failed']);
		expect(await noticesOf(council)).toHaveLength(1);
		expect(await lastGood(council.db)).toEqual({ folder: MADE_AT.toISOString(), command: null });
	});

	it('is offered the same file again until it takes it, and then left in peace for the day', async () => {
		const council = await councilWithBackups('SQLite');
		const taken = join(passingFolder(), 'taken');
		const at = (hour: number) => new Date(`2027-03-01T0${hour}:07:00Z`);
		await expect(backUpDaily(council.at('cat > /dev/null; exit 1'), at(3))).rejects.toThrow('ended with 1');
		const takes = `cat > /dev/null; echo $EARSHOT_BACKUP_NAME >> '${taken}'`;
		for (const hour of [4, 5, 6]) await backUpDaily(council.at(takes), at(hour));
		expect(readFileSync(taken, 'utf8')).toBe('earshot-2027-03-01T03-07-00-000Z.age\n');
		expect(readdirSync(join(council.folder, 'backups'))).toHaveLength(1);
		expect((await runsOf(council)).map(({ state }) => state)).toEqual(['good', 'failed', 'good']);
	});
});

describe('the daily backup', () => {
	it('is made once a day in London, and only the newest are kept', async () => {
		const council = await councilWithBackups('SQLite');
		// 23:30 UTC on 1 July is 2 July in London already.
		for (const at of [
			'2027-07-01T03:00',
			'2027-07-01T21:00',
			'2027-07-01T23:30',
			'2027-07-02T20:00',
			'2027-07-03T03:00'
		])
			await backUpDaily(council.at(), new Date(`${at}:00Z`), 2);
		const kept = readdirSync(join(council.folder, 'backups')).sort();
		expect(kept.map((file) => file.slice(0, 24))).toEqual(['earshot-2027-07-01T23-30', 'earshot-2027-07-03T03-00']);
	});

	it('is made again when the file is gone', async () => {
		const council = await councilWithBackups('SQLite');
		const { rmSync } = await import('node:fs');
		rmSync(await council.backedUp());
		await backUpDaily(council.at(), new Date('2027-03-01T05:00:00Z'));
		expect(readdirSync(join(council.folder, 'backups'))).toEqual(['earshot-2027-03-01T05-00-00-000Z.age']);
	});
});

it.runIf(await postgresAnswers())('tells the machine no password of PostgreSQL’s', async () => {
	const council = await councilWithBackups('PostgreSQL');
	const folder = passingFolder();
	for (const tool of ['pg_dump', 'pg_restore']) {
		const real = ['/usr/bin', '/usr/local/bin'].map((at) => join(at, tool)).find(existsSync) ?? tool;
		const note = `printf '%s\\n' "$@" "secret:$PGPASSWORD" >> '${join(folder, `${tool}.told`)}'`;
		writeFileSync(join(folder, tool), `#!/bin/sh\n${note}\nexec ${real} "$@"\n`);
		chmodSync(join(folder, tool), 0o700);
	}
	const path = process.env['PATH'];
	process.env['PATH'] = folder + delimiter + (path ?? '');
	onTestFinished(() => void (process.env['PATH'] = path));
	const at = council.at();
	const url = new URL(council.url);
	url.password = 'p@ss';
	at.configuration = { ...at.configuration, databaseUrl: url.href };
	expect(await backUp(at, THE_SERVER, MADE_AT)).toMatchObject({ kind: 'made' });
	const told = readFileSync(join(folder, 'pg_dump.told'), 'utf8');
	expect(told).toContain('--exclude-table-data=public.draft');
	expect(told).toContain('\nsecret:p@ss\n');
	expect(told.replace('secret:p@ss', '')).not.toMatch(/p@ss|p%40ss/);
	expect(readFileSync(join(folder, 'pg_restore.told'), 'utf8')).toContain('--list');
});
