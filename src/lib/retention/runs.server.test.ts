import { expect, it } from 'vitest';
import { openLedger } from '#lib/audit/ledger.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import { record } from '#lib/audit/record.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { ownersKey } from '#lib/secrets/records.server.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { staffMember } from '../../../tests/accounts.ts';
import { concernOf, heldPerson } from '../../../tests/data/held-person.ts';
import { OPERATOR, passingFolder, passingKeyring } from '../../../tests/open-wave.ts';
import { retentionRun, type LetGo } from './runs.server.ts';

const THEN = new Date('2026-11-20T10:00:00Z');
const inMonths = (months: number) => new Date(Date.UTC(2026, 10 + months, 21, 10));
const counts = (gone: LetGo[]) =>
	Object.fromEntries(
		gone.filter(({ count, stay }) => count + stay > 0).map(({ key, count, stay }) => [key, [count, stay]])
	);

onEveryEngine('retention', (open) => {
	it('counts without changing, then lets go of exactly that, each kind at its time, and records how many', async () => {
		const { db } = await open();
		const keyring = passingKeyring();
		const ledger = openLedger(passingFolder(), keyring);
		const stays = await heldPerson(db, keyring, THEN, { standing: 'in care' });
		const run = (months: number, dryRun = false) => retentionRun(db, keyring, ledger, inMonths(months), { dryRun });

		expect(counts(await run(1))).toEqual({});
		// What a shorter period would take, before anybody sets it; a run in earnest takes no such wish.
		const instead = { 'keep: notices': 1 };
		const would = await retentionRun(db, keyring, ledger, inMonths(2), { dryRun: true, instead });
		expect(counts(would)).toEqual({ 'keep: notices': [1, 0] });
		expect(counts(await retentionRun(db, keyring, ledger, inMonths(2), { dryRun: false, instead }))).toEqual({});
		const dry = counts(await run(4, true));
		expect(dry).toEqual({ 'keep: notices': [1, 0] });
		expect(counts(await run(4, true))).toEqual(dry);
		expect(counts(await run(4))).toEqual(dry);
		expect(counts(await run(4))).toEqual({});
		expect(counts(await run(13))).toEqual({ 'keep: account events': [2, 0], 'keep: cards': [1, 0] });
		// The message was closed on 5 November 2026, the request answered on the 20th; a reason is kept for six years.
		expect(counts(await run(37))).toEqual({ 'keep: messages': [1, 0] });
		expect(counts(await run(73))).toEqual({ 'keep: reasons': [1, 0], 'keep: requests': [1, 0] });
		expect(await db.selectFrom('young_account').select('id').where('id', '=', stays.accountId).execute()).toHaveLength(
			1
		);
		const events = await db
			.selectFrom('audit_event')
			.select('detail')
			.where('what', '=', 'retention ran')
			.orderBy('place')
			.execute();
		expect(events.map(({ detail }) => JSON.parse(detail) as unknown)).toEqual([
			{ 'keep: notices': 1 },
			{ 'keep: account events': 2, 'keep: cards': 1 },
			{ 'keep: messages': 1 },
			{ 'keep: reasons': 1, 'keep: requests': 1 }
		]);
	});

	it('erases who left a year ago with their key, but nobody of whom something must stay', async () => {
		const { db } = await open();
		const keyring = passingKeyring();
		const ledger = openLedger(passingFolder(), keyring);
		const left = await heldPerson(db, keyring, THEN);
		const onFile = await heldPerson(db, keyring, THEN);
		const inCare = await heldPerson(db, keyring, THEN, { standing: 'in care' });
		await concernOf(db, keyring, onFile.id, { closedAt: THEN.toISOString(), onFile: 1 });
		const run = (months: number, dryRun = false) => retentionRun(db, keyring, ledger, inMonths(months), { dryRun });
		expect(counts(await run(11))['keep: roster']).toBeUndefined();
		expect(counts(await run(13, true))['keep: roster']).toEqual([1, 1]);
		expect(counts(await run(13))['keep: roster']).toEqual([1, 1]);
		const ids = (await db.selectFrom('young_person').select('id').execute()).map(({ id }) => id).sort();
		expect(ids).toEqual([onFile.id, inCare.id].sort());
		expect([left, onFile].map(({ id }) => keyring.has(ownersKey(id)))).toEqual([false, true]);
		expect(ledger.read().lines.map((line) => line.kind)).toContain('erased');
		expect(await db.selectFrom('concern').select('id').where('on_file', '=', 1).execute()).toHaveLength(1);
	});

	it('takes address and ways in from staff long gone; what they did keeps its name', async () => {
		const { db } = await open();
		const keyring = passingKeyring();
		const ledger = openLedger(passingFolder(), keyring);
		const { staffId } = await staffMember(db, ['IRO'], 'Gone Colleague');
		const still = await staffMember(db, ['IRO'], 'Still Here');
		await db.updateTable('staff').set({ disabled: 1 }).where('id', '=', staffId).execute();
		const subject = { kind: 'staff', id: staffId } as const;
		await inTransaction(db, (writing) => record(writing, OPERATOR, { what: 'account disabled', subject }, THEN));
		await db.insertInto('recovery_code').values({ staff_id: staffId, code_hash: randomId() }).execute();
		expect(counts(await retentionRun(db, keyring, ledger, inMonths(23), { dryRun: false }))).toEqual({});
		expect(counts(await retentionRun(db, keyring, ledger, inMonths(25), { dryRun: false }))).toEqual({
			'keep: staff': [1, 0]
		});
		expect(counts(await retentionRun(db, keyring, ledger, inMonths(25), { dryRun: false }))).toEqual({});
		const rows = await db.selectFrom('staff').select(['id', 'name', 'email']).orderBy('name').execute();
		expect(rows.map(({ name }) => name)).toEqual(['Gone Colleague', 'Still Here']);
		expect(rows[0]?.email).toMatch(/@left\.invalid$/);
		expect(await db.selectFrom('recovery_code').selectAll().execute()).toEqual([]);
		expect(await db.selectFrom('staff_role').select('staff_id').execute()).toEqual([{ staff_id: still.staffId }]);
	});
});
