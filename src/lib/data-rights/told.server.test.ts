import { beforeEach, expect, it } from 'vitest';
import { addDays } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { staffMember } from '../../../tests/accounts.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { passingKeyring } from '../../../tests/open-wave.ts';
import { complainOpenly } from './asking.server.ts';
import { remindOfRequests, requestsHealth } from './told.server.ts';

const NOW = new Date('2026-11-20T10:00:00Z');
const LATE = new Date('2027-01-20T10:00:00Z');
const GIVEN = { words: 'Somebody read my file', name: null, reply: null };

onEveryEngine('a request about data', (open) => {
	let db: Database;
	let keyring: Keyring;
	beforeEach(async () => {
		({ db } = await open());
		keyring = passingKeyring();
		for (const table of ['notice', 'data_request', 'cover', 'staff_role'] as const)
			await db.deleteFrom(table).execute();
	});
	const told = async (what: string) =>
		(await db.selectFrom('notice').select('recipient_id').where('what', '=', what).execute())
			.map(({ recipient_id }) => recipient_id)
			.sort();
	const states = async (now: Date) => (await requestsHealth(db, now)).map(({ state }) => state);

	it('reaches the administrators when nobody is safeguarding lead, or the lead has no account in use', async () => {
		const administrator = await staffMember(db, ['administrator']);
		expect((await complainOpenly(db, keyring, GIVEN, { once: 'one', browser: 'b' }, NOW)).kind).toBe('asked');
		expect(await told('data request waiting')).toEqual([administrator.staffId]);
		expect(await states(NOW)).toEqual(['wrong', 'good']);
		const lead = await staffMember(db, ['safeguarding lead']);
		await db.updateTable('staff').set({ disabled: 1 }).where('id', '=', lead.staffId).execute();
		await complainOpenly(db, keyring, GIVEN, { once: 'two', browser: 'b' }, NOW);
		expect(await told('data request waiting')).toEqual([administrator.staffId, administrator.staffId]);
	});

	it('reaches the administrators too while every lead is away, and them alone while one is there', async () => {
		const administrator = await staffMember(db, ['administrator']);
		const lead = await staffMember(db, ['safeguarding lead']);
		const cover = { id: randomId(), staff_id: lead.staffId, covered_by: administrator.staffId };
		const day = '2026-11-20';
		await db
			.insertInto('cover')
			.values({ ...cover, starts: day, ends: addDays(day, 3) })
			.execute();
		await complainOpenly(db, keyring, GIVEN, { once: 'one', browser: 'b' }, NOW);
		expect(await told('data request waiting')).toEqual([administrator.staffId, lead.staffId].sort());
		expect(await states(NOW)).toEqual(['wrong', 'good']);
		const back = new Date('2026-11-25T10:00:00Z');
		expect(await states(back)).toEqual(['good', 'good']);
		await complainOpenly(db, keyring, GIVEN, { once: 'two', browser: 'b' }, back);
		expect(await told('data request waiting')).toHaveLength(3);
	});

	it('is told to leads and administrators once a day when its day is over, and shows as wrong', async () => {
		const both = [await staffMember(db, ['administrator']), await staffMember(db, ['safeguarding lead'])];
		await complainOpenly(db, keyring, GIVEN, { once: 'one', browser: 'b' }, NOW);
		for (let run = 0; run < 2; run += 1) expect(await remindOfRequests(db, LATE)).toBe(1);
		expect(await told('data request overdue')).toEqual(both.map(({ staffId }) => staffId).sort());
		expect(await states(LATE)).toEqual(['good', 'wrong']);
	});
});
