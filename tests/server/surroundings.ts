/*
 * What a server under test stands in: a folder of its own with database, keyring and backups, and the settings that
 * lead there. Never the project's own data.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#lib/database/handle.server.ts';
import { migrate } from '#lib/database/migrate.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { openKeyring, type Keyring } from '#lib/secrets/keyring.server.ts';
import { pair } from '#lib/secrets/pairing.server.ts';
import { emptyPostgres } from './postgres.ts';

export interface Surroundings {
	folder: string;
	db: Database;
	keyring: Keyring;
	/** The environment of every server and command on this database; ORIGIN and PORT come with the server. */
	settings: Record<string, string>;
	/** Closes the handle and removes the folder. */
	remove(): Promise<void>;
}

/** A fresh, migrated and paired database, SQLite unless PostgreSQL is asked for; with a folder of its own. */
export async function freshSurroundings(engine: 'SQLite' | 'PostgreSQL' = 'SQLite'): Promise<Surroundings> {
	const postgres = engine === 'PostgreSQL' ? await emptyPostgres() : null;
	const folder = mkdtempSync(join(tmpdir(), 'earshot-server-'));
	const masterKey = randomBytes(32);
	const settings = {
		DATABASE_URL: postgres?.url ?? `file:${join(folder, 'earshot.db')}`,
		EARSHOT_KEYRING: join(folder, 'keyring'),
		EARSHOT_MASTER_KEY: masterKey.toString('base64'),
		EARSHOT_BACKUPS: join(folder, 'backups'),
		EARSHOT_LEDGER: join(folder, 'ledger'),
		EARSHOT_NOTICES: join(folder, 'notices'),
		EARSHOT_DEMONSTRATION: 'no'
	};
	const db = openDatabase(settings.DATABASE_URL);
	await migrate(db);
	const keyring = openKeyring(settings.EARSHOT_KEYRING, masterKey);
	await pair(db, keyring);
	return {
		folder,
		db,
		keyring,
		settings,
		async remove() {
			await db.destroy();
			await postgres?.drop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
