import { beforeAll, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { boxSize } from '#lib/responses/box.server.ts';
import type { Code } from '#lib/secrets/code.ts';
import { engineOf } from '#lib/database/dialect.server.ts';
import { recordedAbout } from '#lib/audit/record.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { shuffled } from '#lib/secrets/shuffle.server.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import {
	again,
	answered,
	beforeTransactions,
	NOW,
	openWaveOf,
	OPERATOR,
	passingKeyring,
	send,
	visitOf
} from '../../../tests/open-wave.ts';
import { closeWave } from './closing.server.ts';
import { destroyWaveKeys, recoverWaveKeys, recoveryHalves, waveKeys } from './wave-keys.server.ts';
import type { Wave } from './waves.server.ts';

const backedUp = { backUp: async () => undefined, now: NOW };
const stop = () => expect.fail('power cut');

onEveryEngine('closing a wave', (open) => {
	let db: Database;
	beforeAll(async () => ({ db } = await open()));

	/** A wave with six codes of which four have answered, two of them alike; one has a draft. */
	async function fullBox() {
		const keyring = passingKeyring();
		const { wave, codes } = await openWaveOf(db, keyring, 6);
		const answers = ['a', 'a', 'b', 'c'];
		const order = shuffled(codes);
		for (const [place, answer] of answers.entries()) {
			await send(db, keyring, { wave, code: order[place] as Code }, { q2: ['x', 'y'], q1: answer });
		}
		await answered(db, visitOf(wave, order[4] as Code), { q1: 'never sent' });
		return { keyring, wave, codes, answers };
	}

	async function left(waveId: string) {
		const of = (table: 'ballot' | 'draft') => db.selectFrom(table).selectAll().where('wave_id', '=', waveId).execute();
		const codes = await db.selectFrom('survey_code').selectAll().where('wave_id', '=', waveId).execute();
		const spent = codes.filter(({ spent_by }) => spent_by !== null).length;
		return { ballots: (await of('ballot')).length, drafts: (await of('draft')).length, codes: codes.length, spent };
	}

	async function counted(waveId: string): Promise<string[]> {
		const rows = await db.selectFrom('response').selectAll().where('wave_id', '=', waveId).execute();
		expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
		expect(rows.every(({ version }) => version === '11-17')).toBe(true);
		return rows.map(({ answers }) => answers).sort();
	}

	const asCounted = (answers: readonly string[]) =>
		answers.map((answer) => JSON.stringify({ q1: answer, q2: ['x', 'y'] })).sort();

	async function expectClosed(keyring: Keyring, wave: Wave, answers: readonly string[]) {
		expect((await again(db, wave.id)).status).toBe('closed');
		expect(await counted(wave.id)).toEqual(asCounted(answers));
		expect(await left(wave.id)).toEqual({ ballots: 0, drafts: 0, codes: 6, spent: 0 });
		expect(waveKeys(keyring, wave.id)).toBeNull();
		expect(keyring.list('wave')).toEqual([]);
		expect(await recordedClosings(wave)).toEqual([{ wave: wave.name, 'to be counted': true }]);
	}

	/** What the record says about closing a wave, newest first. */
	const recordedClosings = async ({ id }: Wave) => {
		const events = await recordedAbout(db, 'council', { kind: 'wave', id });
		return events.filter(({ what }) => what === 'wave closed').map(({ detail }) => detail);
	};

	it('counts every ballot once and leaves nothing of the box, the drafts, the marks and the key', async () => {
		const { keyring, wave, answers } = await fullBox();
		expect(await boxSize(db, wave.id)).toBe(4);
		const told: [string, number, number][] = [];
		let atBackup: unknown;
		const closed = await closeWave(db, keyring, OPERATOR, wave, {
			...backedUp,
			backUp: async () => {
				atBackup = { responses: (await counted(wave.id)).length, key: waveKeys(keyring, wave.id) !== null };
			},
			progress: (...step) => told.push(step)
		});
		expect(closed).toEqual({ kind: 'closed' });
		expect(atBackup).toEqual({ responses: 4, key: true });
		expect(told).toContainEqual(['Counting the box', 100, 100]);
		await expectClosed(keyring, wave, answers);
		expect(await closeWave(db, keyring, OPERATOR, await again(db, wave.id), backedUp)).toEqual({ kind: 'not open' });
	});

	it('leaves the codes in the order of their selectors on the disk, so that none tells who answered', async () => {
		const { keyring, wave } = await fullBox();
		await closeWave(db, keyring, OPERATOR, wave, backedUp);
		const place = engineOf(db) === 'postgres' ? sql`ctid` : sql`selector`;
		const codes = await db
			.selectFrom('survey_code')
			.select('selector')
			.where('wave_id', '=', wave.id)
			.orderBy(place)
			.execute();
		const found = codes.map(({ selector }) => selector);
		expect(found).toEqual([...found].sort());
	});

	it.each([
		['while the box is counted', { ...backedUp, progress: (step: string) => step.startsWith('Counting') && stop() }],
		['before the backup', { ...backedUp, progress: (step: string) => step.startsWith('Backing') && stop() }],
		['when the backup fails', { ...backedUp, backUp: async () => stop() }],
		[
			'after the backup',
			{ ...backedUp, progress: (step: string, done: number) => step.startsWith('Backing') && done === 1 && stop() }
		]
	])('is taken up again when it was cut off %s', async (_, closing) => {
		const { keyring, wave, answers } = await fullBox();
		await expect(closeWave(db, keyring, OPERATOR, wave, closing)).rejects.toThrow('power cut');
		expect(waveKeys(keyring, wave.id)).not.toBeNull();
		expect(await closeWave(db, keyring, OPERATOR, await again(db, wave.id), backedUp)).toEqual({ kind: 'closed' });
		await expectClosed(keyring, wave, answers);
	});

	it('is taken up again when it was cut off between destroying the key and emptying the box', async () => {
		const { keyring, wave, answers } = await fullBox();
		// The transactions of a close: no more ballots, the count, the emptying.
		let transactions = 0;
		const cutOff = beforeTransactions(db, async () => {
			if ((transactions += 1) === 3) stop();
		});
		await expect(closeWave(cutOff, keyring, OPERATOR, wave, backedUp)).rejects.toThrow('power cut');
		expect(waveKeys(keyring, wave.id)).toBeNull();
		expect(await left(wave.id)).toMatchObject({ ballots: 4, spent: 4 });
		expect(await closeWave(db, keyring, OPERATOR, await again(db, wave.id), backedUp)).toEqual({ kind: 'closed' });
		await expectClosed(keyring, wave, answers);
	});

	it('is done once when two start it at the same moment', async () => {
		const { keyring, wave, answers } = await fullBox();
		const both = await Promise.allSettled([1, 2].map(() => closeWave(db, keyring, OPERATOR, wave, backedUp)));
		expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		await expectClosed(keyring, wave, answers);
	});

	it('takes ballots that come at the same moment whole or not at all', async () => {
		const { keyring, wave, codes, answers } = await fullBox();
		const free = await db
			.selectFrom('survey_code')
			.select('selector')
			.where('wave_id', '=', wave.id)
			.where('spent_by', 'is', null)
			.execute();
		const late = codes.filter(({ selector }) => free.some((one) => one.selector === selector));
		const sending = late.map((code) => send(db, keyring, { wave, code }, { q1: 'late', q2: ['x', 'y'] }));
		const [closed, ...sent] = await Promise.all([closeWave(db, keyring, OPERATOR, wave, backedUp), ...sending]);
		expect(closed).toEqual({ kind: 'closed' });
		const taken = sent.filter(({ kind }) => kind === 'in').map(() => 'late');
		await expectClosed(keyring, wave, [...answers, ...taken]);
	});

	it('stops at a ballot that was tampered with and changes nothing', async () => {
		const { keyring, wave } = await fullBox();
		const one = await db.selectFrom('ballot').selectAll().where('wave_id', '=', wave.id).executeTakeFirstOrThrow();
		const bytes = Buffer.from(one.sealed, 'base64');
		bytes[100] = (bytes[100] ?? 0) ^ 1;
		await db
			.updateTable('ballot')
			.set({ sealed: bytes.toString('base64') })
			.where('id', '=', one.id)
			.execute();
		expect(await closeWave(db, keyring, OPERATOR, wave, backedUp)).toEqual({ kind: 'box is damaged' });
		expect(await counted(wave.id)).toEqual([]);
		expect(await left(wave.id)).toMatchObject({ ballots: 4, spent: 4 });
		expect(waveKeys(keyring, wave.id)).not.toBeNull();

		const rest = { ...backedUp, leaveOutDamaged: true };
		expect(await closeWave(db, keyring, OPERATOR, await again(db, wave.id), rest)).toEqual({ kind: 'closed' });
		expect(await counted(wave.id)).toHaveLength(3);
		expect((await again(db, wave.id)).left_out).toBe(1);
	});

	it('stops when the box holds another number than codes were spent, and changes nothing', async () => {
		const { keyring, wave } = await fullBox();
		const one = await db.selectFrom('ballot').select('id').where('wave_id', '=', wave.id).executeTakeFirstOrThrow();
		await db.deleteFrom('ballot').where('id', '=', one.id).execute();
		expect(await closeWave(db, keyring, OPERATOR, wave, backedUp)).toEqual({ kind: 'box is damaged' });
		expect(await counted(wave.id)).toEqual([]);
		expect(waveKeys(keyring, wave.id)).not.toBeNull();
	});

	it('refuses without the key, and counts once both halves have brought it back', async () => {
		const { keyring, wave, answers } = await fullBox();
		const halves = recoveryHalves(keyring, wave.id);
		destroyWaveKeys(keyring, wave.id);
		expect(await closeWave(db, keyring, OPERATOR, wave, backedUp)).toEqual({ kind: 'key is lost' });
		expect((await again(db, wave.id)).status).toBe('open');
		expect(await recoverWaveKeys(keyring, wave.id, wave.test_seal ?? '', halves)).toBe('recovered');
		expect(await closeWave(db, keyring, OPERATOR, wave, backedUp)).toEqual({ kind: 'closed' });
		await expectClosed(keyring, wave, answers);
	});

	it('gives the answers up only when told to and the key is lost', async () => {
		const { keyring, wave } = await fullBox();
		destroyWaveKeys(keyring, wave.id);
		const closed = await closeWave(db, keyring, OPERATOR, wave, { ...backedUp, withoutCounting: true });
		expect(closed).toEqual({ kind: 'could not be counted' });
		expect((await again(db, wave.id)).status).toBe('could not be counted');
		expect(await counted(wave.id)).toEqual([]);
		expect(await left(wave.id)).toEqual({ ballots: 0, drafts: 0, codes: 6, spent: 0 });
		expect(await recordedClosings(wave)).toEqual([{ wave: wave.name, 'to be counted': false }]);
	});

	it('counts although told to give up, when the key is there', async () => {
		const { keyring, wave, answers } = await fullBox();
		const closed = await closeWave(db, keyring, OPERATOR, wave, { ...backedUp, withoutCounting: true });
		expect(closed).toEqual({ kind: 'closed' });
		await expectClosed(keyring, wave, answers);
	});

	it('is only for those who run waves', async () => {
		const { keyring, wave } = await fullBox();
		const other = {
			staffId: 's',
			name: 'Sam',
			tenant: 'council',
			roles: ['committee member', 'administrator']
		} as const;
		expect(await closeWave(db, keyring, other, wave, backedUp)).toEqual({ kind: 'not allowed' });
		expect(await left(wave.id)).toMatchObject({ ballots: 4 });
		await db.updateTable('wave').set({ status: 'drafted' }).where('id', '=', wave.id).execute();
		expect(await closeWave(db, keyring, OPERATOR, await again(db, wave.id), backedUp)).toEqual({ kind: 'not open' });
	});
});
