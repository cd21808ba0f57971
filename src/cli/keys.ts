/*
 * `earshot keys`: changing the council's key and the master key, destroying old ones, the advocacy service's key pair, and
 * looking whether all is well. What each does is decided in lib/secrets.
 */
import { existsSync, realpathSync } from 'node:fs';
import type { Command } from 'commander';
import { oldestKept } from '#lib/backups/writing.server.ts';
import { momentInWords } from '#lib/calendar/day.ts';
import { advocacyPublicKey, makeAdvocacyKeys } from '#lib/secrets/advocacy.server.ts';
import { keysHealth } from '#lib/secrets/health/health.server.ts';
import { openKeyring } from '#lib/secrets/keyring.server.ts';
import { destroyOldKeys } from '#lib/secrets/rotation/old-keys.server.ts';
import { rotateKeys } from '#lib/secrets/rotation/rotating.server.ts';
import type { Unreadable } from '#lib/secrets/rotation/rotation.ts';
import { changeMasterKey, makeServiceKeys, trustService } from '#lib/secrets/master/trusting.server.ts';
import { loadSettingsFile, readAdvocacySettings } from '#lib/settings/configuration.server.ts';
import type { CliContext } from './context.ts';

const MOST_NAMED = 10;

const places = (rows: readonly Unreadable[]): string =>
	rows
		.slice(0, MOST_NAMED)
		.map(({ table, column, id }) => `\n  ${table}.${column} of ${id}`)
		.join('') + (rows.length > MOST_NAMED ? `\n  and ${rows.length - MOST_NAMED} more` : '');

/** Ctrl+C once finishes the portion under way; a second time ends at once, which loses nothing either. */
function stopAsked(): AbortSignal {
	const asked = new AbortController();
	process.once('SIGINT', () => asked.abort());
	process.once('SIGTERM', () => asked.abort());
	return asked.signal;
}

/** A progress line whose length is known only when it begins. */
function progressOf(context: CliContext, label: string): (done: number, total: number) => void {
	let show: ((done: number) => void) | null = null;
	let of = -1;
	return (done, total) => {
		if (!show || of !== total) show = context.progress(label, (of = total));
		show(done);
	};
}

async function rotate(context: CliContext): Promise<void> {
	await context.open(async ({ db, keyring, actor }) => {
		const report = progressOf(context, 'Sealing anew');
		const clock = () => new Date();
		const rotated = await rotateKeys(db, keyring, 'council', actor, clock, { report, stop: stopAsked() });
		switch (rotated.kind) {
			case 'rotated':
				return context.say(
					`Everything is sealed under version ${rotated.version} of the council’s key (${rotated.rows} records in this run).\nCopy the keyring now: what is written from now on needs the new key. The old one is destroyed by itself when no backup needs it any longer.`,
					{ ...rotated }
				);
			case 'stopped':
				return context.fail(
					`Stopped after ${rotated.rows} records; nothing is lost. "earshot keys rotate" goes on where it was.`
				);
			case 'left behind':
				return context.fail(
					`${rotated.rows} records were sealed anew. These do not open, and stay as they are:${places(rotated.unreadable)}\nNo key is destroyed while they are there. Look for the missing keys in your copies of the keyring, then run it again.`
				);
			case 'the keyring is older':
				return context.fail(
					`This keyring is older than the database, which has seen version ${rotated.version} of the key. Put the newest copy of the keyring in its place; nothing has changed.`
				);
			default:
				return context.fail('There is no key of the council’s in this keyring; nothing has changed.');
		}
	});
}

async function destroyOld(context: CliContext, { now }: { now?: boolean }): Promise<void> {
	await context.open(async ({ db, keyring, configuration, actor }) => {
		const atOnce = now === true;
		const kept = { atOnce, oldestKept: oldestKept(configuration.backups) };
		const done = await destroyOldKeys(db, keyring, 'council', actor, new Date(), kept);
		switch (done.kind) {
			case 'destroyed': {
				const lost = atOnce
					? '\nBackups made before the key was changed cannot be read any longer. Make one now: "earshot backup".'
					: '';
				return context.say(`Destroyed for good: version ${done.versions.join(', ')} of the council’s key.${lost}`, {
					...done
				});
			}
			case 'nothing to destroy':
				return context.say('There are no old keys.', { ...done });
			case 'still needed': {
				const lost =
					'"--now" does not wait for backups: those made before the key was changed could not be read any longer.';
				if (!done.until) return context.fail(`A backup is kept that was made before the key was changed. ${lost}`);
				const until = momentInWords(done.until);
				return context.fail(
					atOnce
						? `What was being written while the key was changed may need the old one until ${until}. Try again then.`
						: `The old keys are needed until ${until}: backups from before are kept as long. ${lost}`
				);
			}
			case 'left behind':
				return context.fail(
					`These still need an old key and do not open; nothing was destroyed:${places(done.unreadable)}`
				);
			default:
				return context.fail('The change of the key has not ended: run "earshot keys rotate" first.');
		}
	});
}

