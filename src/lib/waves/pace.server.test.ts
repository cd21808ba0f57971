import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { openWaveOf, OPERATOR, passingKeyring, TODAY } from '../../../tests/open-wave.ts';
import { notePace, paceByVersion } from './pace.server.ts';

onEveryEngine('the pace of a wave', (open) => {
	let db: Database;
	beforeAll(async () => ({ db } = await open()));

	it('is noted once a day, and a later ballot of that day does not show', async () => {
		const keyring = passingKeyring();
		const { wave, codes } = await openWaveOf(db, keyring, 40);
		const first = new Map([['11-17', { pace: 'on track', day: TODAY }]]);
		await notePace(db, wave.id, TODAY);
		expect(await paceByVersion(db, OPERATOR, wave.id)).toEqual(first);
		await notePace(db, wave.id, '2027-03-20');
		const quiet = new Map([['11-17', { pace: 'quieter than expected', day: '2027-03-20' }]]);
		expect(await paceByVersion(db, OPERATOR, wave.id)).toEqual(quiet);
		const selectors = codes.map(({ selector }) => selector);
		await db.updateTable('survey_code').set({ spent_by: 'x' }).where('selector', 'in', selectors).execute();
		await notePace(db, wave.id, '2027-03-20');
		expect(await paceByVersion(db, OPERATOR, wave.id)).toEqual(quiet);
		await notePace(db, wave.id, '2027-03-21');
		expect((await paceByVersion(db, OPERATOR, wave.id)).get('11-17')?.pace).toBe('on track');
		const stored = JSON.stringify(await db.selectFrom('wave_pace').selectAll().execute());
		expect(stored).not.toMatch(/:\s*\d/);
		const other = { staffId: 's', name: 'Sam', tenant: 'council', roles: ['IRO'] } as const;
		expect(await paceByVersion(db, other, wave.id)).toEqual(new Map());
	});

	it('is not noted for a wave that is not open', async () => {
		const { wave } = await openWaveOf(db, passingKeyring(), 1);
		await db.updateTable('wave').set({ status: 'closed' }).where('id', '=', wave.id).execute();
		await notePace(db, wave.id, TODAY);
		expect(await paceByVersion(db, OPERATOR, wave.id)).toEqual(new Map());
	});
});
