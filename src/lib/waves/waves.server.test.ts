import { beforeEach, expect, it } from 'vitest';
import { recordedAbout } from '#lib/audit/record.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import {
	again,
	beforeTransactions,
	NOW,
	OPERATOR,
	passingFolder,
	passingKeyring,
	TODAY
} from '../../../tests/open-wave.ts';
import { inviteYoungPeople } from '../../../tests/waves/opened.ts';
import { closeWave } from './closing.server.ts';
import { canBeCounted, destroyWaveKeys, recoverWaveKeys, recoveryHalves, waveKeys } from './wave-keys.server.ts';
import { openWave } from './opening.server.ts';
import { halvesOf, noteHalfDestroyed } from './recovery.server.ts';
import { createWave, findWave, listWaves, moveClosingDay, versionsOf } from './waves.server.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openKeyring } from '#lib/secrets/keyring.server.ts';

const COMMITTEE = { staffId: 's', name: 'Sam', tenant: 'council', roles: ['committee member', 'IRO'] } as const;
const dates = { opens: '2027-02-01', closes: '2027-04-12' };

onEveryEngine('a wave', (open) => {
	let db: Database;
	let keyring: Keyring;
	let opened: Awaited<ReturnType<typeof open>> | undefined;
	beforeEach(async () => {
		opened ??= await open();
		db = opened.db;
		for (const table of ['recovery_half', 'invitation', 'wave_version', 'survey_code', 'wave', 'young_person'] as const)
			await db.deleteFrom(table).execute();
		keyring = passingKeyring();
	});

	async function drafted(name = 'Spring 2027') {
		const created = await createWave(db, OPERATOR, { name, ...dates }, TODAY);
		if (created.kind !== 'created') throw new Error(created.kind);
		return again(db, created.id);
	}
	const opening = { today: TODAY, holders: null, now: NOW };

	it('is drafted with a name and two days, and found by name and id', async () => {
		const wave = await drafted();
		expect(wave).toMatchObject({ name: 'Spring 2027', status: 'drafted', public_key: null, ...dates });
		expect(await findWave(db, 'Spring 2027')).toEqual(wave);
		expect(await findWave(db, wave.id)).toEqual(wave);
		expect(await findWave(db, 'Autumn')).toBeNull();
		expect(await listWaves(db, OPERATOR)).toEqual([wave]);
		expect(await listWaves(db, COMMITTEE)).toEqual([]);
	});

	it('is refused with a word for each fault', async () => {
		const wrong = async (given: { name: string; opens: string; closes: string }) => {
			const created = await createWave(db, OPERATOR, given, TODAY);
			return created.kind === 'wrong' ? created.reasons.join(' ') : created.kind;
		};
		expect(await wrong({ name: '  ', ...dates })).toContain('name');
		expect(await wrong({ name: 'A', opens: '1 March', closes: '2027-02-30' })).toMatch(/opening day.*closing day/);
		expect(await wrong({ name: 'A', opens: dates.closes, closes: dates.closes })).toContain('after the opening day');
		await drafted('Taken');
		expect(await wrong({ name: ' Taken ', ...dates })).toContain('already');
		expect(await createWave(db, COMMITTEE, { name: 'B', ...dates }, TODAY)).toEqual({ kind: 'not allowed' });
		expect(await listWaves(db, OPERATOR)).toHaveLength(1);
	});

	it('opens with everybody of that day frozen, and with a key that opens its seal', async () => {
		await inviteYoungPeople(db, 30, TODAY);
		const wave = await drafted();
		const result = await openWave(db, keyring, OPERATOR, wave, opening);
		const versions = [{ version: '11-17', edition: '11-17/1', eligible: 30 }];
		expect(result).toEqual({ kind: 'opened', versions, halves: null });
		await inviteYoungPeople(db, 5, TODAY);
		expect(await versionsOf(db, wave.id)).toEqual(versions);
		const invited = await db.selectFrom('invitation').selectAll().where('wave_id', '=', wave.id).execute();
		expect(invited.map(({ version, issued }) => `${version} ${issued}`)).toEqual(Array(30).fill('11-17 0'));
		const now = await again(db, wave.id);
		expect(now).toMatchObject({ status: 'open', opens: TODAY, closes: dates.closes });
		expect(await canBeCounted(keyring, wave.id, now.test_seal ?? '')).toBe(true);
		const recorded = await recordedAbout(db, 'council', { kind: 'wave', id: wave.id });
		expect(recorded).toMatchObject([{ what: 'wave opened', at: NOW.toISOString(), detail: { wave: wave.name } }]);
		const keys = waveKeys(keyring, wave.id);
		const stored = JSON.stringify(await db.selectFrom('wave').selectAll().execute());
		for (const form of ['base64url', 'base64', 'hex'] as const) {
			expect(stored).not.toContain(keys?.privateKey.toString(form));
			expect(stored).not.toContain(keys?.secret.toString(form));
		}
	});

	it('does not open for fewer than 25, nor while another is open, nor for somebody else', async () => {
		await inviteYoungPeople(db, 24, TODAY);
		const wave = await drafted();
		expect(await openWave(db, keyring, COMMITTEE, wave, opening)).toEqual({ kind: 'not allowed' });
		expect(await openWave(db, keyring, OPERATOR, wave, opening)).toEqual({ kind: 'too few', eligible: 24 });
		const late = { ...opening, today: dates.closes };
		expect(await openWave(db, keyring, OPERATOR, wave, late)).toEqual({
			kind: 'closing day is past',
			closes: dates.closes
		});
		expect((await again(db, wave.id)).status).toBe('drafted');
		await inviteYoungPeople(db, 1, TODAY);
		expect((await openWave(db, keyring, OPERATOR, wave, opening)).kind).toBe('opened');
		const second = await drafted('Summer 2027');
		for (const status of ['open', 'closing', 'counted']) {
			await db.updateTable('wave').set({ status }).where('id', '=', wave.id).execute();
			const refused = await openWave(db, keyring, OPERATOR, second, opening);
			expect(refused).toEqual({ kind: 'another is open', name: 'Spring 2027' });
		}
		expect(keyring.list('wave')).toHaveLength(1);
	});

	it('opens once when two people tap at the same moment, with the key that fits', async () => {
		await inviteYoungPeople(db, 25, TODAY);
		const wave = await drafted();
		// Both have passed every check before either writes.
		let arrived = 0;
		let bothAreThere: () => void = () => undefined;
		const meet = new Promise<void>((resolve) => (bothAreThere = resolve));
		const meeting = beforeTransactions(db, async () => {
			if ((arrived += 1) === 2) bothAreThere();
			await meet;
		});
		const holders = [
			{ name: 'Ann', staffId: null },
			{ name: 'Ben', staffId: null }
		] as const;
		const both = await Promise.all(
			[1, 2].map(() => openWave(meeting, keyring, OPERATOR, wave, { today: TODAY, holders, now: NOW }))
		);
		expect(both.map(({ kind }) => kind).sort()).toEqual(['not drafted', 'opened']);
		const { test_seal } = await again(db, wave.id);
		expect(await canBeCounted(keyring, wave.id, test_seal ?? '')).toBe(true);
		const halves = both.flatMap((one) => (one.kind === 'opened' && one.halves ? [one.halves] : []))[0];
		destroyWaveKeys(keyring, wave.id);
		expect(await recoverWaveKeys(keyring, wave.id, test_seal ?? '', halves ?? ['', ''])).toBe('recovered');
	});

	it('opens after an opening that was cut off and left a key', async () => {
		await inviteYoungPeople(db, 25, TODAY);
		const wave = await drafted();
		keyring.put(`wave/${wave.id}`, Buffer.alloc(64));
		expect((await openWave(db, keyring, OPERATOR, wave, opening)).kind).toBe('opened');
		expect(await canBeCounted(keyring, wave.id, (await again(db, wave.id)).test_seal ?? '')).toBe(true);
	});

	it('notes who holds halves and who says theirs is destroyed', async () => {
		await inviteYoungPeople(db, 25, TODAY);
		const wave = await drafted();
		const result = await openWave(db, keyring, OPERATOR, wave, {
			today: TODAY,
			now: NOW,
			holders: [
				{ name: 'Ann', staffId: null },
				{ name: 'Ben', staffId: null }
			]
		});
		expect(result).toMatchObject({ kind: 'opened', halves: [expect.any(String), expect.any(String)] });
		expect(await noteHalfDestroyed(db, OPERATOR, wave.id, 'Cat', new Date())).toBe(false);
		expect(await noteHalfDestroyed(db, COMMITTEE, wave.id, 'Ann', new Date())).toBe(false);
		expect(await noteHalfDestroyed(db, OPERATOR, wave.id, 'Ann', new Date())).toBe(true);
		expect(await halvesOf(db, wave.id)).toEqual([
			{ holder: 'Ann', destroyed: true, staffId: null },
			{ holder: 'Ben', destroyed: false, staffId: null }
		]);
		const stored = JSON.stringify(await db.selectFrom('recovery_half').selectAll().execute());
		if (result.kind === 'opened') for (const half of result.halves ?? []) expect(stored).not.toContain(half);
	});

	it('moves its closing day and nothing else, while it is open', async () => {
		await inviteYoungPeople(db, 25, TODAY);
		const wave = await drafted();
		expect(await moveClosingDay(db, OPERATOR, wave.id, '2027-05-01')).toBe(false);
		await openWave(db, keyring, OPERATOR, wave, opening);
		const before = await again(db, wave.id);
		for (const wrong of ['soon', '2027-13-01', TODAY, '2027-02-28'])
			expect(await moveClosingDay(db, OPERATOR, wave.id, wrong)).toBe(false);
		expect(await moveClosingDay(db, COMMITTEE, wave.id, '2027-05-01')).toBe(false);
		expect(await moveClosingDay(db, OPERATOR, wave.id, '2027-05-01')).toBe(true);
		expect(await again(db, wave.id)).toEqual({ ...before, closes: '2027-05-01' });
		await closeWave(db, keyring, OPERATOR, before, { backUp: async () => undefined, now: NOW });
		expect(await moveClosingDay(db, OPERATOR, wave.id, '2027-06-01')).toBe(false);
	});
});

