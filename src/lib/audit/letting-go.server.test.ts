import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { happen, kept, lastingLedger, rewrite, rowsOf, VIV } from '../../../tests/audited.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { anchorRecord } from './anchors.server.ts';
import type { Ledger } from './ledger.server.ts';
import { letEventsGo } from './letting-go.server.ts';
import { verifyRecord } from './verify.server.ts';

const OLD = new Date('2020-03-01T09:00:00Z');
const BEFORE = new Date('2021-03-01T00:00:00Z');
const NOW = new Date('2027-03-01T09:00:00Z');

onEveryEngine('letting old events go', (open) => {
	let db: Database;
	const ledger = lastingLedger();
	beforeAll(async () => {
		({ db } = await open());
		await happen(db, 5, OLD);
		await anchorRecord(db, ledger, OLD);
		await happen(db, 3, OLD);
		await happen(db, 2, OLD, VIV);
	});

	it('goes no further than the last anchor, tells the ledger, and leaves a chain that is sound', async () => {
		expect(await letEventsGo(db, ledger, BEFORE, NOW)).toEqual({
			kind: 'let go',
			events: { council: 5, advocacy: 0 }
		});
		const rows = await rowsOf(db, 'council');
		expect(rows.map(({ place }) => place)).toEqual([6, 7, 8, 9]);
		expect(rows.at(-1)).toMatchObject({ what: 'old events let go', detail: '{"through":5,"events":5}' });
		expect(ledger.read().lines.at(-1)).toMatchObject({ kind: 'let go', tenant: 'council', through: 5 });
		expect(await verifyRecord(db, ledger, 'council')).toEqual({ kind: 'sound', events: 4, through: 9 });
	});

	it('keeps what is younger, and what stands between it and the last anchor', async () => {
		await anchorRecord(db, ledger, NOW);
		expect(await letEventsGo(db, ledger, BEFORE, NOW)).toMatchObject({ events: { council: 0, advocacy: 2 } });
		expect((await rowsOf(db, 'council')).map(({ place }) => place)).toEqual([6, 7, 8, 9]);
		expect(await letEventsGo(db, ledger, BEFORE, NOW)).toMatchObject({ events: { council: 0, advocacy: 0 } });
	});

	it('can be done again when it stopped after the ledger was told', async () => {
		await anchorRecord(db, ledger, NOW);
		const putBack = await kept(db);
		const later = new Date('2028-01-01T00:00:00Z');
		const stopping: Ledger = {
			...ledger,
			async append(entry, at) {
				await ledger.append(entry, at);
				throw new Error('the power failed');
			}
		};
		await expect(letEventsGo(db, stopping, later, later)).rejects.toThrow('the power failed');
		expect((await verifyRecord(db, ledger, 'council')).kind).toBe('sound');
		expect(await letEventsGo(db, ledger, later, later)).toMatchObject({ events: { council: 4 } });
		expect(await verifyRecord(db, ledger, 'council')).toMatchObject({ kind: 'sound', events: 1 });
		await putBack();
	});

	it('lets nothing go of a record that is damaged', async () => {
		await rewrite(db, 'advocacy', (row) => ({ ...row, actor_name: 'Somebody Else' }));
		const before = await rowsOf(db, 'council');
		const kind = 'record damaged';
		expect(await letEventsGo(db, ledger, new Date('2030-01-01'), NOW)).toEqual({ kind, tenant: 'advocacy' });
		expect(await rowsOf(db, 'council')).toEqual(before);
	});
});
