/*
 * `earshot migrate` and `serve`; backups and the rest of keeping a server going are in upkeep/. No rules live here.
 */
import type { Command } from 'commander';
import { migrate, pendingMigrations } from '#lib/database/migrate.server.ts';
import { pair, pairingOf } from '#lib/secrets/pairing.server.ts';
import { PAIRING, type CliContext } from '../context.ts';
import { serve } from '../serve.ts';
import { registerBackup } from './backing-up.ts';
import { registerDoctor } from './doctor.ts';
import { registerRestore } from './restoring.ts';

const SETTINGS_MIGRATION = '0002-staff';

async function migrateCommand(context: CliContext): Promise<void> {
	await context.open(
		async ({ db, keyring }) => {
			// A wrong keyring is told before anything changes; a database without settings knows no keyring yet.
			const known = !(await pendingMigrations(db)).includes(SETTINGS_MIGRATION);
			const before = known ? await pairingOf(db, keyring) : 'new';
			if (before !== 'paired' && before !== 'new') return context.fail(PAIRING[before]);
			const applied = await migrate(db);
			const pairing = await pair(db, keyring);
			if (pairing !== 'paired' && pairing !== 'new') return context.fail(PAIRING[pairing]);
			context.say(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'The database is up to date.', { applied });
		},
		{ migrating: true }
	);
}

/** Adds the commands that keep a server going. */
export function registerUpkeep(program: Command, context: CliContext): void {
	program
		.command('migrate')
		.description('bring the database to the newest form; makes it, and its first keys, when there is none')
		.action(() => migrateCommand(context));
	registerBackup(program, context);
	registerRestore(program, context);
	registerDoctor(program, context);
	program
		.command('serve')
		.description('serve production; refuses to start without its secrets and says which')
		.action(() => serve(context));
}
