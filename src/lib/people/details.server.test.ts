import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../../../tests/databases.ts';
import { smallReturn, STAYS, withoutPeople } from '../../../tests/data/small-return.ts';
import type { Actor } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { openKeyring } from '#lib/secrets/keyring.server.ts';
import { COUNCIL_KEY } from '#lib/secrets/records.server.ts';
import { importDetails, openDetails } from './details.server.ts';
import { importReturn } from './import.server.ts';
import { countRoster, eligibleOn, namesFor } from './roster.server.ts';

const operator: Actor = { commandLine: true, name: 'test' };
const officer: Actor = { staffId: 'p', name: 'P', tenant: 'council', roles: ['participation officer'] };
const others: Actor = {
	staffId: 'x',
	name: 'X',
	tenant: 'council',
	roles: ['IRO', 'social worker', 'committee member', 'administrator']
};
const keyring = openKeyring(mkdtempSync(join(tmpdir(), 'earshot-details-')), Buffer.alloc(32, 7));
keyring.put(COUNCIL_KEY, Buffer.alloc(32, 9));
const DAY = '2018-03-31';
const NOW = new Date('2018-04-01T12:00:00Z');

async function withPeople(db: Database) {
	await withoutPeople(db);
	const stays = [...STAYS, 'C3,01/01/2014,S,C2,N1,U4,01/07/2017,E4A'];
	await importReturn(db, operator, smallReturn({ stays }), { asOf: DAY, strict: true }, NOW);
	const take = (csv: string, strict = false) => importDetails(db, keyring, operator, csv, { strict }, NOW);
	const person = (child: string) =>
		db.selectFrom('young_person').selectAll().where('child', '=', child).executeTakeFirstOrThrow();
	return { db, take, person };
}

onEveryEngine('details of young people', (open) => {
	let db: Database;
	beforeAll(async () => {
		({ db } = await open());
	});

	it('are kept, with everything that names or describes a child sealed', async () => {
		const { take, person } = await withPeople(db);
		const csv =
			'child,preferred_name,school,team,language,interpreter,disability,address_unsafe\n' +
			'A1,Kofi,Harbour School,East,Twi,yes,autism,no\n';
		expect(await take(csv)).toMatchObject({ kind: 'imported', figures: { rows: 1, updated: 1, unknown: 0 } });
		const a1 = await person('A1');
		expect(a1).toMatchObject({ team: 'East', language: 'Twi', interpreter: 1, address_unsafe: 0 });
		expect(JSON.stringify(a1)).not.toMatch(/Kofi|Harbour|autism/);
		expect(openDetails(keyring, a1.id, a1.details_sealed)).toMatchObject({
			preferredName: 'Kofi',
			disability: 'autism'
		});
	});

	it('stay where a later file has a blank cell or lacks the column', async () => {
		const { take, person } = await withPeople(db);
		await take('CHILD,preferred_name,team,school,opted_out\nA1,Kofi,East,Harbour,yes\n');
		await take('CHILD,preferred_name,team,opted_out\nA1,,West,\n');
		const a1 = await person('A1');
		expect(a1).toMatchObject({ team: 'West', opted_out: 1 });
		expect(openDetails(keyring, a1.id, a1.details_sealed)).toMatchObject({ preferredName: 'Kofi', school: 'Harbour' });
	});

	it('are opened of those whom the file names, and of nobody else', async () => {
		const { take, person } = await withPeople(db);
		await take('CHILD,preferred_name\nA1,Kofi\nB2,Mia\n');
		await db.updateTable('young_person').set({ details_sealed: 'damaged' }).where('child', '=', 'B2').execute();
		expect(await take('CHILD,school\nA1,Harbour\n')).toMatchObject({ kind: 'imported', figures: { updated: 1 } });
		expect((await person('B2')).details_sealed).toBe('damaged');
		await expect(take('CHILD,school\nB2,Harbour\n')).rejects.toThrow('unknown form');
	});

	it('survive the next return', async () => {
		const { take, person } = await withPeople(db);
		await take('CHILD,preferred_name,team\nA1,Kofi,East\n');
		const before = await person('A1');
		await importReturn(db, operator, smallReturn(), { asOf: DAY, strict: true }, NOW);
		expect(await person('A1')).toEqual(before);
	});

	it('of a child who is not in the roster are reported, and refuse the whole when strict', async () => {
		const { take, person } = await withPeople(db);
		const csv = 'CHILD,team,opted_out\nA1,East,\nZ9,West,\nB2,North,perhaps\n';
		const expected = [
			{ line: 4, column: 'OPTED_OUT', reason: '"perhaps" is neither yes nor no' },
			{ line: 3, column: 'CHILD', reason: 'Z9 is not in the roster' }
		];
		expect(await take(csv, true)).toMatchObject({ kind: 'refused', faults: expected });
		expect((await person('A1')).team).toBeNull();
		expect(await take(csv)).toMatchObject({ kind: 'imported', figures: { updated: 1, unknown: 1 }, faults: expected });
		expect((await person('A1')).team).toBe('East');
	});

	it('are refused without a CHILD column', async () => {
		const { take } = await withPeople(db);
		expect(await take('name,team\nA1,East\n')).toMatchObject({ kind: 'refused' });
	});
});

