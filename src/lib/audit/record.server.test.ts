import { beforeAll, expect, it } from 'vitest';
import type { SignedIn, Tenant } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { AuditEventTable, Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { OPERATOR } from '../../../tests/open-wave.ts';
import { RECORDED, type AuditEvent } from './event.ts';
import { hashOfEvent, NOBODY, record, recordedAbout, type Recording } from './record.server.ts';

const NOW = new Date('2027-03-01T09:00:00Z');
const ANN: SignedIn = { staffId: 'ann', name: 'Ann Other', tenant: 'council', roles: ['administrator'] };
const VIV: SignedIn = { staffId: 'viv', name: 'Viv Voice', tenant: 'advocacy', roles: ['advocacy worker'] };
const SAM = { accountId: 'account', youngPersonId: 'sam' };
const ADDED: AuditEvent = { what: 'account added', subject: { kind: 'staff', id: 'ben' }, detail: { roles: 'IRO' } };

/** What is wrong with a chain, row by row: a gap, a broken link, a hash that is another row's. */
async function faultsIn(db: Database, tenant: Tenant): Promise<string[]> {
	const rows = await db.selectFrom('audit_event').selectAll().where('tenant', '=', tenant).orderBy('place').execute();
	const end = await db.selectFrom('audit_chain').selectAll().where('tenant', '=', tenant).executeTakeFirstOrThrow();
	const last = rows.at(-1);
	const faults = rows.flatMap((row, at) => [
		...(row.place === at + 1 ? [] : [`${row.place} stands at ${at + 1}`]),
		...(row.previous === (rows[at - 1]?.hash ?? '') ? [] : [`${row.place} does not follow the one before`]),
		...(row.hash === hashOfEvent(row) ? [] : [`${row.place} was changed`])
	]);
	if (end.place !== (last?.place ?? 0) || end.hash !== (last?.hash ?? '')) faults.push('the end is another');
	return faults;
}

onEveryEngine('the record', (open) => {
	let db: Database;
	let another: () => Database;
	beforeAll(async () => ({ db, another } = await open()));
	const note = (actor: Recording, event: AuditEvent = ADDED, inTenant?: Tenant, handle = db) =>
		inTransaction(handle, (writing) => record(writing, actor, event, NOW, inTenant));
	const rowsOf = (tenant: Tenant) =>
		db.selectFrom('audit_event').selectAll().where('tenant', '=', tenant).orderBy('place').execute();

	it('says who did what to whom and when, for everybody who may act, and of a child no name', async () => {
		for (const actor of [ANN, VIV, OPERATOR, SAM, NOBODY]) await note(actor);
		const rows = [...(await rowsOf('council')), ...(await rowsOf('advocacy'))];
		const said = rows.map(({ actor_kind, actor_id, actor_name }) => [actor_kind, actor_id, actor_name]);
		expect(said).toHaveLength(5);
		expect(said).toEqual(
			expect.arrayContaining([
				['staff', 'ann', 'Ann Other'],
				['staff', 'viv', 'Viv Voice'],
				['command line', null, 'tests'],
				['young person', 'sam', ''],
				['nobody', null, '']
			])
		);
		expect(rows[0]).toMatchObject({ at: NOW.toISOString(), what: 'account added', subject_id: 'ben' });
	});

	it('says whom it is about, be they the subject or the subject theirs', async () => {
		await note(ANN, { what: 'young person opened', subject: { kind: 'young person', id: 'sam' } });
		await note(ANN, { what: 'concern opened', subject: { kind: 'concern', id: 'c' }, person: 'sam' });
		await note(ANN);
		const rows = await rowsOf('council');
		expect(rows.slice(-3).map(({ about_person }) => about_person)).toEqual(['sam', 'sam', null]);
		expect(await faultsIn(db, 'council')).toEqual([]);
	});

	it('keeps a chain for each tenant, and the named one where somebody acts for another', async () => {
		const before = { council: (await rowsOf('council')).length, advocacy: (await rowsOf('advocacy')).length };
		await note(VIV);
		await note(OPERATOR, ADDED, 'advocacy');
		await note(ANN);
		expect(await rowsOf('advocacy')).toHaveLength(before.advocacy + 2);
		expect(await rowsOf('council')).toHaveLength(before.council + 1);
		for (const tenant of ['council', 'advocacy'] as const) expect(await faultsIn(db, tenant)).toEqual([]);
		const about = { kind: 'staff', id: 'ben' };
		const seen = await recordedAbout(db, 'council', about);
		expect(seen.map(({ actorName }) => actorName)).not.toContain('Viv Voice');
		expect(seen[0]).toMatchObject({ actorKind: 'staff', actorName: 'Ann Other', detail: { roles: 'IRO' } });
		expect(await recordedAbout(db, 'council', { kind: 'staff', id: 'nobody' })).toEqual([]);
		expect(await recordedAbout(db, 'council', about, 2)).toHaveLength(2);
	});

	it('stands or falls with what it records', async () => {
		const before = await rowsOf('council');
		const fails = inTransaction(db, async (writing) => {
			await record(writing, ANN, ADDED, NOW);
			throw new Error('what was to be recorded did not happen');
		});
		await expect(fails).rejects.toThrow('did not happen');
		expect(await rowsOf('council')).toEqual(before);
		await note(ANN);
		expect(await rowsOf('council')).toHaveLength(before.length + 1);
		expect(await faultsIn(db, 'council')).toEqual([]);
	});

	it('has no gap and no fork, though two servers write at once', async () => {
		const other = another();
		const before = (await rowsOf('council')).length;
		const notes = Array.from({ length: 60 }, (_, n) =>
			note(n % 3 === 0 ? SAM : ANN, ADDED, undefined, n % 2 === 0 ? db : other)
		);
		await Promise.all([...notes, ...Array.from({ length: 10 }, () => note(VIV, ADDED, undefined, other))]);
		expect(await rowsOf('council')).toHaveLength(before + 60);
		for (const tenant of ['council', 'advocacy'] as const) expect(await faultsIn(db, tenant)).toEqual([]);
	});

	it('shows every change: of any column, of a row taken out, of the last one cut off', async () => {
		const rows = await rowsOf('council');
		const row = rows.findLast(({ about_person }) => about_person === null);
		if (!row) throw new Error('there are rows');
		const changes: Partial<AuditEventTable> = {
			at: '2027-03-01T09:00:00.001Z',
			actor_kind: 'command line',
			actor_id: null,
			actor_name: 'Somebody Else',
			what: 'account disabled',
			subject_kind: null,
			subject_id: 'cay',
			about_person: 'sam',
			detail: '{"roles":"administrator"}',
			previous: 'another'
		};
		const mine = (writing: Database) =>
			writing.updateTable('audit_event').where('tenant', '=', 'council').where('place', '=', row.place);
		for (const [column, value] of Object.entries(changes)) {
			await mine(db)
				.set({ [column]: value })
				.execute();
			expect(await faultsIn(db, 'council'), column).not.toEqual([]);
			await mine(db)
				.set({ [column]: row[column as keyof AuditEventTable] })
				.execute();
			expect(await faultsIn(db, 'council'), column).toEqual([]);
		}
		for (const gone of [row, rows.at(-1) ?? row]) {
			await db.deleteFrom('audit_event').where('tenant', '=', 'council').where('place', '=', gone.place).execute();
			expect(await faultsIn(db, 'council')).not.toEqual([]);
			await db.insertInto('audit_event').values(gone).execute();
		}
		expect(await faultsIn(db, 'council')).toEqual([]);
	});
});

it('every column counts in the hash, and none can run into the next', () => {
	const row = {
		tenant: 'council',
		place: 1,
		at: '',
		actor_kind: 'a',
		actor_id: 'b',
		actor_name: 'c',
		what: 'd',
		subject_kind: 'e',
		subject_id: 'f',
		about_person: null,
		detail: '{}',
		previous: ''
	};
	const others = Object.keys(row).map((column) => ({ ...row, [column]: column === 'place' ? 2 : 'other' }));
	const shifted = [
		{ ...row, actor_id: 'bc', actor_name: '' },
		{ ...row, actor_id: null },
		{ ...row, actor_id: 'null' },
		{ ...row, actor_id: '' }
	];
	const hashes = [row, ...others, ...shifted].map(hashOfEvent);
	expect(new Set(hashes).size).toBe(hashes.length);
});

it('every kind of event is named once, in words', () => {
	expect(new Set(RECORDED).size).toBe(RECORDED.length);
	for (const what of RECORDED) expect(what).toMatch(/^[a-z][a-z -]+$/);
});