onEveryEngine('the recovery copy', (open) => {
	it('gives a key back to this wave alone, from both halves alone, and over a damaged file', async () => {
		const { db } = await open();
		await inviteYoungPeople(db, 25, TODAY);
		const folder = passingFolder();
		const keyring = openKeyring(folder, Buffer.alloc(32, 4));
		const created = await createWave(db, OPERATOR, { name: 'Spring', ...dates }, TODAY);
		const drafted = await again(db, created.kind === 'created' ? created.id : '');
		await openWave(db, keyring, OPERATOR, drafted, { today: TODAY, holders: null, now: NOW });
		const { id, test_seal } = await again(db, drafted.id);
		const [one, other] = recoveryHalves(keyring, id);
		const strange = recoveryHalves(keyring, id);
		const recover = (...halves: [string, string]) => recoverWaveKeys(keyring, id, test_seal ?? '', halves);
		expect(await recover(one, other)).toBe('there already');
		const key = waveKeys(keyring, id);
		destroyWaveKeys(keyring, id);
		for (const wrong of [
			[one, one],
			[one, strange[1]],
			['', ''],
			[one, other.slice(2)],
			['what?', 'no']
		] as [string, string][]) {
			expect(await recover(...wrong)).toBe('these halves do not belong to this wave');
			expect(waveKeys(keyring, id)).toBeNull();
		}
		expect(await recover(` ${other}\n`, one)).toBe('recovered');
		expect(waveKeys(keyring, id)).toEqual(key);
		writeFileSync(join(folder, `wave/${id}.key`), 'damaged');
		expect(await recover(one, strange[0])).toBe('these halves do not belong to this wave');
		expect(await recover(one, other)).toBe('recovered');
		expect(waveKeys(keyring, id)).toEqual(key);
	});
});
