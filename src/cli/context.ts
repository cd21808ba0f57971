/*
 * What every command is given: the database and keyring of the configuration, a voice for people or machines,
 * progress, and two ways to stop. No command lives here.
 */
import type { CommandLine } from '#lib/auth/actor.ts';
import { existsSync, statSync } from 'node:fs';
import { openLedger, type Ledger } from '#lib/audit/ledger.server.ts';
import { openDatabase, sqlitePath } from '#lib/database/handle.server.ts';
import { pendingMigrations } from '#lib/database/migrate.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { DEMONSTRATION_MET, isDemonstration } from '#lib/secrets/demonstration.server.ts';
import { pairingOf, type Pairing } from '#lib/secrets/pairing.server.ts';
import { keyringOf, type Keyring } from '#lib/secrets/keyring.server.ts';
import { loadSettingsFile, readConfiguration, type Configuration } from '#lib/settings/configuration.server.ts';

export interface OpenedForCommand {
	configuration: Configuration;
	db: Database;
	keyring: Keyring;
	ledger: Ledger;
	actor: CommandLine;
}

/** What is wrong between a database and its keyring. */
export const PAIRING: Record<Exclude<Pairing, 'paired'>, string> = {
	new: 'This database has no keyring yet: run "earshot migrate" first.',
	'the keyring is missing': 'The keyring of this database is not there. Check EARSHOT_KEYRING; nothing has changed.',
	'another keyring':
		'This keyring belongs to another database. Check EARSHOT_KEYRING and DATABASE_URL; nothing has changed.'
};

/** Stops a command: 2 for a wrong argument or missing setting, 1 for anything else that cannot be done. */
export class Stop extends Error {
	readonly code: 1 | 2;
	constructor(code: 1 | 2, message: string) {
		super(message);
		this.code = code;
	}
}

export interface OpenOptions {
	/** The database may be old, and has no keyring yet. */
	migrating?: boolean;
	/** To say what is wrong between database and keyring is what the command is for. */
	unpaired?: boolean;
}

export interface CliContext {
	/** Opens what the configuration names and runs the work; closes afterwards. Refuses an old database but for `migrate`. */
	open<T>(work: (opened: OpenedForCommand) => Promise<T>, options?: OpenOptions): Promise<T>;
	/** Prints a sentence to people, or the object to machines (--json). */
	say(human: string, machine: Record<string, unknown>): void;
	/** A progress line on a terminal's error stream; call it with how many are done. */
	progress(label: string, total: number): (done: number) => void;
	/** Something was given wrong: what was wrong and what is right. Exit 2. */
	wrong(message: string): never;
	/** It cannot be done, though it was asked rightly. Exit 1. */
	fail(message: string): never;
}

/** The context of one run of the command line. */
export function cliContext(machine: () => boolean): CliContext {
	const wrong = (message: string): never => {
		throw new Stop(2, message);
	};
	return {
		async open(work, options) {
			loadSettingsFile();
			const read = readConfiguration();
			if (read.kind === 'incomplete') return wrong(`Settings are missing or wrong:\n  ${read.faults.join('\n  ')}`);
			const { configuration } = read;
			const { databaseUrl } = configuration;
			if (!options?.migrating && databaseUrl.startsWith('file:') && !existsSync(sqlitePath(databaseUrl))) {
				return wrong(
					`There is no database at ${sqlitePath(databaseUrl)}. Check DATABASE_URL; "earshot migrate" makes a new one.`
				);
			}
			const db = openDatabase(databaseUrl);
			try {
				if (!options?.migrating && (await pendingMigrations(db)).length > 0) {
					throw new Stop(1, 'The database is older than this version of Earshot: run "earshot migrate" first.');
				}
				const keyring = keyringOf(configuration);
				const pairing = options?.migrating || options?.unpaired ? 'paired' : await pairingOf(db, keyring);
				if (pairing !== 'paired') throw new Stop(1, PAIRING[pairing]);
				if (!options?.migrating && !configuration.demonstration && (await isDemonstration(db, keyring)))
					throw new Stop(1, DEMONSTRATION_MET);
				const ledger = openLedger(configuration.ledger, keyring);
				return await work({ configuration, db, keyring, ledger, actor: { commandLine: true, name: 'command line' } });
			} finally {
				await db.destroy();
			}
		},
		say(human, object) {
			console.log(machine() ? JSON.stringify(object) : human);
		},
		progress(label, total) {
			if (!process.stderr.isTTY || machine()) return () => undefined;
			return (done) => {
				const share = total === 0 ? 1 : done / total;
				const bar = '█'.repeat(Math.round(share * 30)).padEnd(30, '·');
				process.stderr.write(`\r${label} ${bar} ${done} of ${total}${done >= total ? '\n' : ''}`);
			};
		},
		wrong,
		fail(message) {
			throw new Stop(1, message);
		}
	};
}

/** The folder that an option names: made later, but never a file. */
export function folderGiven(context: CliContext, option: string, path: string): string {
	if (existsSync(path) && !statSync(path).isDirectory())
		context.wrong(`${option}: ${path} is a file, and must be a folder.`);
	return path;
}
