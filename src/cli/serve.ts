/*
 * Serving: checks the settings, puts the safety headers in front of static files too, and hands over to the built handler.
 */
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SAFETY_HEADERS } from '#lib/auth/headers.ts';
import { openDatabase } from '#lib/database/handle.server.ts';
import { pendingMigrations } from '#lib/database/migrate.server.ts';
import { openKeyring } from '#lib/secrets/keyring.server.ts';
import { pairingOf } from '#lib/secrets/pairing.server.ts';
import {
	loadSettingsFile,
	productionFaults,
	readConfiguration,
	type Configuration
} from '#lib/settings/configuration.server.ts';
import { PAIRING, type CliContext } from './context.ts';

const HANDLER = resolve(process.cwd(), 'build/handler.js');

/** Static files bypass the hook: they get their headers here, and every page gets its own over them. */
function setHeaders(response: ServerResponse): void {
	for (const [name, value] of Object.entries(SAFETY_HEADERS)) response.setHeader(name, value);
}

/** Everything that must be in order before the first request. */
async function notReady(configuration: Configuration): Promise<string[]> {
	if (!existsSync(HANDLER)) return ['Earshot is not built: run "npm run build" first.'];
	const db = openDatabase(configuration.databaseUrl);
	try {
		if ((await pendingMigrations(db)).length > 0)
			return ['The database is older than this version: run "earshot migrate" first.'];
		const pairing = await pairingOf(db, openKeyring(configuration.keyring, configuration.masterKey));
		return pairing === 'paired' ? [] : [PAIRING[pairing]];
	} finally {
		await db.destroy();
	}
}

/** Listens until it is told to stop; finishes what it has begun. */
export async function listen(configuration: Configuration): Promise<void> {
	process.env['ORIGIN'] = configuration.origin;
	const { handler } = (await import(pathToFileURL(HANDLER).href)) as {
		handler: (request: IncomingMessage, response: ServerResponse) => void;
	};
	const server = createServer((request, response) => {
		setHeaders(response);
		handler(request, response);
	});
	await new Promise<void>((ready, failed) => {
		server.once('error', failed);
		server.listen(configuration.port, configuration.host, ready);
	});
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			server.close(() => process.exit(0));
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
