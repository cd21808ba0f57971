/*
 * Serving: checks the settings, puts the front with its limits before the built handler, and listens.
 */
import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MOST_FILES } from '#lib/auth/front/door.ts';
import { frontOf } from '#lib/auth/front/listening.server.ts';
import { finishAll } from '#lib/jobs/ending.server.ts';
import { openDatabase } from '#lib/database/handle.server.ts';
import { pendingMigrations } from '#lib/database/migrate.server.ts';
import { DEMONSTRATION_MET, isDemonstration } from '#lib/secrets/demonstration.server.ts';
import { keyringOf } from '#lib/secrets/keyring.server.ts';
import { pairingOf } from '#lib/secrets/pairing.server.ts';
import {
	loadSettingsFile,
	productionFaults,
	readConfiguration,
	type Configuration
} from '#lib/settings/configuration.server.ts';
import { PAIRING, type CliContext } from './context.ts';

const HANDLER = resolve(process.cwd(), 'build/handler.js');

/** Once a day at most, and nobody's address. */
function warnOfPlainHttp(): void {
	console.error(
		'Somebody came over plain http, and was shown nothing. Put TLS in front (see "Running it for real" in the README); where it is, let the proxy send "X-Forwarded-Proto: https".'
	);
}

/** Everything that must be in order before the first request. */
async function notReady(configuration: Configuration): Promise<string[]> {
	const unbuilt = existsSync(HANDLER) ? [] : ['Earshot is not built: run "npm run build" first.'];
	return [...unbuilt, ...(await notThisDatabase(configuration))];
}

/** What is wrong with the database or the keyring that the settings name. */
async function notThisDatabase(configuration: Configuration): Promise<string[]> {
	const db = openDatabase(configuration.databaseUrl);
	try {
		if ((await pendingMigrations(db)).length > 0)
			return ['The database is older than this version: run "earshot migrate" first.'];
		const keyring = keyringOf(configuration);
		const pairing = await pairingOf(db, keyring);
		if (pairing !== 'paired') return [PAIRING[pairing]];
		return (await isDemonstration(db, keyring)) ? [DEMONSTRATION_MET] : [];
	} finally {
		await db.destroy();
	}
}

/** Listens until it is told to stop; finishes what it has begun. */
export async function listen(configuration: Configuration): Promise<void> {
	process.env['ORIGIN'] = configuration.origin;
	// The front is stricter for all but files; this is the most that it lets through.
	process.env['BODY_SIZE_LIMIT'] = String(MOST_FILES);
	const { handler } = (await import(pathToFileURL(HANDLER).href)) as { handler: RequestListener };
	const server = frontOf(handler, { origin: configuration.origin, onPlainHttp: warnOfPlainHttp });
	await new Promise<void>((ready, failed) => {
		server.once('error', failed);
		server.listen(configuration.port, configuration.host, ready);
	});
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			const finished = finishAll();
			server.close(() => void finished.then(() => process.exit(0)));
			server.closeIdleConnections();
		});
	}
}

/** `earshot serve`: production. */
export async function serve(context: CliContext): Promise<void> {
	loadSettingsFile();
	const read = readConfiguration();
	if (read.kind === 'incomplete')
		return context.fail(`Earshot does not start. Missing or wrong:\n  ${read.faults.join('\n  ')}`);
	const faults = productionFaults(read.configuration);
	if (faults.length === 0) faults.push(...(await notReady(read.configuration)));
	if (faults.length > 0) return context.fail(`Earshot does not start:\n  ${faults.join('\n  ')}`);
	await listen(read.configuration);
	const { origin, host, port } = read.configuration;
	context.say(`Earshot listens on http://${host}:${port} for ${origin}`, { host, port, origin });
}
