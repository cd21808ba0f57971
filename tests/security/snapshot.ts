/*
 * A SQLite database as it stood, to notice what a request changed and to put everything back: so that every request of
 * the matrix meets the same house, and a refused one can be shown to have changed nothing.
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Surroundings } from '../server/surroundings.ts';

/** Counting tries and noting that a session was used, or the record checked, is no change of what belongs to somebody. */
const PASSING: Readonly<Record<string, readonly string[] | 'all'>> = {
	guess: 'all',
	session: ['seen_at'],
	audit_check: 'all'
};

/** Looks, a twentieth of a second apart, that must find nothing new. */
const QUIET = 8;

export interface Snapshot {
	/** Tables that differ from the snapshot; cheap when nobody wrote. */
	changes(): Promise<string[]>;
	/** Waits until nobody has written for a while. */
	untilQuiet(): Promise<void>;
	/** Puts everything back as it was, if somebody wrote. */
	restore(): Promise<void>;
}

/** Keeps a copy of everything that stands there now. */
export async function snapshotOf({ db, folder }: Surroundings): Promise<Snapshot> {
	const path = join(folder, 'before.db');
	await sql`vacuum into ${path}`.execute(db);
	await sql`attach database ${path} as before`.execute(db);
	// Tables go back one by one; together they fit again. This handle only: the server's keeps its checks.
	await sql`pragma foreign_keys = off`.execute(db);
	const { rows } = await sql<{ name: string }>`
		select name from before.sqlite_schema where type = 'table' and name not like 'sqlite_%'`.execute(db);
	const tables = rows.map(({ name }) => name);

	// SQLite counts up when another connection committed something.
	const versionNow = async () =>
		(await sql<{ data_version: number }>`pragma main.data_version`.execute(db)).rows[0]?.data_version;
	let version = await versionNow();

	async function columnsOf(table: string) {
		const { rows: columns } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(db);
		const passing = PASSING[table] ?? [];
		return columns.filter(({ name }) => !passing.includes(name)).map(({ name }) => sql.ref(name));
	}
	return {
		async changes() {
			if ((await versionNow()) === version) return [];
			const changed: string[] = [];
			for (const table of tables.filter((name) => PASSING[name] !== 'all')) {
				const columns = sql.join(await columnsOf(table));
				const [now, then] = ['main', 'before'].map((schema) => sql`select ${columns} from ${sql.id(schema, table)}`);
				const differing = sql`select * from (${now} except ${then}) union all select * from (${then} except ${now}) limit 1`;
				if ((await differing.execute(db)).rows.length > 0) changed.push(table);
			}
			return changed;
		},
		async untilQuiet() {
			for (let [last, quiet] = [await versionNow(), 0]; quiet < QUIET; quiet += 1) {
				await pause(50);
				const now = await versionNow();
				if (now !== last) [last, quiet] = [now, 0];
			}
		},
		async restore() {
			if ((await versionNow()) === version) return;
			await db.transaction().execute(async (writing) => {
				for (const table of tables) {
					await sql`delete from ${sql.id('main', table)}`.execute(writing);
					await sql`insert into ${sql.id('main', table)} select * from ${sql.id('before', table)}`.execute(writing);
				}
			});
			version = await versionNow();
		}
	};
}
