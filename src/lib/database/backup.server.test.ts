import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Code } from '#lib/secrets/code.ts';
import { answered, openWaveOf, passingFolder, passingKeyring, send, visitOf } from '../../../tests/open-wave.ts';
import { backUp, backUpDaily, restore } from './backup.server.ts';
import { openDatabase } from './handle.server.ts';
import { migrate } from './migrate.server.ts';
import type { Database } from './schema.ts';

async function fresh() {
	const folder = passingFolder();
	const url = `file:${join(folder, 'earshot.db')}`;
	const db = openDatabase(url);
	await migrate(db);
	return { folder, url, db, backups: join(folder, 'backups') };
}

const put = (db: Database, key: string) => db.insertInto('setting').values({ key, value: 'x' }).execute();
const keys = async (db: Database) =>
	(await db.selectFrom('setting').select('key').orderBy('key').execute()).map(({ key }) => key);

describe('a backup of SQLite', () => {
	it('holds what was acknowledged but no draft, in no byte, and is for its owner only', async () => {
		const { db, url, backups } = await fresh();
		const keyring = passingKeyring();
		const { wave, codes } = await openWaveOf(db, keyring, 2);
		await send(db, keyring, { wave, code: codes[0] as Code }, { q1: 'a' });
		await answered(db, visitOf(wave, codes[1] as Code), { q1: 'b' }, { w1: 'Hello' });
		const drafts = await db.selectFrom('draft').selectAll().execute();
		expect(drafts).toHaveLength(2);
		const path = await backUp(db, url, backups, '2027-03-01T10:00:00.000Z');
		expect(readdirSync(backups)).toEqual(['earshot-2027-03-01T10-00-00-000Z.db']);
		expect(statSync(path).mode & 0o777).toBe(0o600);
		const bytes = readFileSync(path);
		for (const { sealed, id } of drafts) {
			expect(bytes.includes(sealed.slice(0, 40))).toBe(false);
			expect(bytes.includes(sealed.slice(-400, -360))).toBe(false);
			expect(bytes.includes(id)).toBe(false);
		}
		const copy = openDatabase(`file:${path}`);
		expect(await copy.selectFrom('draft').selectAll().execute()).toEqual([]);
		expect(await copy.selectFrom('ballot').selectAll().execute()).toHaveLength(1);
		await copy.destroy();
		expect(await db.selectFrom('draft').selectAll().execute()).toEqual(drafts);
		await db.destroy();
	});

	it('brings back what was there, and keeps beside it what it replaces, whole', async () => {
		const { db, url, folder, backups } = await fresh();
		await put(db, 'before');
		const path = await backUp(db, url, backups, 'one');
		await put(db, 'after');
		await db.destroy();
		const old = await restore(url, path, '2027-03-02T00:00:00Z');
		expect(old).toBe(join(folder, 'earshot.db.before-restore-2027-03-02T00-00-00Z'));
		const restored = openDatabase(url);
		expect(await keys(restored)).toEqual(['before']);
		await restored.destroy();
		const kept = openDatabase(`file:${old ?? ''}`);
		expect(await keys(kept)).toEqual(['after', 'before']);
		await kept.destroy();
	});

	it('keeps rows that stood only in the log of a server that was killed', async () => {
		const { db, url, backups } = await fresh();
		const path = await backUp(db, url, backups, 'one');
		await put(db, 'acknowledged');
		const there = join(passingFolder(), 'killed.db');
		for (const rest of ['', '-wal']) writeFileSync(there + rest, readFileSync(`${url.slice('file:'.length)}${rest}`));
		await db.destroy();
		const old = await restore(`file:${there}`, path, 'x');
		const kept = openDatabase(`file:${old ?? ''}`);
		expect(await keys(kept)).toEqual(['acknowledged']);
		await kept.destroy();
		expect(existsSync(`${there}-wal`)).toBe(false);
	});

	it('is put nowhere while a server has the database open', async () => {
		const { db, url, backups } = await fresh();
		const path = await backUp(db, url, backups, 'one');
		await put(db, 'after');
		await expect(restore(url, path, 'x')).rejects.toThrow('stop the server first');
		expect(await keys(db)).toEqual(['after']);
		await db.destroy();
		const again = openDatabase(url);
		expect(await keys(again)).toEqual(['after']);
		await again.destroy();
	});

	it('is not taken from a file that is none, and nothing changes', async () => {
		const { db, url, folder } = await fresh();
		await put(db, 'before');
		await db.destroy();
		const file = join(folder, 'holiday.jpg');
		writeFileSync(file, 'not a database, '.repeat(500));
		await expect(restore(url, file, 'x')).rejects.toThrow();
		const again = openDatabase(url);
		expect(await keys(again)).toEqual(['before']);
		await again.destroy();
	});

	it('makes a database where none was', async () => {
		const { db, url, backups } = await fresh();
		await put(db, 'before');
		const path = await backUp(db, url, backups, 'one');
		await db.destroy();
		const elsewhere = `file:${join(passingFolder(), 'new', 'earshot.db')}`;
		expect(await restore(elsewhere, path, 'x')).toBeNull();
		const restored = openDatabase(elsewhere);
		expect(await keys(restored)).toEqual(['before']);
		await restored.destroy();
	});
});

it('is made once a day, and only the newest are kept', async () => {
	const { db, url, backups } = await fresh();
	const days = ['2027-03-01', '2027-03-02', '2027-03-03'];
	for (const day of days) {
		await backUpDaily(db, url, backups, new Date(`${day}T03:00:00Z`), 2);
		await backUpDaily(db, url, backups, new Date(`${day}T04:00:00Z`), 2);
	}
	const kept = readdirSync(backups).sort();
	expect(kept.map((file) => file.slice(0, 18))).toEqual(['earshot-2027-03-02', 'earshot-2027-03-03']);
	await db.destroy();
});

it('clears away what a backup that was cut off has left', async () => {
	const { db, url, backups } = await fresh();
	mkdirSync(backups, { recursive: true });
	writeFileSync(join(backups, 'earshot-2027.db.unfinished'), 'drafts');
	await backUp(db, url, backups, '2027-03-01');
	expect(readdirSync(backups)).toEqual(['earshot-2027-03-01.db']);
	await db.destroy();
});

it('backs up PostgreSQL without drafts, and without telling the machine the password', async () => {
	const folder = passingFolder();
	for (const tool of ['pg_dump', 'pg_restore']) {
		const told = join(folder, `${tool}.told`);
		writeFileSync(join(folder, tool), `#!/bin/sh\nprintf '%s\\n' "$@" "secret:$PGPASSWORD" >> '${told}'\n`);
		chmodSync(join(folder, tool), 0o700);
	}
	const path = process.env['PATH'];
	process.env['PATH'] = folder + delimiter + (path ?? '');
	onTestFinished(() => void (process.env['PATH'] = path));
	const url = 'postgres://earshot:p%40ss@db.example:5432/earshot';
	const written = await backUp({} as Database, url, join(folder, 'backups'), 'one');
	expect(statSync(written).mode & 0o777).toBe(0o600);
	const dumped = readFileSync(join(folder, 'pg_dump.told'), 'utf8');
	expect(dumped).toContain('--exclude-table-data=draft');
	expect(dumped).toContain('postgres://earshot@db.example:5432/earshot\nsecret:p@ss');
	await restore(url, written, 'x');
	expect(readFileSync(join(folder, 'pg_restore.told'), 'utf8')).not.toContain('p%40ss');
});
