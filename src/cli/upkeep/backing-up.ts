/*
 * `earshot backup` and `earshot backup identity`: making a backup, and the key that opens it anywhere. How one is made is
 * decided in lib/backups.
 */
import type { Command } from 'commander';
import { backUp } from '#lib/backups/backups.server.ts';
import { backupRecipient, takeIdentity } from '#lib/backups/identity.server.ts';
import { folderGiven, type CliContext } from '../context.ts';

const KEYRING = 'The keyring is not in it.';
const copyOf = (folder: string | null): string =>
	folder ? `Keyring and ledger are copied to ${folder}.` : 'Keep a copy of it somewhere else: EARSHOT_COPY is not set.';

/** Bytes as people read them. */
const sized = (bytes: number): string =>
	bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

async function makeOne(context: CliContext, options: { out?: string }): Promise<void> {
	await context.open(async ({ db, keyring, ledger, configuration, actor }) => {
		const backups = folderGiven(context, '--out', options.out ?? configuration.backups);
		const made = await backUp({ db, keyring, ledger, configuration: { ...configuration, backups } }, actor, new Date());
		if (made.kind === 'failed') {
			const kept = made.path ? ` The file itself is good: ${made.path}` : '';
			return context.fail(`There is no good backup. ${made.because}${kept}`);
		}
		const also = configuration.backupCommand ? '\nYour command took it too.' : '';
		context.say(
			`Backed up, encrypted, read back and verified in ${made.seconds.toFixed(1)} s: ${made.path} (${sized(made.bytes)})${also}\n${KEYRING} ${copyOf(configuration.copy)}`,
			{ ...made, command: configuration.backupCommand ? 'taken' : null }
		);
	});
}

async function identity(context: CliContext, options: { yes?: boolean }): Promise<void> {
	await context.open(async ({ db, keyring, actor }) => {
		const recipient = await backupRecipient(keyring);
		if (!options.yes) {
			return context.say(
				`Backups are encrypted to ${recipient}. The key that opens them is in the keyring; to print it for your safe: earshot backup identity --yes`,
				{ recipient }
			);
		}
		const secret = await takeIdentity(db, keyring, actor, new Date());
		context.say(
			`# opens every backup of this council: for a safe, never beside a backup\n# to open one without Earshot: age -d -i THIS-FILE earshot-….age | tail -n +2 > copy\n# public key: ${recipient}\n${secret}`,
			{ recipient, identity: secret }
		);
	});
}

/** Adds `backup`. */
export function registerBackup(program: Command, context: CliContext): void {
	const backup = program
		.command('backup')
		.description('write an encrypted, verified backup of the database, without drafts and without keys')
		.option('--out <folder>', 'where to; EARSHOT_BACKUPS or data/backups if not given')
		.action((options: { out?: string }) => makeOne(context, options));
	backup
		.command('identity')
		.description('whom backups are encrypted to; with --yes, the secret key that opens them, for a safe')
		.option('--yes', 'print the secret; it stands in the record that it was printed')
		.action((options: { yes?: boolean }) => identity(context, options));
}
