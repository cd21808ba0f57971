import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openLedger } from '#lib/audit/ledger.server.ts';
import { eraseYoungPerson } from '#lib/data-rights/erasures.server.ts';
import { inTransaction, openDatabase } from '#lib/database/handle.server.ts';
import { ownersKey } from '#lib/secrets/records.server.ts';
import { councilWithBackups, MADE_AT, RESTORED_AT, type BackedUpCouncil } from '../../../tests/backups/council.ts';
import { heldPerson } from '../../../tests/data/held-person.ts';
import { OPERATOR, passingFolder } from '../../../tests/open-wave.ts';
import { postgresAnswers } from '../../../tests/server/postgres.ts';
import { backUp } from './backups.server.ts';
import { backupIdentity } from './identity.server.ts';
import { restore } from './restoring.server.ts';
import { decryptBackup } from './sealing.server.ts';

const keys = async ({ now }: BackedUpCouncil) => {
	const rows = await now().selectFrom('setting').select('key').where('key', 'like', 'a %').orderBy('key').execute();
	return rows.map(({ key }) => key);
};
const put = ({ now }: BackedUpCouncil, key: string) =>
	now().insertInto('setting').values({ key, value: 'x' }).execute();

const engines = ['SQLite' as const, ...((await postgresAnswers()) ? ['PostgreSQL' as const] : [])];

