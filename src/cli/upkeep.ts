/*
 * `earshot migrate`, `backup`, `restore`, `serve`: keeping a server going. No rules live here.
 */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { backUp, restore } from '#lib/database/backup.server.ts';
import { migrate, pendingMigrations } from '#lib/database/migrate.server.ts';
import { pair, pairingOf } from '#lib/secrets/pairing.server.ts';
import { loadSettingsFile, readConfiguration } from '#lib/settings/configuration.server.ts';
import { folderGiven, PAIRING, type CliContext } from './context.ts';
import { serve } from './serve.ts';

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

async function backupCommand(context: CliContext, options: { out?: string }): Promise<void> {
	await context.open(async ({ db, configuration }) => {
		const path = await backUp(
			db,
			configuration.databaseUrl,
			folderGiven(context, '--out', options.out ?? configuration.backups),
			new Date().toISOString()
		);
		context.say(`Backed up and verified: ${path}\nThe keyring is not in it: keep a copy of that somewhere else.`, {
			path
		});
	});
}

async function restoreCommand(context: CliContext, file: string, options: { yes?: boolean }): Promise<void> {
	if (!existsSync(file)) context.wrong(`There is no file ${file}.`);
	if (!options.yes) context.wrong('Restoring replaces the database. Stop the server, then say so with --yes.');
	loadSettingsFile();
	const read = readConfiguration();
	if (read.kind === 'incomplete') return context.wrong(`Settings are missing or wrong:\n  ${read.faults.join('\n  ')}`);
	const old = await restore(read.configuration.databaseUrl, file, new Date().toISOString()).catch((fault: unknown) =>
		context.fail(`Nothing was restored from ${file}: ${fault instanceof Error ? fault.message : String(fault)}`)
	);
	context.say(
		`Restored from ${file}.${old ? `\nWhat was there before is kept as ${old}. Delete it once all is well: it holds children’s data.` : ''}`,
		{ file, old }
	);
}

/** Adds the commands that keep a server going. */
export function registerUpkeep(program: Command, context: CliContext): void {
	program
		.command('migrate')
		.description('bring the database to the newest form; makes it, and its first keys, when there is none')
		.action(() => migrateCommand(context));
	program
		.command('backup')
		.description('write a verified backup of the database, without drafts and without keys')
		.option('--out <folder>', 'where to; EARSHOT_BACKUPS or data/backups if not given')
		.action((options: { out?: string }) => backupCommand(context, options));
	program
		.command('restore')
		.description('put a backup in the place of the database; the old one is kept beside it')
		.argument('<file>', 'a backup written by earshot backup')
		.option('--yes', 'the server is stopped, replace the database')
		.action((file: string, options: { yes?: boolean }) => restoreCommand(context, file, options));
	program
		.command('serve')
		.description('serve production; refuses to start without its secrets and says which')
		.action(() => serve(context));
}