onEveryEngine('the roster', (open) => {
	let db: Database;
	beforeAll(async () => {
		({ db } = await open());
	});

	it('gives everyone who may be invited, by age on the day', async () => {
		const { person, take } = await withPeople(db);
		const [a1, c3] = [await person('A1'), await person('C3')];
		const invited = async (day: string) =>
			new Map((await eligibleOn(db, officer, day)).map((one) => [one.youngPersonId, `${one.version} ${one.age}`]));
		// B2 lives with adopters and D4 went home.
		expect(await invited(DAY)).toEqual(
			new Map([
				[a1.id, '8-10 9'],
				[c3.id, '16-25 17']
			])
		);
		expect((await invited('2019-05-01')).get(a1.id)).toBe('11-17 11');
		await take('CHILD,opted_out\nA1,yes\n');
		expect((await invited(DAY)).has(a1.id)).toBe(false);
	});

	it('gives names for cards, null where none is known', async () => {
		const { person, take } = await withPeople(db);
		await take('CHILD,preferred_name,language,address_unsafe\nA1,Kofi,Twi,yes\n');
		const [a1, c3] = [await person('A1'), await person('C3')];
		const names = await namesFor(db, keyring, officer, [a1.id, c3.id, 'unknown']);
		expect(names.size).toBe(2);
		expect(names.get(a1.id)).toEqual({
			child: 'A1',
			preferredName: 'Kofi',
			addressUnsafe: true,
			language: 'Twi',
			team: null
		});
		expect(names.get(c3.id)).toMatchObject({ preferredName: null, addressUnsafe: false });
	});

	it('is empty for everyone else', async () => {
		const { person, take } = await withPeople(db);
		const { id } = await person('A1');
		expect(await eligibleOn(db, others, DAY)).toEqual([]);
		expect((await namesFor(db, keyring, others, [id])).size).toBe(0);
		expect((await countRoster(db, others, DAY)).standing['in care']).toBe(0);
		expect(await importDetails(db, keyring, others, 'CHILD,team\nA1,East\n', { strict: false }, NOW)).toEqual({
			kind: 'not allowed'
		});
		expect(await take('CHILD,team\nA1,East\n')).toMatchObject({ kind: 'imported' });
	});

	it('counts by standing and by survey', async () => {
		await withPeople(db);
		expect(await countRoster(db, officer, DAY)).toEqual({
			standing: { 'in care': 2, 'care leaver': 1, left: 1 },
			versions: { '4-7': 0, '8-10': 1, '11-17': 0, '16-25': 1 },
			notInvited: 1
		});
	});
});
