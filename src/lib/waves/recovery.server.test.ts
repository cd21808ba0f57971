import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SignedIn } from '#lib/auth/actor.ts';
import { addStaff } from '#lib/auth/staff/accounts.server.ts';
import { recordedAbout } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { openKeyring, type Keyring } from '#lib/secrets/keyring.server.ts';
import { staffMember } from '../../../tests/accounts.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { again, OPERATOR, TODAY } from '../../../tests/open-wave.ts';
import { inviteYoungPeople } from '../../../tests/waves/opened.ts';
import { openWave } from './opening.server.ts';
import * as recovery from './recovery.server.ts';
import { destroyWaveKeys, recoverWaveKeys } from './wave-keys.server.ts';
import { createWave, type Wave } from './waves.server.ts';

const NOW = new Date('2027-02-01T10:00:00Z');

onEveryEngine('the halves of a recovery copy', (open) => {
	let db: Database;
	let keyring: Keyring;
	let wave: Wave;
	const people: SignedIn[] = [];
	const folder = mkdtempSync(join(tmpdir(), 'earshot-halves-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	beforeAll(async () => {
		({ db } = await open());
		keyring = openKeyring(folder, Buffer.alloc(32, 5));
		people.length = 0;
		for (const name of ['Ann', 'Ben', 'Cat']) people.push(await staffMember(db, ['IRO'], name));
		await inviteYoungPeople(db, 30, TODAY);
		const created = await createWave(db, OPERATOR, { name: 'Spring', opens: TODAY, closes: '2027-04-12' }, TODAY);
		if (created.kind !== 'created') throw new Error(created.kind);
		const holders = await recovery.holdersChosen(db, [idOf('Ann'), idOf('Ben')]);
		const opened = await openWave(db, keyring, OPERATOR, await again(db, created.id), {
			today: TODAY,
			holders,
			now: NOW
		});
		expect(opened).toMatchObject({ kind: 'opened', halves: null });
		wave = await again(db, created.id);
	});

	const personOf = (name: string) => {
		const found = people.find((one) => one.name === name);
		if (!found) throw new Error(name);
		return found;
	};
	const idOf = (name: string) => personOf(name).staffId;

	it('go to two different colleagues only', async () => {
		expect(await recovery.holdersChosen(db, [idOf('Ann'), idOf('Ann')])).toBeNull();
		expect(await recovery.holdersChosen(db, [idOf('Ann'), 'nobody'])).toBeNull();
	});

	it('never go to two colleagues of one name, whose halves nobody could tell apart', async () => {
		const { staffId } = await staffMember(db, ['IRO'], 'Ann');
		expect(await recovery.holdersChosen(db, [idOf('Ann'), staffId])).toBeNull();
		expect(await recovery.holdersChosen(db, [staffId, idOf('Ben')])).toMatchObject([{ name: 'Ann' }, { name: 'Ben' }]);
	});

	it('never go to somebody who has not enrolled, and so could never fetch theirs', async () => {
		const given = { email: 'dee@council.example', name: 'Dee', roles: ['IRO'] };
		const added = await addStaff(db, OPERATOR, given, NOW);
		if (added.kind !== 'added') throw new Error(added.kind);
		expect(await recovery.holdersChosen(db, [added.id, idOf('Ben')])).toBeNull();
	});

	it('are handed to a colleague with all that goes with them, but never to who holds the other', async () => {
		const handOver = (from: string, to: string) =>
			inTransaction(db, (writing) =>
				recovery.handOverHalves(writing, OPERATOR, { from: idOf(from), to: { id: idOf(to), name: to } }, NOW)
			);
		expect(await handOver('Ann', 'Ben')).toEqual({ handedOver: 0, left: 1 });
		expect(await handOver('Ann', 'Cat')).toEqual({ handedOver: 1, left: 0 });
		expect(await recovery.halvesHeldBy(db, keyring, personOf('Ann'))).toEqual([]);
		expect(await recovery.halvesStillHeld(db, idOf('Ann'))).toBe(0);
		expect(await recovery.halvesStillHeld(db, idOf('Cat'))).toBe(1);
	});

	it('are fetched once, each by its own holder, and bring the key back together', async () => {
		expect(await recovery.fetchMyHalf(db, keyring, personOf('Ann'), wave.id, NOW)).toBeNull();
		expect(await recovery.halvesHeldBy(db, keyring, personOf('Cat'))).toMatchObject([{ waits: true, needed: true }]);
		const first = await recovery.fetchMyHalf(db, keyring, personOf('Cat'), wave.id, NOW);
		const second = await recovery.fetchMyHalf(db, keyring, personOf('Ben'), wave.id, NOW);
		expect(await recovery.fetchMyHalf(db, keyring, personOf('Cat'), wave.id, NOW)).toBeNull();
		expect(await recovery.halvesHeldBy(db, keyring, personOf('Cat'))).toMatchObject([{ waits: false }]);
		destroyWaveKeys(keyring, wave.id);
		expect(await recoverWaveKeys(keyring, wave.id, wave.test_seal ?? '', [first ?? '', second ?? ''])).toBe(
			'recovered'
		);
	});

	it('are said to be destroyed by their own holder or the operator, and by nobody else', async () => {
		const officer: SignedIn = { staffId: 'o', name: 'Olu', tenant: 'council', roles: ['participation officer'] };
		expect(await recovery.noteHalfDestroyed(db, officer, wave.id, 'Ben', NOW)).toBe(false);
		expect(await recovery.noteHalfDestroyed(db, personOf('Cat'), wave.id, 'Ben', NOW)).toBe(false);
		expect(await recovery.noteHalfDestroyed(db, personOf('Ben'), wave.id, 'Ben', NOW)).toBe(true);
		expect(await recovery.noteHalfDestroyed(db, OPERATOR, wave.id, 'Cat', NOW)).toBe(true);
		expect(await recovery.halvesHeldBy(db, keyring, personOf('Ben'))).toMatchObject([{ destroyed: true }]);
	});

	it('leave a line in the record each time', async () => {
		const { length } = await recordedAbout(db, 'council', { kind: 'wave', id: wave.id });
		expect(length).toBe(6);
	});

	it('that nobody fetched go with the key of the wave', async () => {
		const drafted = await createWave(db, OPERATOR, { name: 'Next', opens: TODAY, closes: '2027-04-12' }, TODAY);
		if (drafted.kind !== 'created') throw new Error(drafted.kind);
		await db.updateTable('wave').set({ status: 'closed' }).where('id', '=', wave.id).execute();
		const holders = await recovery.holdersChosen(db, [idOf('Ann'), idOf('Ben')]);
		await openWave(db, keyring, OPERATOR, await again(db, drafted.id), { today: TODAY, holders, now: NOW });
		expect(keyring.list('half')).toHaveLength(2);
		destroyWaveKeys(keyring, drafted.id);
		expect(keyring.list('half')).toEqual([]);
	});
});
