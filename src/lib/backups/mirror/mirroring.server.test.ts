import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLedger } from '#lib/audit/ledger.server.ts';
import { THE_SERVER } from '#lib/auth/actor.ts';
import { eraseYoungPerson } from '#lib/data-rights/erasures.server.ts';
import { openKeyring } from '#lib/secrets/keyring.server.ts';
import { ownersKey } from '#lib/secrets/records.server.ts';
import { councilWithBackups, MADE_AT, RESTORED_AT, type BackedUpCouncil } from '../../../../tests/backups/council.ts';
import { heldPerson } from '../../../../tests/data/held-person.ts';
import { OPERATOR, passingFolder } from '../../../../tests/open-wave.ts';
import { backUp, backUpDaily } from '../backups.server.ts';
import { mirrorHealth } from './health.server.ts';
import { keysIn, mirror, partsOf } from './mirroring.server.ts';

const later = (minutes: number) => new Date(MADE_AT.getTime() + minutes * 60_000);

async function copied(): Promise<{ council: BackedUpCouncil; copy: string }> {
	const council = await councilWithBackups('SQLite');
	const copy = join(passingFolder(), 'another disk');
	council.copiesTo(copy);
	return { council, copy };
}
const masterOf = ({ settings }: BackedUpCouncil) => Buffer.from(settings['EARSHOT_MASTER_KEY'] ?? '', 'base64');
const keyringIn = (council: BackedUpCouncil, copy: string) => openKeyring(partsOf(copy).keyring, masterOf(council));

it('holds every key but those of a survey under way, and the whole ledger, each byte for byte', async () => {
	const { council, copy } = await copied();
	const { keyring, settings, ledger } = council;
	const person = await heldPerson(council.db, keyring, MADE_AT);
	for (const name of ['wave/a', 'half/a-1', 'intake/2027-03-01', 'demonstration/x'])
		keyring.put(name, Buffer.alloc(32));
	await ledger.append({ kind: 'row erased', table: 'concern', id: 'gone' }, MADE_AT);
	await mirror(council.at(), MADE_AT);
	const parts = partsOf(copy);
	expect(readdirSync(parts.keyring).filter((kind) => /wave|half|intake|demonstration/.test(kind))).toEqual([]);
	expect(keysIn(parts.keyring)).toContain(ownersKey(person.id));
	const live = settings['EARSHOT_KEYRING'] ?? '';
	for (const name of keysIn(live))
		expect(readFileSync(join(parts.keyring, `${name}.key`))).toEqual(readFileSync(join(live, `${name}.key`)));
	expect(readFileSync(parts.ledger)).toEqual(readFileSync(join(settings['EARSHOT_LEDGER'] ?? '', 'ledger.jsonl')));
	expect(keyringIn(council, copy).get(ownersKey(person.id))).toEqual(keyring.get(ownersKey(person.id)));
});

it('may be made by the server and by hand at once while the ledger grows', async () => {
	const { council, copy } = await copied();
	const line = (id: number) => council.ledger.append({ kind: 'row erased', table: 'concern', id: String(id) }, MADE_AT);
	const growing = (async () => {
		for (let id = 0; id < 60; id += 1) await line(id);
	})();
	for (let round = 0; round < 5; round += 1) await Promise.all([1, 2, 3].map(() => mirror(council.at(), later(round))));
	await growing;
	await mirror(council.at(), later(10));
	const live = readFileSync(join(council.settings['EARSHOT_LEDGER'] ?? '', 'ledger.jsonl'));
	expect(readFileSync(partsOf(copy).ledger)).toEqual(live);
});

it('lets go of the key of who was erased, keeps one that was only lost, and is never emptied by an empty keyring', async () => {
	const { council, copy } = await copied();
	const { db, keyring, ledger, settings } = council;
	const [erased, lost] = [await heldPerson(db, keyring, MADE_AT), await heldPerson(db, keyring, MADE_AT)];
	keyring.getOrDraw('tenant/council-2');
	await mirror(council.at(), MADE_AT);
	expect(await eraseYoungPerson(db, keyring, ledger, OPERATOR, erased.id, MADE_AT)).toMatchObject({ kind: 'erased' });
	keyring.destroy('tenant/council');
	keyring.destroy(ownersKey(lost.id));
	await mirror(council.at(), later(10));
	const kept = keyringIn(council, copy);
	expect([ownersKey(erased.id), 'tenant/council', ownersKey(lost.id)].map(kept.has)).toEqual([false, false, true]);
	const found = mirrorHealth(council.at().configuration, later(11));
	expect(found[1]).toMatchObject({ state: 'wrong', words: /^1 of its keys/ });

	const before = keysIn(partsOf(copy).keyring);
	rmSync(settings['EARSHOT_KEYRING'] ?? '', { recursive: true });
	mkdirSync(settings['EARSHOT_KEYRING'] ?? '');
	await expect(mirror(council.at(), later(20))).rejects.toThrow('the keyring is missing');
	expect(keysIn(partsOf(copy).keyring)).toEqual(before);
});

