/*
 * `npm run demo`: builds if needed, makes a demonstration council on the first run, and serves it on this machine.
 * Everything invented lives in demonstration/; nothing here may touch a real council's data.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { openDatabase } from '#lib/database/handle.server.ts';
import { migrate } from '#lib/database/migrate.server.ts';
import { isDemonstration, markDemonstration } from '#lib/secrets/demonstration.server.ts';
import { keyringOf } from '#lib/secrets/keyring.server.ts';
import { pair, pairingOf } from '#lib/secrets/pairing.server.ts';
import {
	loadSettingsFile,
	readConfiguration,
	SETTINGS_FILE,
	type Configuration
} from '#lib/settings/configuration.server.ts';
import { freshCodes, loadDemonstration, tellCodes } from './demonstration/council.ts';
import { tellSignIns } from './demonstration/sign-ins.ts';
import { freshJoiningCard, tellYoungSignIns } from './demonstration/young-sign-ins.ts';
import { listen } from './serve.ts';

const FIRST_PORT = 3000;

function newest(path: string): number {
	const stat = statSync(path);
	if (!stat.isDirectory()) return stat.mtimeMs;
	return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function buildIfStale(): void {
	const built = 'build/handler.js';
	const sources = Math.max(...['src', 'static', 'package.json', 'svelte.config.js', 'vite.config.ts'].map(newest));
	if (existsSync(built) && statSync(built).mtimeMs > sources) return;
	console.log('Building the pages (about half a minute) …');
	const build = spawnSync('vite', ['build', '--logLevel', 'error'], {
		stdio: 'inherit',
		shell: process.platform === 'win32'
	});
	if (build.status !== 0) process.exit(build.status ?? 1);
}

function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', () => resolve(false));
		probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
	});
}

async function freePort(): Promise<number> {
	const wanted = Number(process.env['PORT'] ?? FIRST_PORT);
	for (let port = wanted; port < wanted + 20; port += 1) if (await isFree(port)) return port;
	throw new Error(`no free port from ${wanted} on`);
}

function settings(): Configuration {
	if (!existsSync(SETTINGS_FILE)) {
		if (existsSync('data/earshot.db')) {
			console.error(`There is a database in data/ but no ${SETTINGS_FILE}. The demonstration does not touch it.`);
			process.exit(1);
		}
		mkdirSync('data', { recursive: true });
		const lines = [
			'# Settings of the demonstration; production refuses them.',
			'EARSHOT_DEMONSTRATION=yes',
			'DATABASE_URL=file:data/earshot.db',
			'EARSHOT_KEYRING=data/keys',
			`EARSHOT_MASTER_KEY=${randomBytes(32).toString('base64')}`
		];
		writeFileSync(SETTINGS_FILE, `${lines.join('\n')}\n`, { mode: 0o600 });
	}
	loadSettingsFile();
	const read = readConfiguration();
	if (read.kind === 'incomplete' || !read.configuration.demonstration) {
		console.error(`${SETTINGS_FILE} is not a demonstration’s. "npm run demo" only runs on its own data.`);
		process.exit(1);
	}
	return read.configuration;
}

const configuration = settings();
buildIfStale();
const port = await freePort();
const origin = `http://localhost:${port}`;
const db = openDatabase(configuration.databaseUrl);
const keyring = keyringOf(configuration);
await migrate(db);
if ((await pairingOf(db, keyring)) !== 'new' && !(await isDemonstration(db, keyring))) {
	console.error(
		'The database and keyring in data/ are not marked as the demonstration’s (an older version made them, or they are real). If they are the demonstration’s, delete the folder data/ and start again.'
	);
	process.exit(1);
}
await pair(db, keyring);
await markDemonstration(db, keyring);
await loadDemonstration(db, keyring, configuration, new Date());
const codes = await freshCodes(db);
const card = await freshJoiningCard(db, keyring, new Date());
await db.destroy();
await listen({ ...configuration, origin, port });

console.log(
	[
		'',
		`Earshot is at ${origin}`,
		'',
		...tellCodes(codes),
		'',
		`Young people sign in at ${origin}/sign-in:`,
		...tellYoungSignIns(),
		`  or join with a new card at ${origin}/join: ${card}`,
		'',
		`Staff sign in at ${origin}/sign-in/staff (the second step shows its code by itself, in the demonstration only):`,
		...tellSignIns(),
		'',
		'To start afresh, stop this and delete the folder data/. Stop with Ctrl+C.',
		''
	].join('\n')
);
