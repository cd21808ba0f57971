/*
 * `earshot restore`: putting a backup in the place of the database, here or elsewhere. What may be put there, and what it
 * learns first, is decided in lib/backups.
 */
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { stdin } from 'node:process';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { openLedger } from '#lib/audit/ledger.server.ts';
import { identitiesIn, identityIn } from '#lib/backups/identity.server.ts';
import { withPassing } from '#lib/backups/passing.server.ts';
import { REFUSALS } from '#lib/backups/refusal.ts';
import { restore, type Restored } from '#lib/backups/restoring.server.ts';
import { momentInWords } from '#lib/calendar/day.ts';
import { keyringOf } from '#lib/secrets/keyring.server.ts';
import { loadSettingsFile, readConfiguration } from '#lib/settings/configuration.server.ts';
import type { CliContext } from '../context.ts';

interface Options {
	yes?: boolean;
	ledgerLost?: boolean;
	identity?: string;
	withoutKeys?: boolean;
}

const STDIN = '-';

const inWords = (minutes: number): string =>
	minutes < 120 ? `${minutes} minutes` : `${Math.floor(minutes / 60)} hours and ${minutes % 60} minutes`;

function said(restored: Extract<Restored, { kind: 'restored' }>, isSqlite: boolean): string {
	const { manifest, kept, applied, erasedAgain, notSent, unreadable, lostMinutes, seconds } = restored;
	const rows = Object.values(manifest.tables).reduce((sum, { rows: some }) => sum + some, 0);
	const lines = [
		`Restored in ${seconds.toFixed(1)} s: the database as it stood on ${momentInWords(new Date(manifest.madeAt))}, ${rows} rows in ${Object.keys(manifest.tables).length} tables, each compared.`,
		`What was done in the ${inWords(lostMinutes)} since then is not in it.`
	];
	if (applied.length > 0) lines.push(`Brought to the newest form: ${applied.join(', ')}.`);
	if (erasedAgain > 0) lines.push(`Erased again, from the ledger: ${erasedAgain} that had been erased since.`);
	if (notSent > 0) lines.push(`${notSent} old notices that waited in it are not sent.`);
	if (unreadable > 0)
		lines.push(`What is sealed about ${unreadable} young people cannot be read: their keys are lost.`);
	lines.push('Everybody is signed out. Accounts are as they were that day: close again what was closed since.');
	if (kept) {
		const remove = isSqlite ? '' : ` (drop schema ${kept} cascade)`;
		lines.push(
			`What was there before is kept as ${kept}. Delete it once all is well${remove}: it holds children’s data.`
		);
	}
	lines.push('Next: earshot doctor, earshot audit verify, and start the server.');
	return lines.join('\n');
}

async function restoreCommand(context: CliContext, file: string, options: Options): Promise<void> {
	if (file !== STDIN && !existsSync(file)) context.wrong(`There is no file ${file}.`);
	if (options.identity && !existsSync(options.identity)) context.wrong(`There is no file ${options.identity}.`);
	if (!options.yes) context.wrong('Restoring replaces the database. Stop the server, then say so with --yes.');
	loadSettingsFile();
	const read = readConfiguration();
	if (read.kind === 'incomplete') return context.wrong(`Settings are missing or wrong:\n  ${read.faults.join('\n  ')}`);
	const { databaseUrl, ledger: ledgerFolder } = read.configuration;
	const keyring = keyringOf(read.configuration);
	const own = identityIn(keyring);
	const given = options.identity ? identitiesIn(readFileSync(options.identity, 'utf8')) : [];
	const identities = [...given, ...(own ? [own] : [])];
	const at = {
		keyring,
		ledger: openLedger(ledgerFolder, keyring),
		databaseUrl,
		isLedgerLost: options.ledgerLost === true,
		identities,
		withoutKeys: options.withoutKeys ?? false
	};
	const actor = { commandLine: true, name: 'command line' } as const;
	const put = (path: string) => restore({ ...at, file: path }, actor, new Date());
	const restored =
		file === STDIN
			? // Encrypted as it is, so that it may lie anywhere for a moment.
				await withPassing(join(tmpdir(), 'earshot-restore.age'), async (path) => {
					await pipeline(stdin, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
					return put(path);
				})
			: await put(file);
	if (restored.kind === 'refused') {
		const many = restored.many === undefined ? '' : ` Young people it is about: ${restored.many}.`;
		const { refusal, ledger } = restored;
		const lines = ledger ? ` It should have ${ledger.expected} lines and has ${ledger.found}.` : '';
		return context.fail(`Nothing was restored, and nothing has changed. ${REFUSALS[refusal]}${many}${lines}`);
	}
	const { manifest, ...rest } = restored;
	context.say(said(restored, databaseUrl.startsWith('file:')), { ...rest, file, madeAt: manifest.madeAt });
}

/** Adds `restore`. */
export function registerRestore(program: Command, context: CliContext): void {
	program
		.command('restore')
		.description('put a backup in the place of the database, here or elsewhere; the old one is kept beside it')
		.argument('<file>', 'a backup written by earshot backup; - for one on standard input')
		.option('--identity <file>', 'the key that opens it, where it is not in the keyring')
		.option('--without-keys', 'go on though keys of young people are missing; what is sealed about them is lost')
		.option('--ledger-lost', 'go on though lines of the ledger are lost for good: who was erased in them may come back')
		.option('--yes', 'the server is stopped, replace the database')
		.action((file: string, options: Options) => restoreCommand(context, file, options));
}
