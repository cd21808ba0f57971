/*
 * A small council to back up and to restore: its own folder, database, keyring and ledger, a few rows of what matters, and
 * what makes and restores a backup of it. Nothing is asserted here.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openLedger, type Ledger } from '#lib/audit/ledger.server.ts';
import { THE_SERVER } from '#lib/auth/actor.ts';
import { backUp, type BackingUp } from '#lib/backups/backups.server.ts';
import { identityIn } from '#lib/backups/identity.server.ts';
import { restore, type Restored, type Restoring } from '#lib/backups/restoring.server.ts';
import { openDatabase } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { notify } from '#lib/notices/outbox.server.ts';
import { enrolledStaff } from '../../src/cli/demonstration/enrolled.ts';
import { OPERATOR } from '../open-wave.ts';
import { freshSurroundings, type Surroundings } from '../server/surroundings.ts';

export const MADE_AT = new Date('2027-03-01T03:07:00.000Z');
export const RESTORED_AT = new Date('2027-03-01T09:37:00.000Z');

export interface BackedUpCouncil extends Surroundings {
	ledger: Ledger;
	url: string;
	administrator: string;
	/** From now on keyring and ledger are copied there. */
	copiesTo(folder: string): void;
	/** Makes a backup and gives its path. */
	backedUp(now?: Date, command?: string | null): Promise<string>;
	/** Closes the handle, restores, and opens it again. */
	restored(file: string, more?: Partial<Restoring>): Promise<Restored>;
	/** What backing up takes. */
	at(command?: string | null): BackingUp;
	/** A handle of now; `db` is closed by a restore. */
	now(): Database;
}

/** A fresh council with an administrator, a setting, and a notice and a job under way; gone after the test. */
export async function councilWithBackups(engine: 'SQLite' | 'PostgreSQL'): Promise<BackedUpCouncil> {
	const around = await freshSurroundings(engine);
	let { db } = around;
	const { keyring, settings } = around;
	const url = settings['DATABASE_URL'] ?? '';
	const ledger = openLedger(settings['EARSHOT_LEDGER'] ?? '', keyring);
	onTestFinished(async () => {
		if (db !== around.db) await db.destroy();
		await around.remove();
		rmSync(around.folder, { recursive: true, force: true });
	});
	const staff = { email: 'a@council.example', name: 'Ada', roles: ['administrator'], password: 'lantern by the pier' };
	const { id } = await enrolledStaff(db, keyring, OPERATOR, staff, MADE_AT);
	await db.insertInto('setting').values({ key: 'a note', value: 'Harbour lights' }).execute();
	const underWay = { leased_by: 'a server', leased_until: '2027-03-01T04:00:00.000Z' };
	await db
		.insertInto('job')
		.values({ name: 'something', due_at: MADE_AT.toISOString(), attempts: 2, ...underWay })
		.execute();
	await db.transaction().execute(async (writing) => {
		for (const once of ['waits', 'is being sent', 'was sent'])
			await notify(writing, { to: { kind: 'staff', id }, what: 'concern waiting', once }, MADE_AT);
	});
	await db
		.updateTable('notice')
		.set({ state: 'sending', ...underWay })
		.where('once', '=', 'is being sent')
		.execute();
	await db.updateTable('notice').set({ state: 'sent' }).where('once', '=', 'was sent').execute();
	let copy: string | null = null;
	const at = (command: string | null = null): BackingUp => ({
		db,
		keyring,
		ledger,
		configuration: {
			databaseUrl: url,
			backups: join(around.folder, 'backups'),
			backupCommand: command,
			keyring: settings['EARSHOT_KEYRING'] ?? '',
			ledger: settings['EARSHOT_LEDGER'] ?? '',
			copy
		}
	});
	return {
		...around,
		url,
		ledger,
		administrator: id,
		at,
		copiesTo: (to) => (copy = to),
		async backedUp(now = MADE_AT, command = null) {
			const made = await backUp(at(command), THE_SERVER, now);
			if (made.kind === 'failed') throw new Error(made.because);
			return made.path;
		},
		async restored(file, more = {}) {
			await db.destroy();
			const identities = [identityIn(keyring) ?? ''].filter(Boolean);
			const given = { keyring, ledger, databaseUrl: url, file, identities, ...more };
			const outcome = await restore(given, OPERATOR, RESTORED_AT);
			db = openDatabase(url);
			// A handle that never asked anything does not close its file.
			await db.selectFrom('setting').select('key').limit(1).execute();
			return outcome;
		},
		now: () => db
	};
}
