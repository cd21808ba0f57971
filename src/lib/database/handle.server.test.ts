import { describe, expect, it } from 'vitest';
import { onEveryEngine } from '../../../tests/databases.ts';
import { inTransaction, openDatabase } from './handle.server.ts';
import { migrate, pendingMigrations } from './migrate.server.ts';

onEveryEngine('a database', (open) => {
	it('is up to date after migrating, and migrating again changes nothing', async () => {
		const { db } = await open();
		expect(await pendingMigrations(db)).toEqual([]);
		expect(await migrate(db)).toEqual([]);
	});

	it('keeps nothing of a transaction that fails', async () => {
		const { db } = await open();
		const failing = inTransaction(db, async (writing) => {
			await writing.insertInto('setting').values({ key: 'a', value: '1' }).execute();
			throw new Error('stop');
		});
		await expect(failing).rejects.toThrow('stop');
		expect(await db.selectFrom('setting').selectAll().execute()).toEqual([]);
	});
});

describe('the SQLite handle', () => {
	it('refuses to be used inside its own transaction instead of waiting for itself for ever', async () => {
		const db = openDatabase('file::memory:');
		const wrong = inTransaction(db, () => db.selectFrom('setting').selectAll().execute());
		await expect(wrong).rejects.toThrow('inside its own transaction');
		await db.destroy();
	});

	it('says what is wrong with an address of another kind', () => {
		expect(() => openDatabase('mysql://somewhere')).toThrow('must start with "file:" or "postgres:"');
	});
});
