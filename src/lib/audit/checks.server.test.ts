import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { happen, kept, lastingLedger } from '../../../tests/audited.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { anchorRecord } from './anchors.server.ts';
import { checkRecord, lastCheckOf } from './checks.server.ts';
import { recordHealth } from './health.server.ts';

const NOW = new Date('2027-03-01T09:00:00Z');
const hours = (many: number) => new Date(NOW.getTime() + many * 3_600_000);

onEveryEngine('the daily check', (open) => {
	let db: Database;
	const ledger = lastingLedger();
	const states = async (at: Date) => (await recordHealth(db, ledger, at)).map(({ state }) => state).join(' ');
	const notices = () => db.selectFrom('notice').select(['recipient_id', 'what']).orderBy('recipient_id').execute();

	beforeAll(async () => {
		({ db } = await open());
		for (const id of ['ada', 'bea', 'gone', 'officer']) {
			const staff = { email: `${id}@council.test`, name: id, tenant: 'council', password_hash: null, enrolled: 1 };
			await db
				.insertInto('staff')
				.values({ ...staff, id, enrolled: 1, disabled: id === 'gone' ? 1 : 0 })
				.execute();
			const role = id === 'officer' ? 'participation officer' : 'administrator';
			await db.insertInto('staff_role').values({ staff_id: id, role }).execute();
		}
	});

	it('is a warning while it was never made, and good once it was', async () => {
		expect(await states(NOW)).toBe('good good warning good warning');
		await happen(db, 3, NOW);
		expect(await states(hours(1))).toBe('good good warning good warning');
		await anchorRecord(db, ledger, hours(1));
		await checkRecord(db, ledger, hours(1));
		expect(await states(hours(2))).toBe('good good good good good');
		expect(await lastCheckOf(db, 'council')).toEqual({ kind: 'sound', events: 3, through: 3, at: hours(1) });
		expect(await notices()).toEqual([]);
	});

	it('warns when events wait for an anchor for hours, or nobody has checked for days', async () => {
		await happen(db, 1, hours(2));
		expect(await states(hours(3))).toBe('good good good good good');
		expect(await states(hours(5))).toBe('good warning good good good');
		await anchorRecord(db, ledger, hours(5));
		expect(await states(hours(30))).toBe('good good good good good');
		expect(await states(hours(60))).toBe('good good warning good warning');
	});

	it('tells every administrator of damage, once a day, and goes on saying so', async () => {
		const putBack = await kept(db);
		await db.updateTable('audit_event').set({ actor_name: 'Eve' }).where('place', '=', 2).execute();
		for (const at of [hours(6), hours(7)]) await checkRecord(db, ledger, at);
		const told = ['ada', 'bea'].map((recipient_id) => ({ recipient_id, what: 'record damaged' }));
		expect(await notices()).toEqual(told);
		expect(await lastCheckOf(db, 'council')).toMatchObject({ kind: 'broken', faults: [{ what: 'edited', place: 2 }] });
		expect(await states(hours(8))).toBe('good good wrong good good');
		await checkRecord(db, ledger, hours(30));
		expect(await notices()).toHaveLength(4);
		await putBack();
		await checkRecord(db, ledger, hours(31));
		expect(await states(hours(31))).toBe('good good good good good');
	});
});