describe.each(engines)('a restore (%s)', (engine) => {
	it('brings back what was there, keeps what it replaces, and brings the database up to now', async () => {
		const council = await councilWithBackups(engine);
		const file = await council.backedUp();
		await put(council, 'a later note');
		const restored = await council.restored(file);
		expect(restored).toMatchObject({ kind: 'restored', lostMinutes: 390, notSent: 2, applied: [] });
		expect(await keys(council)).toEqual(['a note']);

		const db = council.now();
		const notices = await db.selectFrom('notice').select(['once', 'state', 'because']).orderBy('once').execute();
		expect(notices).toEqual([
			{ once: 'is being sent', state: 'not sent', because: 'restored' },
			{ once: 'waits', state: 'not sent', because: 'restored' },
			{ once: 'was sent', state: 'sent', because: null }
		]);
		const job = await db.selectFrom('job').selectAll().where('name', '=', 'something').executeTakeFirst();
		expect(job).toMatchObject({ leased_by: null, leased_until: null, attempts: 0, due_at: MADE_AT.toISOString() });

		// The record goes on from where the backup ended, and the ledger says where that was.
		const { manifest } = await decryptBackup(file, [await backupIdentity(council.keyring)]);
		const events = await db.selectFrom('audit_event').select(['what', 'place']).orderBy('place', 'desc').execute();
		expect(events[0]).toEqual({ what: 'backup restored', place: manifest.chains.council.place + 1 });
		const lines = council.ledger.read().lines.filter(({ kind }) => kind === 'restored');
		expect(lines).toEqual([{ kind: 'restored', ends: manifest.chains, at: RESTORED_AT.toISOString() }]);

		const kept = restored.kind === 'restored' ? restored.kept : null;
		if (engine === 'SQLite') {
			expect(kept).toBe(join(council.folder, 'earshot.db.before-restore-2027-03-01T09-37-00-000Z'));
			expect(statSync(join(council.folder, 'earshot.db')).mode & 0o777).toBe(0o600);
			const old = openDatabase(`file:${kept ?? ''}`);
			expect(await old.selectFrom('setting').select('key').where('key', '=', 'a later note').execute()).toHaveLength(1);
			await old.destroy();
			const names = [
				'backups',
				'earshot.db',
				'earshot.db.before-restore-2027-03-01T09-37-00-000Z',
				'keyring',
				'ledger'
			];
			expect(readdirSync(council.folder).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(names);
		} else {
			const { rows } = await sql<{ key: string }>`
				select key from ${sql.table(`${kept ?? ''}.setting`)} where key = 'a later note'`.execute(db);
			expect(rows).toHaveLength(1);
		}
	});

	it('of a backup taken while others write has all that was acknowledged before, and nothing half done', async () => {
		const council = await councilWithBackups(engine);
		const { db } = council;
		const pairs: number[] = [];
		let running = true;
		const writing = (async () => {
			for (let pair = 0; running; pair += 1) {
				await inTransaction(db, async (one) => {
					for (const half of ['left', 'right'])
						await one
							.insertInto('setting')
							.values({ key: `pair ${pair} ${half}`, value: half })
							.execute();
				});
				pairs.push(pair);
				// SQLite answers at once: without this nobody else would have a turn.
				await nextTurn();
			}
		})();
		while (pairs.length < 20) await pause(5);
		const before = pairs.length;
		const file = await council.backedUp().finally(() => (running = false));
		await writing;
		expect(pairs.length).toBeGreaterThan(before);
		expect(await council.restored(file)).toMatchObject({ kind: 'restored' });
		const rows = await council.now().selectFrom('setting').select('key').where('key', 'like', 'pair %').execute();
		const halves = rows.map(({ key }) => Number(key.split(' ')[1]));
		for (const pair of pairs.slice(0, before)) expect(halves).toContain(pair);
		for (const pair of halves) expect(halves.filter((other) => other === pair)).toHaveLength(2);
	}, 30_000);

	it('erases again who was erased since, so that nothing of them comes back', async () => {
		const council = await councilWithBackups(engine);
		const { db, keyring, ledger } = council;
		const [erased, stays] = [await heldPerson(db, keyring, MADE_AT), await heldPerson(db, keyring, MADE_AT)];
		const file = await council.backedUp();
		const went = await eraseYoungPerson(db, keyring, ledger, OPERATOR, erased.id, RESTORED_AT);
		expect(went).toMatchObject({ kind: 'erased' });
		expect(await council.restored(file)).toMatchObject({ kind: 'restored', erasedAgain: 1 });
		const left = await council.now().selectFrom('young_person').select('id').execute();
		expect(left).toEqual([{ id: stays.id }]);
		expect(keyring.has(ownersKey(erased.id))).toBe(false);
		const events = await council.now().selectFrom('audit_event').select('what').orderBy('place', 'desc').execute();
		expect(events.slice(0, 2).map(({ what }) => what)).toEqual(['erasures replayed', 'backup restored']);
	});

	it('stops where the ledger is forgotten, says what it should have, and goes on only when told so', async () => {
		const council = await councilWithBackups(engine);
		const { db, keyring, ledger } = council;
		const erased = await heldPerson(db, keyring, MADE_AT);
		const file = await council.backedUp();
		await eraseYoungPerson(db, keyring, ledger, OPERATOR, erased.id, RESTORED_AT);
		const forgotten = openLedger(join(passingFolder(), 'ledger'), keyring);
		const stops = { kind: 'refused', refusal: 'ledger shortened', ledger: { expected: 1, found: 0 } };
		expect(await council.restored(file, { ledger: forgotten })).toEqual(stops);
		// Of a keyring whose copy is older than the backup, the backup itself tells.
		const later = await backUp({ ...council.at(), db: council.now() }, OPERATOR, RESTORED_AT);
		keyring.destroy('ledger/end');
		expect(await council.restored(later.path ?? '', { ledger: forgotten })).toEqual(stops);
		const restored = await council.restored(later.path ?? '', { ledger: forgotten, isLedgerLost: true });
		expect(restored).toMatchObject({ kind: 'restored' });
		expect(forgotten.read()).toMatchObject({ kind: 'sound', lines: [{ kind: 'lines lost', expected: 1 }, {}] });
		const [event] = await council
			.now()
			.selectFrom('audit_event')
			.select('detail')
			.where('what', '=', 'backup restored')
			.execute();
		expect(JSON.parse(event?.detail ?? '')).toMatchObject({ ledgerHad: 1 });
	});

	it('into a place where nothing was makes a database, and another backup of it is as good', async () => {
		const council = await councilWithBackups(engine);
		const file = await council.backedUp();
		if (engine === 'SQLite') {
			const elsewhere = `file:${join(passingFolder(), 'new', 'earshot.db')}`;
			expect(await council.restored(file, { databaseUrl: elsewhere })).toMatchObject({ kind: 'restored', kept: null });
			const db = openDatabase(elsewhere);
			expect(await db.selectFrom('setting').select('value').where('key', '=', 'a note').execute()).toHaveLength(1);
			await db.destroy();
			return;
		}
		await sql`drop schema public cascade`.execute(council.db);
		await sql`create schema public`.execute(council.db);
		expect(await council.restored(file)).toMatchObject({ kind: 'restored', kept: null });
		expect(await keys(council)).toEqual(['a note']);
		const again = await council.at();
		again.db = council.now();
		const { backUp } = await import('./backups.server.ts');
		const made = await backUp(again, OPERATOR, RESTORED_AT);
		// The schema that was kept aside is in no backup.
		expect(made.kind).toBe('made');
		expect(await council.restored(made.path ?? '')).toMatchObject({ kind: 'restored' });
	});

	it('that cannot say in the ledger that it was leaves what was there', async () => {
		const council = await councilWithBackups(engine);
		const file = await council.backedUp();
		await put(council, 'a later note');
		const ledger = { ...council.ledger, append: () => Promise.reject(new Error('the ledger’s disk is gone')) };
		const identities = [await backupIdentity(council.keyring)];
		await council.db.destroy();
		const at = { keyring: council.keyring, ledger, databaseUrl: council.url, file, identities };
		await expect(restore(at, OPERATOR, RESTORED_AT)).rejects.toThrow('disk is gone');
		const db = openDatabase(council.url);
		expect(await db.selectFrom('setting').select('key').where('key', 'like', 'a %').execute()).toHaveLength(2);
		await db.destroy();
	});

	it('works with an identity from a safe when the keyring’s copy is older than it, and with an empty ledger', async () => {
		const council = await councilWithBackups(engine);
		const file = await council.backedUp();
		const identity = await backupIdentity(council.keyring);
		council.keyring.destroy('backup/identity');
		const ledger = openLedger(join(passingFolder(), 'ledger'), council.keyring);
		expect(await council.restored(file)).toEqual({ kind: 'refused', refusal: 'wrong key' });
		expect(await council.restored(file, { identities: [identity], ledger })).toMatchObject({ kind: 'restored' });
	});
});

describe('a restore of SQLite', () => {
	it('keeps rows that stood only in the log of a server that was killed', async () => {
		const council = await councilWithBackups('SQLite');
		const file = await council.backedUp();
		await put(council, 'a note of the last second');
		const there = join(passingFolder(), 'killed.db');
		for (const rest of ['', '-wal']) copyFileSync(join(council.folder, `earshot.db${rest}`), there + rest);
		const restored = await council.restored(file, { databaseUrl: `file:${there}` });
		const kept = openDatabase(`file:${(restored.kind === 'restored' && restored.kept) || ''}`);
		expect(await kept.selectFrom('setting').select('key').where('key', 'like', 'a %').execute()).toHaveLength(2);
		await kept.destroy();
		expect(existsSync(`${there}-wal`)).toBe(false);
	});

	it('a fault in the last step leaves the database as it was', async () => {
		const council = await councilWithBackups('SQLite');
		const file = await council.backedUp();
		await put(council, 'a later note');
		const at = { keyring: council.keyring, databaseUrl: council.url, file, ledger: council.ledger };
		const identities = [await backupIdentity(council.keyring)];
		await council.db.destroy();
		// The clock is what every step of catching up writes; without one it cannot.
		await expect(restore({ ...at, identities }, OPERATOR, new Date(NaN))).rejects.toThrow();
		const db = openDatabase(council.url);
		expect(await db.selectFrom('setting').select('key').where('key', 'like', 'a %').execute()).toHaveLength(2);
		await db.destroy();
		expect(readdirSync(council.folder).filter((name) => /passing|before/.test(name))).toEqual([]);
	});
});

const hasAge = spawnSync('age', ['--version']).status === 0;
if (!hasAge) console.error('not run: opening a backup with the ordinary age program (it is not installed)');

it.runIf(hasAge)('a backup opens without Earshot, by the ordinary age program and tail', async () => {
	const council = await councilWithBackups('SQLite');
	const file = await council.backedUp();
	const [identity, copy] = [join(council.folder, 'identity'), join(council.folder, 'copy.db')];
	writeFileSync(identity, `# from the safe\n${await backupIdentity(council.keyring)}\n`);
	const opened = spawnSync('/bin/sh', ['-c', `age -d -i '${identity}' '${file}' | tail -n +2 > '${copy}'`]);
	expect(opened.stderr.toString()).toBe('');
	const db = openDatabase(`file:${copy}`);
	expect(await db.selectFrom('setting').select('value').where('key', '=', 'a note').execute()).toEqual([
		{ value: 'Harbour lights' }
	]);
	await db.destroy();
});
