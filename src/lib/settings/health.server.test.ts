import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import type { Configuration } from './configuration.server.ts';
import { holidaysHealth, settingsHealth } from './health.server.ts';
import { writeSetting } from './setting.server.ts';

const NOW = new Date('2027-03-01T09:00:00Z');
const RIGHT = { demonstration: false, origin: 'https://earshot.example' } as Configuration;

onEveryEngine('what the council must look after', (open) => {
	let db: Database;
	beforeAll(async () => ({ db } = await open()));

	it('is that somebody rings the helplines, and an address that the server starts with', async () => {
		const states = async (configuration: Configuration) =>
			(await settingsHealth(db, configuration, NOW)).map(({ state }) => state);
		expect(await states(RIGHT)).toEqual(['good', 'warning', 'good']);
		await writeSetting(db, 'helplines checked', '2027-02-20');
		expect(await states(RIGHT)).toEqual(['good', 'good', 'good']);
		expect(await states({ ...RIGHT, origin: 'http://earshot.example' })).toEqual(['wrong', 'good', 'good']);
		expect(await states({ ...RIGHT, demonstration: true })).toEqual(['wrong', 'good', 'good']);
	});
});

it('says in time that the list of bank holidays comes to its end', () => {
	const states = ['2027', '2038', '2039', '2040', '2041'].map(
		(year) => holidaysHealth(new Date(`${year}-06-01T00:00:00Z`)).state
	);
	expect(states).toEqual(['good', 'good', 'warning', 'warning', 'wrong']);
});
