import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '#lib/database/handle.server.ts';
import { migrate } from '#lib/database/migrate.server.ts';
import { OPERATOR, passingFolder } from '../../../tests/open-wave.ts';
import { loadSettingsFile, productionFaults, readConfiguration } from './configuration.server.ts';
import { councilName, nameCouncil } from './council.server.ts';

const NOW = new Date('2027-03-01T10:00:00Z');
const RANDOM = randomBytes(32);
const WHOLE = {
	DATABASE_URL: 'file:data/earshot.db',
	EARSHOT_KEYRING: '/secure/keys',
	EARSHOT_MASTER_KEY: RANDOM.toString('base64'),
	ORIGIN: 'https://earshot.example'
};

function ready(source: NodeJS.ProcessEnv) {
	const read = readConfiguration(source);
	if (read.kind !== 'ready') throw new Error(read.faults.join());
	return read.configuration;
}

function faults(source: NodeJS.ProcessEnv): string[] {
	const read = readConfiguration(source);
	return read.kind === 'incomplete' ? read.faults : [];
}

it('reads what is set and fills in what may be left out', () => {
	expect(ready(WHOLE)).toEqual({
		databaseUrl: 'file:data/earshot.db',
		keyring: '/secure/keys',
		masterKey: RANDOM,
		nextMasterKey: null,
		demonstration: false,
		backups: 'data/backups',
		backupCommand: null,
		copy: null,
		ledger: 'data/ledger',
		advocacyKeyring: null,
		channels: { folder: 'data/notices', filesAreTaken: false, smtp: null, notify: null },
		origin: 'https://earshot.example',
		singleSignOn: null,
		host: '127.0.0.1',
		port: 3000
	});
});

it('names every secret that is missing, all at once, with what it is', () => {
	const all = faults({});
	for (const name of ['DATABASE_URL', 'EARSHOT_KEYRING', 'EARSHOT_MASTER_KEY']) {
		expect(all.filter((fault) => fault.startsWith(`${name} is missing:`))).toHaveLength(1);
	}
	expect(all).toHaveLength(3);
});

it('names what is wrong, and never repeats a secret', () => {
	const short = faults({ ...WHOLE, EARSHOT_MASTER_KEY: 'hunter2hunter2' });
	expect(short).toEqual([expect.stringContaining('EARSHOT_MASTER_KEY must be 32 random bytes')]);
	expect(short.join()).not.toContain('hunter2');
	expect(faults({ ...WHOLE, DATABASE_URL: 'mysql://u:secret@x' }).join()).toMatch(
		/^DATABASE_URL must start(?!.*secret)/
	);
	expect(faults({ ...WHOLE, EARSHOT_KEYRING: '' }).join()).toContain('EARSHOT_KEYRING is missing');
	expect(faults({ ...WHOLE, EARSHOT_DEMONSTRATION: 'maybe' }).join()).toContain('EARSHOT_DEMONSTRATION');
	for (const PORT of ['0', '70000', 'http']) expect(faults({ ...WHOLE, PORT }).join()).toContain('PORT');
});

it('takes single sign-on whole or not at all, and only where nobody listens in', () => {
	const three = {
		EARSHOT_OIDC_ISSUER: 'https://login.council.example/v2.0',
		EARSHOT_OIDC_CLIENT_ID: 'earshot',
		EARSHOT_OIDC_CLIENT_SECRET: 'a-secret'
	};
	expect(ready({ ...WHOLE, ...three }).singleSignOn).toEqual({
		issuer: three.EARSHOT_OIDC_ISSUER,
		clientId: 'earshot',
		clientSecret: 'a-secret'
	});
	for (const name of Object.keys(three)) {
		const said = faults({ ...WHOLE, ...three, [name]: undefined });
		expect(said).toEqual([expect.stringContaining(`${name} is missing`)]);
		expect(said.join()).not.toContain('a-secret');
	}
	for (const EARSHOT_OIDC_ISSUER of ['http://login.council.example', 'http://localhost.council.example', 'login'])
		expect(faults({ ...WHOLE, ...three, EARSHOT_OIDC_ISSUER })).toEqual([
			expect.stringContaining('EARSHOT_OIDC_ISSUER must be an https address')
		]);
	for (const EARSHOT_OIDC_ISSUER of ['http://localhost:4000', 'http://127.0.0.1:4000/oidc'])
		expect(ready({ ...WHOLE, ...three, EARSHOT_OIDC_ISSUER }).singleSignOn?.issuer).toBe(EARSHOT_OIDC_ISSUER);
});

