import { randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { fillSealedColumns, openEverything, type Filled } from '../../../../tests/data/sealed-rows.ts';
import { staffMember } from '../../../../tests/accounts.ts';
import { OPERATOR, passingKeyring } from '../../../../tests/open-wave.ts';
import { SEALED_COLUMNS } from '../columns.ts';
import { seal } from '../envelope.ts';
import type { Keyring } from '../keyring.server.ts';
import { COUNCIL_KEY, ownersKey, sealRecord, tenantKeyVersions } from '../records.server.ts';
import { destroyOldKeys } from './old-keys.server.ts';
import { rotateKeys } from './rotating.server.ts';
import { DAYS_OF_BACKUPS, mayDestroyFrom } from './rotation.ts';
import { columnsOf, countRows } from './rows.server.ts';

const NOW = new Date('2027-03-01T09:00:00Z');
const later = (days: number, minutes = 0) => new Date(NOW.getTime() + (days * 24 * 60 + minutes) * 60_000);
const clock = () => NOW;
/** Children before those they belong to. */
const TABLES = [
	...(['concern_message', 'concern', 'data_request', 'notice_choice', 'opening', 'young_account'] as const),
	...(['code_generator', 'import_draft', 'comment', 'wave', 'staff_role', 'staff', 'young_person'] as const),
	'key_rotation' as const
];
const wordsOf = ({ table, column }: { table: string; column: string }) => `words of ${table}.${column}`;

onEveryEngine('changing the council’s key', (open) => {
	let db: Database;
	let another: () => Database;
	let keyring: Keyring;
	let filled: Filled[];
	let before = 0;
	beforeAll(async () => ({ db, another } = await open()));
	beforeEach(async () => {
		for (const table of TABLES) await db.deleteFrom(table).execute();
		before = (await recorded()).length;
		keyring = passingKeyring();
		filled = await fillSealedColumns(db, keyring, wordsOf);
	});

	const notUnder = async (version: number) => {
		let count = 0;
		for (const column of columnsOf('council')) count += await countRows(db, column, version);
		return count;
	};
	const expectAllReadable = async (ring = keyring) => {
		const opened = [...(await openEverything(db, ring)).values()].sort();
		expect(opened).toEqual(filled.map(({ words }) => words).sort());
	};
	const recorded = async () =>
		(await db.selectFrom('audit_event').select(['what', 'subject_id', 'detail']).orderBy('place').execute()).map(
			({ what, subject_id, detail }) => [what, subject_id, JSON.parse(detail) as unknown]
		);
	const recordedSince = async () => (await recorded()).slice(before);
	const rotation = () => db.selectFrom('key_rotation').selectAll().orderBy('version').execute();

	it('seals every sealed column anew under the next version, says how far it is, and records it', async () => {
		const said: [number, number][] = [];
		const rotated = await rotateKeys(db, keyring, 'council', OPERATOR, clock, {
			portion: 3,
			report: (done, total) => said.push([done, total])
		});
		expect(rotated).toEqual({ kind: 'rotated', version: 2, rows: SEALED_COLUMNS.length, resumed: false });
		expect(await notUnder(2)).toBe(0);
		expect(said.at(-1)).toEqual([SEALED_COLUMNS.length, SEALED_COLUMNS.length]);
		await expectAllReadable();
		expect(await recordedSince()).toEqual([
			['keys changed', 'tenant/council-2', { version: 2, state: 'begun' }],
			['keys changed', 'tenant/council-2', { version: 2, state: 'ended', rows: SEALED_COLUMNS.length }]
		]);
		// What is written from now on is sealed with it, and nothing begins again by itself.
		const fresh = sealRecord(keyring, { table: 'comment', id: 'x', column: 'sealed' }, 'x');
		expect(fresh.startsWith('2.2.')).toBe(true);
		expect(await rotateKeys(db, keyring, 'council', OPERATOR, clock)).toMatchObject({ kind: 'rotated', version: 3 });
		await expectAllReadable();
	});

	it('stops after a portion when asked to, and goes on where it was, also after it was killed at the start', async () => {
		const stop = new AbortController();
		const stopped = await rotateKeys(db, keyring, 'council', OPERATOR, clock, {
			portion: 1,
			stop: stop.signal,
			report: (done) => done === 4 && stop.abort()
		});
		expect(stopped).toEqual({ kind: 'stopped', version: 2, rows: 4 });
		expect(await notUnder(2)).toBe(SEALED_COLUMNS.length - 4);
		await expectAllReadable();
		const resumed = await rotateKeys(another(), keyring, 'council', OPERATOR, clock);
		expect(resumed).toEqual({ kind: 'rotated', version: 2, rows: SEALED_COLUMNS.length - 4, resumed: true });
		expect(await rotation()).toMatchObject([{ version: 2, ended_at: NOW.toISOString() }]);

		// The key was drawn, and the power went before the database knew.
		keyring.getOrDraw('tenant/council-3');
		expect(await rotateKeys(db, keyring, 'council', OPERATOR, clock)).toMatchObject({ kind: 'rotated', version: 3 });
		expect(tenantKeyVersions(keyring, 'council')).toEqual([1, 2, 3]);
		await expectAllReadable();
	});

	it('takes what was sealed in the first form, without a young person’s own key, into the present one', async () => {
		const [{ place }] = filled as [Filled];
		const key = keyring.get(COUNCIL_KEY) as Buffer;
		const dataKey = randomBytes(32);
		const context = JSON.stringify([place.table, place.id, place.column, 1]);
		const parts = [seal(key, dataKey, context), seal(dataKey, Buffer.from('words of old'), context)];
		const sealed = `1.${parts.map((part) => part.toString('base64url')).join('.')}`;
		await db.updateTable('young_person').set({ details_sealed: sealed }).where('id', '=', place.id).execute();
		keyring.destroy(ownersKey(place.owner ?? ''));
		// Everything else of theirs is lost with their key: only this row is looked at.
		for (const table of TABLES.slice(0, 6)) await db.deleteFrom(table).execute();
		expect(await rotateKeys(db, keyring, 'council', OPERATOR, clock)).toMatchObject({ kind: 'rotated' });
		expect((await openEverything(db, keyring)).get(`young_person.details_sealed ${place.id}`)).toBe('words of old');
		expect(keyring.has(ownersKey(place.owner ?? ''))).toBe(true);
	});

	it('leaves behind what does not open, names it, stays unfinished and destroys no key', async () => {
		const [{ place }] = filled as [Filled];
		await db.updateTable('young_person').set({ details_sealed: '2.1.AAAA.AAAA' }).where('id', '=', place.id).execute();
		const rotated = await rotateKeys(db, keyring, 'council', OPERATOR, clock);
		expect(rotated).toMatchObject({
			kind: 'left behind',
			unreadable: [{ table: 'young_person', column: 'details_sealed', id: place.id }]
		});
		expect(await notUnder(2)).toBe(1);
		const destroyed = await destroyOldKeys(db, keyring, 'council', OPERATOR, later(100), { atOnce: true });
		expect(destroyed).toEqual({ kind: 'rotation unfinished' });
		// Erased meanwhile: their own key is never drawn again by a rotation.
		await db.updateTable('young_person').set({ details_sealed: null }).where('id', '=', place.id).execute();
		for (const table of TABLES.slice(0, 6)) await db.deleteFrom(table).execute();
		keyring.destroy(ownersKey(place.owner ?? ''));
		expect(await rotateKeys(db, keyring, 'council', OPERATOR, clock)).toMatchObject({ kind: 'rotated' });
		expect(keyring.has(ownersKey(place.owner ?? ''))).toBe(false);
	});

	it('is for an administrator only, and for a keyring as new as the database', async () => {
		const lead = await staffMember(db, ['safeguarding lead']);
		expect(await rotateKeys(db, keyring, 'council', lead, clock)).toEqual({ kind: 'not allowed' });
		expect(await destroyOldKeys(db, keyring, 'council', lead, NOW)).toEqual({ kind: 'not allowed' });
		expect(await rotateKeys(db, keyring, 'advocacy', OPERATOR, clock)).toEqual({ kind: 'no key here' });
		const row = { tenant: 'council', version: 2, began_at: '', ended_at: null, destroyed_at: null };
		await db.insertInto('key_rotation').values(row).execute();
		const older = await rotateKeys(db, keyring, 'council', OPERATOR, clock);
		expect(older).toEqual({ kind: 'the keyring is older', version: 2 });
	});

	it('destroys the old key when no backup needs it any longer, after sealing anew what came late, once', async () => {
		const destroy = (now: Date, kept = {}) => destroyOldKeys(db, keyring, 'council', OPERATOR, now, kept);
		expect(await destroy(later(100))).toEqual({ kind: 'nothing to destroy' });
		const [{ place }] = filled as [Filled];
		const late = sealRecord(keyring, place, wordsOf(place));
		await rotateKeys(db, keyring, 'council', OPERATOR, clock);
		// A transaction that began before the rotation commits after it.
		await db.updateTable('young_person').set({ details_sealed: late }).where('id', '=', place.id).execute();
		const until = later(DAYS_OF_BACKUPS);
		expect(await destroy(later(DAYS_OF_BACKUPS, -1))).toEqual({ kind: 'still needed', until });
		expect(await destroy(later(60), { oldestKept: later(-1) })).toEqual({ kind: 'still needed', until: null });
		expect(await destroy(later(0, 1), { atOnce: true })).toMatchObject({ kind: 'still needed' });
		expect(tenantKeyVersions(keyring, 'council')).toEqual([1, 2]);
		expect(await destroy(until)).toEqual({ kind: 'destroyed', versions: [1] });
		expect(tenantKeyVersions(keyring, 'council')).toEqual([2]);
		await expectAllReadable();
		expect(await destroy(until)).toEqual({ kind: 'nothing to destroy' });
		expect((await recordedSince()).slice(2)).toEqual([
			['old keys destroyed', 'tenant/council-2', { versions: '1', atOnce: false }]
		]);
		expect(await rotateKeys(db, keyring, 'council', OPERATOR, clock)).toMatchObject({ kind: 'rotated', version: 3 });
		await expectAllReadable();
	});

	it('loses nothing, and doubles nothing, while two servers write and two commands change the key', async () => {
		const handles = [db, another()];
		const [wave] = await db.selectFrom('wave').select('id').execute();
		const expected = new Map<string, string>();
		let running = true;
		let written = 0;
		const comment = (id: string, text: string) => ({
			...{ id, wave_id: wave?.id ?? '', version: '11-17', question: 'q', day: '2027-03-01', language: 'en' },
			...{ may_quote: 0 as const, sealed: sealRecord(keyring, { table: 'comment', id, column: 'sealed' }, text) },
			receipt: id
		});
		const writer = async (handle: Database, of: number) => {
			for (let n = 0; running || n < 40; n += 1) {
				const id = `load-${of}-${n % 60}`;
				const text = `words ${of} ${n}`;
				const row = comment(id, text);
				await handle
					.insertInto('comment')
					.values(row)
					.onConflict((conflict) => conflict.column('id').doUpdateSet({ sealed: row.sealed }))
					.execute();
				expected.set(`comment.sealed ${id}`, text);
				written += 1;
				await new Promise((go) => setImmediate(go));
			}
		};
		const writing = handles.map(writer);
		const rotating = handles.map(async (handle) => {
			for (let turn = 0; turn < 3; turn += 1)
				await rotateKeys(handle, keyring, 'council', OPERATOR, clock, { portion: 5 });
		});
		await Promise.all(rotating).finally(() => (running = false));
		await Promise.all(writing);
		const last = await rotateKeys(db, keyring, 'council', OPERATOR, clock);
		expect(last).toMatchObject({ kind: 'rotated' });
		const opened = await openEverything(db, keyring);
		expect(written).toBeGreaterThan(40);
		for (const [name, text] of expected) expect(opened.get(name)).toBe(text);
		expect(opened.size).toBe(expected.size + filled.length);
		expect(await notUnder(tenantKeyVersions(keyring, 'council').at(-1) ?? 0)).toBe(0);
	});
});

it('old keys wait for the backups, for what is under way, and for as long as an older backup is kept', () => {
	const ended = NOW.toISOString();
	expect(mayDestroyFrom(ended, {})).toEqual(later(15));
	expect(mayDestroyFrom(ended, { atOnce: true })).toEqual(later(0, 15));
	expect(mayDestroyFrom(ended, { oldestKept: null })).toEqual(later(15));
	expect(mayDestroyFrom(ended, { oldestKept: later(1) })).toEqual(later(15));
	expect(mayDestroyFrom(ended, { oldestKept: later(0) })).toBe('a backup needs them');
});