async function newMaster(context: CliContext, { yes }: { yes?: boolean }): Promise<void> {
	const steps =
		'\n  1. Set EARSHOT_MASTER_KEY_NEXT (openssl rand -base64 32) beside EARSHOT_MASTER_KEY and restart every server: they read with both.\n  2. earshot keys new-master --yes\n  3. Set EARSHOT_MASTER_KEY to the new one, take EARSHOT_MASTER_KEY_NEXT away, and restart every server.';
	await context.open(async ({ db, configuration, actor }) => {
		const { keyring: folder, masterKey: present, nextMasterKey: next } = configuration;
		if (!next) return context.wrong(`EARSHOT_MASTER_KEY_NEXT is not set. The master key is changed like this:${steps}`);
		if (!yes)
			return context.wrong(
				`A server that was not restarted with EARSHOT_MASTER_KEY_NEXT could not read its keys any longer. Say with --yes that every server was, or is stopped:${steps}`
			);
		const report = progressOf(context, 'Wrapping anew');
		const done = await changeMasterKey(db, actor, folder, { present, next }, () => new Date(), report);
		if (!done) return context.fail('This is not allowed.');
		if (done.unreadable.length > 0)
			return context.fail(
				`${done.rewrapped} keys were wrapped anew. These open with neither master key: ${done.unreadable.slice(0, MOST_NAMED).join(', ')}. Keep both settings as they are.`
			);
		context.say(
			`${done.rewrapped + done.done} keys are under the next master key (${done.rewrapped} in this run).\nNow set EARSHOT_MASTER_KEY to it, take EARSHOT_MASTER_KEY_NEXT away, restart every server, and copy the keyring. Keep the old master key as long as copies of the keyring that need it.`,
			{ ...done }
		);
	});
}

async function advocacyMake(context: CliContext, { again }: { again?: boolean }): Promise<void> {
	loadSettingsFile();
	const read = readAdvocacySettings();
	if (read.kind === 'incomplete') return context.wrong(`Settings are missing or wrong:\n  ${read.faults.join('\n  ')}`);
	const council = process.env['EARSHOT_KEYRING'];
	const same =
		council && existsSync(council) && existsSync(read.folder) && realpathSync(council) === realpathSync(read.folder);
	if (same)
		return context.wrong('EARSHOT_ADVOCACY_KEYRING is the council’s keyring: the service needs a folder of its own.');
	const service = openKeyring(read.folder, read.masterKey);
	const known = advocacyPublicKey(service);
	if (known && !again)
		return context.say(`The service has its keys. For the council to trust:\n${known}`, {
			kind: 'known',
			publicKey: known
		});
	// The service may stand on a machine without a database: then the council's record has that its key was trusted.
	const made = process.env['DATABASE_URL']
		? await context.open(({ db, actor }) => makeServiceKeys(db, service, actor, new Date()))
		: await makeAdvocacyKeys(service);
	if (made.kind !== 'made')
		return context.wrong(`${read.folder}: ${made.kind}. The service needs a folder of its own.`);
	context.say(`Made. For the council to trust ("earshot keys advocacy trust …"):\n${made.publicKey}`, { ...made });
}

async function advocacyTrust(context: CliContext, publicKey: string): Promise<void> {
	await context.open(async ({ db, keyring, actor }) => {
		const { kind } = await trustService(db, keyring, actor, publicKey, new Date());
		if (kind === 'not a public key')
			return context.wrong(
				'That is no public key of an advocacy service, or a letter is wrong. Copy it whole; it begins with "advocacy.".'
			);
		context.say(
			kind === 'trusted'
				? 'Trusted: what is for an advocate is sealed to this key from now on.'
				: 'This key was trusted already.',
			{ kind }
		);
	});
}

const SIGN = { good: '✓', warning: '!', wrong: '✗' } as const;

async function doctor(context: CliContext, { all }: { all?: boolean }): Promise<void> {
	await context.open(
		async ({ db, keyring, configuration }) => {
			const looking = { all: all === true, report: progressOf(context, 'Opening') };
			const findings = await keysHealth(db, keyring, configuration, new Date(), looking);
			const wrong = findings.filter(({ state }) => state === 'wrong').length;
			const lines = findings.map(({ what, state, words }) => `${SIGN[state]} ${what}: ${words}`);
			context.say(lines.join('\n'), { findings, wrong });
			if (wrong > 0) process.exitCode = 1;
		},
		{ unpaired: true }
	);
}

/** Adds the `keys` commands. */
export function registerKeys(program: Command, context: CliContext): void {
	const keys = program.command('keys').description('keys: changing them, and looking whether all is well');
	keys
		.command('rotate')
		.description(
			'draw a new key of the council and seal every record anew, while everything runs; Ctrl+C stops, again goes on. The service seals no records yet: its new pair is "keys advocacy make --again"'
		)
		.action(() => rotate(context));
	keys
		.command('destroy-old')
		.description('destroy keys that no record and no kept backup needs; the server does it by itself each night')
		.option('--now', 'without waiting for backups: those made before the key was changed cannot be read any longer')
		.action((options: { now?: boolean }) => destroyOld(context, options));
	keys
		.command('new-master')
		.description('wrap every key under EARSHOT_MASTER_KEY_NEXT; may be run again')
		.option('--yes', 'every server was restarted with EARSHOT_MASTER_KEY_NEXT, or is stopped')
		.action((options: { yes?: boolean }) => newMaster(context, options));
	keys
		.command('doctor')
		.description('look whether keys and records are as they should be; exit 1 when something is wrong')
		.option('--all', 'open every sealed record, not a sample')
		.action((options: { all?: boolean }) => doctor(context, options));
	const advocacy = keys.command('advocacy').description('the key pair of the advocacy service');
	advocacy
		.command('make')
		.description('make the service’s keys in its own keyring, and print the public one; run where the service is')
		.option('--again', 'a new pair; the older ones stay to open what was sealed to them')
		.action((options: { again?: boolean }) => advocacyMake(context, options));
	advocacy
		.command('trust')
		.description('seal to this public key of the service from now on; run on the council’s server')
		.argument('<key>', 'what "earshot keys advocacy make" printed')
		.action((publicKey: string) => advocacyTrust(context, publicKey));
}
