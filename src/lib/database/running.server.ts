/*
 * What the running server holds open: one database handle, one keyring, one ledger, one configuration, opened at the first use.
 * Only routes and hooks ask here; operations are given their handle.
 */
import { openLedger, type Ledger } from '#lib/audit/ledger.server.ts';
import { loadSettingsFile, readConfiguration, type Configuration } from '#lib/settings/configuration.server.ts';
import { keyringOf, openKeyring, type Keyring } from '#lib/secrets/keyring.server.ts';
import { openDatabase } from './handle.server.ts';
import type { Database } from './schema.ts';

interface Running {
	configuration: Configuration;
	db: Database;
	keyring: Keyring;
	/** The advocacy service's own, only where its private key may be. */
	advocacyKeyring: Keyring | null;
	ledger: Ledger;
}

let running: Running | undefined;

function open(): Running {
	loadSettingsFile();
	const read = readConfiguration();
	if (read.kind === 'incomplete') throw new Error(`Settings are missing:\n${read.faults.join('\n')}`);
	const { configuration } = read;
	const keyring = keyringOf(configuration);
	const service = configuration.advocacyKeyring;
	return {
		configuration,
		db: openDatabase(configuration.databaseUrl),
		keyring,
		advocacyKeyring: service && openKeyring(service.folder, service.masterKey),
		ledger: openLedger(configuration.ledger, keyring)
	};
}

/** Everything the server holds open. */
export function theServer(): Running {
	running ??= open();
	return running;
}

export const database = (): Database => theServer().db;
export const keyring = (): Keyring => theServer().keyring;