it('takes no issuer that stands for many organisations, and says which it wants', () => {
	const three = { EARSHOT_OIDC_CLIENT_ID: 'earshot', EARSHOT_OIDC_CLIENT_SECRET: 'a-secret' };
	const withIssuer = (EARSHOT_OIDC_ISSUER: string) => ({ ...WHOLE, ...three, EARSHOT_OIDC_ISSUER });
	for (const directory of [
		'common/v2.0',
		'Organizations/v2.0',
		'consumers',
		'{tenantid}/v2.0',
		'%7Btenantid%7D/v2.0',
		'9188040d-6c67-4c5b-b112-36a304b66dad/v2.0'
	])
		for (const host of ['login.microsoftonline.com', 'login.microsoftonline.us', 'sts.windows.net'])
			expect(faults(withIssuer(`https://${host}/${directory}`)), directory).toEqual([
				expect.stringMatching(/^EARSHOT_OIDC_ISSUER must be your own council’s directory.*would let strangers in$/)
			]);
	for (const one of [
		'https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0',
		'https://login.microsoftonline.com/council.onmicrosoft.com/v2.0',
		'https://login.council.example/common/realms/staff',
		'https://login.council.example/100%'
	])
		expect(ready(withIssuer(one)).singleSignOn?.issuer).toBe(one);
});

it('refuses demonstration settings, a missing address and one without TLS in production', () => {
	expect(productionFaults(ready(WHOLE))).toEqual([]);
	expect(productionFaults(ready({ ...WHOLE, EARSHOT_DEMONSTRATION: 'yes' })).join()).toContain('demonstration');
	expect(productionFaults(ready({ ...WHOLE, ORIGIN: undefined })).join()).toContain('ORIGIN is missing');
	for (const ORIGIN of ['http://earshot.example', 'http://localhost.example', 'ftp://earshot.example'])
		expect(productionFaults(ready({ ...WHOLE, ORIGIN })).join()).toContain('must be https');
	for (const ORIGIN of ['http://localhost:3000', 'http://127.0.0.1'])
		expect(productionFaults(ready({ ...WHOLE, ORIGIN }))).toEqual([]);
});

it('takes from the settings file only what the environment does not say', () => {
	const path = join(passingFolder(), 'earshot.env');
	writeFileSync(path, 'EARSHOT_TEST_SAID=file\nEARSHOT_TEST_UNSAID=file\n');
	process.env['EARSHOT_TEST_SAID'] = 'environment';
	onTestFinished(() => {
		delete process.env['EARSHOT_TEST_SAID'];
		delete process.env['EARSHOT_TEST_UNSAID'];
	});
	loadSettingsFile(path);
	loadSettingsFile(join(passingFolder(), 'not there'));
	expect(process.env['EARSHOT_TEST_SAID']).toBe('environment');
	expect(process.env['EARSHOT_TEST_UNSAID']).toBe('file');
});

it('calls the council by its name once it has one', async () => {
	const db = openDatabase('file::memory:');
	await migrate(db);
	expect(await councilName(db)).toBe('Your council');
	await nameCouncil(db, OPERATOR, 'Exampleton', NOW);
	await nameCouncil(db, OPERATOR, 'Exampleton City', NOW);
	expect(await councilName(db)).toBe('Exampleton City');
	await db.destroy();
});

it('takes no master key that nobody can have drawn at random, and none that stands for two', () => {
	const poor = [
		Buffer.alloc(32, 7),
		Buffer.from('correct horse battery staple 32!'),
		Buffer.from(Array.from({ length: 32 }, (_, n) => n)),
		Buffer.from('abcdefgh'.repeat(4))
	];
	for (const key of poor) {
		expect(key).toHaveLength(32);
		const said = faults({ ...WHOLE, EARSHOT_MASTER_KEY: key.toString('base64') }).join();
		expect(said).toContain('EARSHOT_MASTER_KEY is obviously not random');
		expect(said).not.toContain(key.toString('base64'));
	}
	for (let turn = 0; turn < 500; turn += 1) {
		const key = randomBytes(32).toString('base64');
		expect(faults({ ...WHOLE, EARSHOT_MASTER_KEY: key })).toEqual([]);
	}
	expect(faults({ ...WHOLE, EARSHOT_MASTER_KEY_NEXT: WHOLE.EARSHOT_MASTER_KEY }).join()).toContain('another one');
	const service = { EARSHOT_ADVOCACY_KEYRING: 'x', EARSHOT_ADVOCACY_MASTER_KEY: WHOLE.EARSHOT_MASTER_KEY };
	expect(faults({ ...WHOLE, ...service }).join()).toContain('one of its own');
	const next = randomBytes(32);
	expect(ready({ ...WHOLE, EARSHOT_MASTER_KEY_NEXT: next.toString('base64') }).nextMasterKey).toEqual(next);
});