it('does not put damage in the place of what is good: a key that does not open, a ledger cut short, another council’s', async () => {
	const { council, copy } = await copied();
	const { keyring, settings } = council;
	keyring.getOrDraw('cookie/one');
	await council.ledger.append({ kind: 'row erased', table: 'concern', id: 'gone' }, MADE_AT);
	await mirror(council.at(), MADE_AT);
	writeFileSync(join(settings['EARSHOT_KEYRING'] ?? '', 'cookie/one.key'), Buffer.alloc(60));
	keyring.getOrDraw('cookie/two');
	await expect(mirror(council.at(), later(10))).rejects.toThrow('cookie/one');
	expect(keyringIn(council, copy).has('cookie/two')).toBe(true);
	expect(keyringIn(council, copy).get('cookie/one')).not.toBeNull();
	rmSync(join(settings['EARSHOT_KEYRING'] ?? '', 'cookie/one.key'));
	const whole = readFileSync(partsOf(copy).ledger);
	truncateSync(join(settings['EARSHOT_LEDGER'] ?? '', 'ledger.jsonl'), 0);
	await expect(mirror(council.at(), later(20))).rejects.toThrow('does not go on from its copy');
	expect(readFileSync(partsOf(copy).ledger)).toEqual(whole);
	const other = await councilWithBackups('SQLite');
	other.copiesTo(copy);
	await expect(mirror(other.at(), later(30))).rejects.toThrow('another keyring');
});

it('a backup is none while its keys cannot be copied, and is not written again each hour until they can', async () => {
	const { council } = await copied();
	const blocked = join(council.folder, 'a file');
	writeFileSync(blocked, '');
	council.copiesTo(join(blocked, 'inside'));
	const backups = join(council.folder, 'backups');
	await expect(backUpDaily(council.at(), MADE_AT)).rejects.toThrow('keyring and ledger could not be copied');
	await expect(backUpDaily(council.at(), later(60))).rejects.toThrow('keyring and ledger could not be copied');
	expect(readdirSync(backups)).toHaveLength(1);
	const runs = () => council.db.selectFrom('backup_run').select('state').orderBy('at').execute();
	expect((await runs()).map(({ state }) => state)).toEqual(['failed', 'failed']);
	rmSync(blocked);
	await backUpDaily(council.at(), later(120));
	expect((await runs()).map(({ state }) => state)).toEqual(['failed', 'failed', 'good']);
});

it('what was lost with the disk comes back from yesterday’s backup and the copy, whoever was added since the last by hand', async () => {
	const { council, copy } = await copied();
	const early = await heldPerson(council.db, council.keyring, MADE_AT);
	const byHand = join(passingFolder(), 'by hand');
	cpSync(council.settings['EARSHOT_KEYRING'] ?? '', byHand, { recursive: true });
	const late = await heldPerson(council.db, council.keyring, MADE_AT);
	const made = await backUp(council.at(), THE_SERVER, MADE_AT);
	if (made.kind === 'failed') throw new Error(made.because);
	const databaseUrl = `file:${join(passingFolder(), 'new', 'earshot.db')}`;
	const old = openKeyring(byHand, masterOf(council));
	const emptyLedger = openLedger(passingFolder(), old);
	const withOld = { databaseUrl, keyring: old, ledger: emptyLedger };
	expect(await council.restored(made.path, withOld)).toEqual({ kind: 'refused', refusal: 'keys missing', many: 1 });
	expect(existsSync(databaseUrl.slice('file:'.length))).toBe(false);
	const keyring = keyringIn(council, copy);
	const ledger = openLedger(join(copy, 'ledger'), keyring);
	expect(await council.restored(made.path, { databaseUrl, keyring, ledger })).toMatchObject({
		kind: 'restored',
		unreadable: 0
	});
	expect([early, late].map(({ id }) => keyring.has(ownersKey(id)))).toEqual([true, true]);
	// Whoever has no better copy may go on, and is told what it costs.
	expect(await council.restored(made.path, { ...withOld, withoutKeys: true })).toMatchObject({ unreadable: 1 });
	// Erased since: no key is needed, and nobody is stopped.
	await ledger.append({ kind: 'erased', youngPersonId: late.id }, RESTORED_AT);
	expect(await council.restored(made.path, { databaseUrl, keyring, ledger })).toMatchObject({ unreadable: 0 });
});

it('the doctor says that none is made, that it is old, what it lacks, and that it lies on the same disk', async () => {
	const { council } = await copied();
	const { configuration } = council.at();
	expect(mirrorHealth({ ...configuration, copy: null }, MADE_AT)).toMatchObject([
		{ state: 'warning', words: /by hand/ }
	]);
	expect(mirrorHealth(configuration, MADE_AT)).toMatchObject([{ state: 'wrong' }]);
	await mirror(council.at(), MADE_AT);
	const states = (minutes: number) => mirrorHealth(configuration, later(minutes)).map(({ state }) => state);
	expect([states(1)[0], states(31)[0], states(24 * 60)[0]]).toEqual(['good', 'warning', 'wrong']);
	expect(mirrorHealth(configuration, later(1))[2]).toMatchObject({ state: 'warning', words: /same disk/ });
	council.keyring.put('cookie/late', Buffer.alloc(32));
	expect(mirrorHealth(configuration, later(1))[1]).toMatchObject({ state: 'warning', words: /^It lacks 1 of/ });
});
