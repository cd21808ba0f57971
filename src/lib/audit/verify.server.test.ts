import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { AuditEventTable, Database } from '#lib/database/schema.ts';
import { happen, kept, lastingLedger, passingLedger, rewrite, rowsOf, VIV } from '../../../tests/audited.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { passingFolder, passingKeyring } from '../../../tests/open-wave.ts';
import { anchorRecord, endsOfChains } from './anchors.server.ts';
import { openLedger } from './ledger.server.ts';
import { hashOfEvent } from './record.server.ts';
import { verifyRecord } from './verify.server.ts';

const NOW = new Date('2027-03-01T09:00:00Z');
const EVENTS = 12;
const ANCHORED = 9;

onEveryEngine('verifying the record', (open) => {
	let db: Database;
	const ledger = lastingLedger();
	let putBack: () => Promise<void>;
	beforeAll(async () => {
		({ db } = await open());
		await happen(db, ANCHORED, NOW);
		await anchorRecord(db, ledger, NOW);
		await happen(db, EVENTS - ANCHORED, NOW);
		await happen(db, 4, NOW, VIV);
		putBack = await kept(db);
	});

	const found = async () => {
		const verified = await verifyRecord(db, ledger, 'council');
		return verified.kind === 'sound' ? [] : verified.faults.map(({ what, place }) => `${what} ${place}`);
	};
	const mine = (place: number) =>
		db.updateTable('audit_event').where('tenant', '=', 'council').where('place', '=', place);
	const remove = (from: number, to = from) =>
		db
			.deleteFrom('audit_event')
			.where('tenant', '=', 'council')
			.where('place', '>=', from)
			.where('place', '<=', to)
			.execute();
	const end = (place: number, hash: string) =>
		db.updateTable('audit_chain').set({ place, hash }).where('tenant', '=', 'council').execute();
	/** What is found after damage; all is as it was afterwards. */
	const after = async (damage: () => Promise<unknown>) => {
		await damage();
		const said = await found();
		await putBack();
		expect(await found()).toEqual([]);
		return said;
	};

	it('is content with what nobody touched, each tenant by itself', async () => {
		expect(await verifyRecord(db, ledger, 'council')).toEqual({ kind: 'sound', events: EVENTS, through: EVENTS });
		expect(await verifyRecord(db, ledger, 'advocacy')).toEqual({ kind: 'sound', events: 4, through: 4 });
	});

	it('finds an edited column, whichever it is, and says where', async () => {
		const changes: Partial<AuditEventTable> = {
			at: '2027-03-01T09:00:00.001Z',
			actor_kind: 'command line',
			actor_id: null,
			actor_name: 'Somebody Else',
			what: 'account disabled',
			subject_kind: null,
			subject_id: 'cay',
			about_person: null,
			detail: '{"roles":"administrator"}',
			previous: 'another',
			hash: 'another'
		};
		for (const [column, value] of Object.entries(changes)) {
			const said = await after(() =>
				mine(5)
					.set({ [column]: value })
					.execute()
			);
			expect(said, column).toContain('edited 5');
		}
	});

	it('finds a row whose hash was made to fit, by the one after it', async () => {
		const row = (await rowsOf(db, 'council'))[4];
		if (!row) throw new Error('there are rows');
		const edited = { ...row, actor_name: 'Somebody Else' };
		const said = await after(() =>
			mine(5)
				.set({ actor_name: edited.actor_name, hash: hashOfEvent(edited) })
				.execute()
		);
		expect(said).toEqual(['edited 5']);
	});

	it('finds rows taken out: in the middle, the first, the last', async () => {
		expect(await after(() => remove(5))).toEqual(['deleted 5']);
		expect(await after(() => remove(4, 6))).toEqual(['deleted 4']);
		expect(await after(() => remove(1))).toEqual(['deleted 1']);
		expect(await after(() => remove(EVENTS))).toEqual([`truncated ${EVENTS}`]);
		expect(await after(() => remove(1, EVENTS))).toEqual(['truncated 1']);
	});

	it('finds an end cut off though the chain’s end was set right, by the anchor', async () => {
		const rows = await rowsOf(db, 'council');
		const said = await after(async () => {
			await remove(ANCHORED, EVENTS);
			await end(ANCHORED - 1, rows[ANCHORED - 2]?.hash ?? '');
		});
		expect(said).toEqual([`truncated ${ANCHORED}`]);
		const all = () => db.deleteFrom('audit_chain').where('tenant', '=', 'council').execute();
		expect(await after(all)).toEqual(['truncated 1']);
	});

	it('finds a beginning cut off, though it says it was let go: the ledger knows nothing of it', async () => {
		const rows = await rowsOf(db, 'council');
		const said = await after(async () => {
			await remove(1, 3);
			await db
				.updateTable('audit_chain')
				.set({ begins_after: 3, begins_with: rows[2]?.hash ?? '' })
				.where('tenant', '=', 'council')
				.execute();
		});
		expect(said).toEqual(['deleted 1']);
	});

	it('finds a chain written anew from end to end, by the anchor alone', async () => {
		const said = await after(() =>
			rewrite(db, 'council', (row) => (row.place === 2 ? { ...row, actor_name: 'Somebody Else' } : row))
		);
		expect(said).toEqual([`anchor does not fit ${ANCHORED}`]);
		expect(await after(() => rewrite(db, 'council', (row) => (row.place === 2 ? null : row)))).toEqual([
			`anchor does not fit ${ANCHORED}`
		]);
	});

	it('finds rows put in: after the end, and before the beginning', async () => {
		const row = (await rowsOf(db, 'council'))[0];
		if (!row) throw new Error('there are rows');
		const stray = (place: number) =>
			db
				.insertInto('audit_event')
				.values({ ...row, place })
				.execute();
		expect(await after(() => stray(EVENTS + 1))).toEqual([`inserted ${EVENTS + 1}`]);
		expect(await after(() => stray(0))).toEqual(['inserted 0']);
	});

	it('finds any random damage to any row', async () => {
		const columns = [
			'at',
			'actor_kind',
			'actor_name',
			'what',
			'subject_id',
			'about_person',
			'detail',
			'previous',
			'hash'
		];
		const damage = fc.record({
			place: fc.integer({ min: 1, max: EVENTS }),
			how: fc.constantFrom('edit', 'delete', 'truncate', 'rehash'),
			column: fc.constantFrom(...columns),
			value: fc.string({ minLength: 1 }).filter((text) => !text.includes('\0'))
		});
		await fc.assert(
			fc.asyncProperty(damage, async ({ place, how, column, value }) => {
				const row = (await rowsOf(db, 'council'))[place - 1];
				if (!row || row[column as keyof AuditEventTable] === value) return;
				const said = await after(async () => {
					if (how === 'edit')
						return mine(place)
							.set({ [column]: value })
							.execute();
					if (how === 'delete') return remove(place);
					if (how === 'truncate') return remove(place, EVENTS);
					const edited = { ...row, actor_name: value };
					return mine(place)
						.set({ actor_name: value, hash: hashOfEvent(edited) })
						.execute();
				});
				expect(said).not.toEqual([]);
			}),
			{ numRuns: 40 }
		);
	});

	it('lets a restored database end earlier than its anchors, and go on from there', async () => {
		const restoredLedger = passingLedger();
		await anchorRecord(db, restoredLedger, NOW);
		const rows = await rowsOf(db, 'council');
		await remove(6, EVENTS);
		await end(5, rows[4]?.hash ?? '');
		expect((await verifyRecord(db, restoredLedger, 'council')).kind).toBe('broken');
		await restoredLedger.append({ kind: 'restored', ends: await endsOfChains(db) }, NOW);
		expect(await verifyRecord(db, restoredLedger, 'council')).toEqual({ kind: 'sound', events: 5, through: 5 });
		await happen(db, 2, NOW);
		await anchorRecord(db, restoredLedger, NOW);
		expect(await verifyRecord(db, restoredLedger, 'council')).toEqual({ kind: 'sound', events: 7, through: 7 });
		await putBack();
	});

	it('is told of events that were cut off together with the ledger that knew them', async () => {
		const folder = passingFolder();
		const cut = openLedger(folder, passingKeyring());
		await anchorRecord(db, cut, NOW);
		const rows = await rowsOf(db, 'council');
		await remove(3, EVENTS);
		await end(2, rows[1]?.hash ?? '');
		writeFileSync(join(folder, 'ledger.jsonl'), '');
		const verified = await verifyRecord(db, cut, 'council');
		expect(verified).toMatchObject({ kind: 'broken', faults: [{ what: 'ledger shortened', place: 2 }] });
		await putBack();
	});

	it('never anchors a chain that is shorter than its last anchor', async () => {
		await remove(5, EVENTS);
		await end(4, 'another');
		expect(await anchorRecord(db, ledger, NOW)).toEqual([{ tenant: 'advocacy', place: 4 }]);
		await putBack();
		expect(await found()).toEqual([]);
	});
});

it('a changed ledger is found, and what stands before the change still holds', async () => {
	const folder = passingFolder();
	const keyring = passingKeyring();
	const ledger = openLedger(folder, keyring);
	const path = join(folder, 'ledger.jsonl');
	for (const place of [1, 2, 3]) await ledger.append({ kind: 'anchor', tenant: 'council', place, hash: 'h' }, NOW);
	const text = readFileSync(path, 'utf8');
	writeFileSync(path, text.replace('"place":2', '"place":9'));
	expect(ledger.read()).toMatchObject({ kind: 'changed', line: 2, lines: [{ place: 1 }] });
	const lines = text.split('\n');
	writeFileSync(path, [lines[0], lines[2], ''].join('\n'));
	expect(ledger.read()).toMatchObject({ kind: 'changed', line: 2 });
	writeFileSync(path, text);
	appendFileSync(path, `${JSON.stringify({ kind: 'anchor', tenant: 'council', place: 4, hash: 'h' })}\tforged\n`);
	expect(ledger.read()).toMatchObject({ kind: 'changed', line: 4 });
	writeFileSync(path, text);
	expect(ledger.read()).toMatchObject({ kind: 'sound' });
});
