import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../../../tests/databases.ts';
import { passingFolder } from '../../../tests/open-wave.ts';
import { databaseHealth, privacyHealth, roomHealth } from './health.server.ts';
import type { Database } from './schema.ts';

onEveryEngine('the health of a database', (open) => {
	let db: Database;
	beforeAll(async () => ({ db } = await open()));

	it('is good for a fresh one, and warns when its clock is not ours', async () => {
		const folder = passingFolder();
		const where = { databaseUrl: 'postgres://x', ledger: folder, backups: folder };
		const now = await databaseHealth(db, where, new Date());
		expect(now.filter(({ what }) => !what.startsWith('Room')).map(({ what, state }) => [what, state])).toEqual([
			['Database', 'good'],
			['Form of the database', 'good'],
			['Clock', 'good'],
			['For nobody else to read', 'good']
		]);
		const soon = await databaseHealth(db, where, new Date(Date.now() + 120_000));
		expect(soon.find(({ what }) => what === 'Clock')?.state).toBe('warning');
	});
});

it('warns of little room and calls almost none wrong', () => {
	const states = [50e9, 1.9e9, 0.2e9].map((free) => roomHealth('Room', free).state);
	expect(states).toEqual(['good', 'warning', 'wrong']);
});

it('names what others on the machine may look into, and how to close it', () => {
	const folder = passingFolder();
	const [keys, file] = [join(folder, 'keys'), join(folder, 'earshot.db')];
	mkdirSync(keys, { mode: 0o700 });
	writeFileSync(file, '', { mode: 0o600 });
	expect(privacyHealth([keys, file, join(folder, 'not there')]).state).toBe('good');
	chmodSync(file, 0o640);
	const found = privacyHealth([keys, file]);
	expect(found.state).toBe('warning');
	expect(found.words).toContain(`chmod -R go= ${file}`);
	expect(found.words).not.toContain(keys);
});
