import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { markDemonstration } from '#lib/secrets/demonstration.server.ts';
import { openKeyring } from '#lib/secrets/keyring.server.ts';
import { tenantKeyVersions } from '#lib/secrets/records.server.ts';
import { fillSealedColumns, openEverything, type Filled } from '../../tests/data/sealed-rows.ts';
import { freshSurroundings, type Surroundings } from '../../tests/server/surroundings.ts';

interface Said {
	code: number;
	out: string;
	err: string;
}

let around: Surroundings;
let filled: Filled[];
beforeAll(async () => {
	around = await freshSurroundings();
	filled = await fillSealedColumns(around.db, around.keyring, ({ column }) => `words of ${column}`);
	return () => around.remove();
});

/** Runs the command line as its own process. */
function run(words: string, settings: Record<string, string> = around.settings): Promise<Said> {
	const env = { PATH: process.env['PATH'] ?? '', ORIGIN: 'https://earshot.example', ...settings };
	return new Promise((done) => {
		execFile(process.execPath, [resolve('src/cli/earshot.ts'), ...words.split(' ')], { env }, (fault, out, err) =>
			done({ code: fault ? Number(fault.code ?? -1) : 0, out, err })
		);
	});
}

interface Finding {
	what: string;
	state: string;
	words: string;
}

async function doctor(more = '', settings = around.settings): Promise<{ code: number; found: Finding[] }> {
	const { out, code } = await run(`keys doctor --json${more}`, settings);
	return { code, found: (JSON.parse(out) as { findings: Finding[] }).findings };
}

const state = (found: readonly Finding[], what: string) => found.find((one) => one.what === what)?.state;

it('changes the key, tells machines how many, and leaves the old one until backups no longer need it', async () => {
	const { out, code } = await run('keys rotate --json');
	expect({ code, ...(JSON.parse(out) as object) }).toMatchObject({ code: 0, kind: 'rotated', rows: filled.length });
	expect(tenantKeyVersions(around.keyring, 'council')).toEqual([1, 2]);
	const early = await run('keys destroy-old');
	expect(early).toMatchObject({ code: 1, out: '' });
	expect(early.err).toContain('needed until');
	expect((await run('keys destroy-old --now')).err).toContain('may need the old one until');
	// Twenty minutes ago.
	const ended_at = new Date(Date.now() - 20 * 60_000).toISOString();
	await around.db.updateTable('key_rotation').set({ ended_at }).execute();
	const now = await run('keys destroy-old --now');
	expect(now.out).toMatch(/Destroyed for good: version 1.*\n.*cannot be read any longer/);
	expect(tenantKeyVersions(around.keyring, 'council')).toEqual([2]);
	expect((await openEverything(around.db, around.keyring)).size).toBe(filled.length);
});

it('finds what is wrong with keys and records, each, and exits with 1', async () => {
	const folder = around.settings['EARSHOT_KEYRING'] ?? '';
	const well = await doctor(' --all');
	expect(well.code).toBe(0);
	expect(well.found.filter((one) => one.state === 'wrong')).toEqual([]);
	expect(state(well.found, 'Sealed records open')).toBe('good');

	chmodSync(folder, 0o755);
	writeFileSync(join(folder, 'tenant/council-9.key.0a0b0c.unfinished'), 'x', { mode: 0o600 });
	const [{ place }] = filled as [Filled];
	const details = () => around.db.selectFrom('young_person').select('details_sealed').executeTakeFirstOrThrow();
	const { details_sealed } = await details();
	await around.db
		.updateTable('young_person')
		.set({ details_sealed: `${details_sealed}AAAA` })
		.execute();
	const ill = await doctor();
	expect(ill.code).toBe(1);
	expect(state(ill.found, 'Who may read the keyring')).toBe('wrong');
	expect(state(ill.found, 'Files that were left unfinished')).toBe('warning');
	expect(state(ill.found, 'Sealed records open')).toBe('wrong');
	expect(ill.found.find(({ what }) => what === 'Sealed records open')?.words).toContain(place.id);
	chmodSync(folder, 0o700);
	rmSync(join(folder, 'tenant/council-9.key.0a0b0c.unfinished'));
	await around.db.updateTable('young_person').set({ details_sealed }).execute();

	const own = around.keyring.get(`person/${place.owner}`) as Buffer;
	around.keyring.destroy(`person/${place.owner}`);
	expect(state((await doctor()).found, 'Young people’s own keys')).toBe('wrong');
	around.keyring.put(`person/${place.owner}`, own);

	const identity = around.keyring.get('tenant/identity') as Buffer;
	around.keyring.destroy('tenant/identity');
	expect(state((await doctor()).found, 'Keyring of this database')).toBe('wrong');
	around.keyring.put('tenant/identity', identity);
	const other = { ...around.settings, EARSHOT_MASTER_KEY: randomBytes(32).toString('base64') };
	const lost = await doctor('', other);
	expect(lost.code).toBe(1);
	expect(state(lost.found, 'Keyring of this database')).toBe('wrong');
	expect((await doctor()).code).toBe(0);
});

it('changes the master key file by file, in three steps that it tells', async () => {
	const next = randomBytes(32);
	const both = { ...around.settings, EARSHOT_MASTER_KEY_NEXT: next.toString('base64') };
	expect((await run('keys new-master')).err).toContain('EARSHOT_MASTER_KEY_NEXT is not set');
	expect((await run('keys new-master', both)).err).toContain('--yes');
	const names = () => readdirSync(around.settings['EARSHOT_KEYRING'] ?? '', { recursive: true });
	const before = names();
	const done = await run('keys new-master --yes --json', both);
	expect(JSON.parse(done.out)).toMatchObject({ done: 0, unreadable: [] });
	expect(names()).toEqual(before);
	const noted = around.db.selectFrom('audit_event').select('detail').where('what', '=', 'keys changed');
	const details = (await noted.execute()).map(({ detail }) => JSON.parse(detail) as object);
	expect(details.slice(-2)).toMatchObject([
		{ what: 'master key', state: 'begun' },
		{ what: 'master key', state: 'ended' }
	]);
	const again = JSON.parse((await run('keys new-master --yes --json', both)).out) as object;
	expect(again).toMatchObject({ rewrapped: 0, unreadable: [] });
	expect((await doctor('', both)).found.map(({ what }) => what)).toContain('Master key is being changed');
	// The old setting alone opens nothing any longer; the new one alone everything.
	expect((await run('keys rotate')).err).toContain('EARSHOT_MASTER_KEY does not open');
	around.settings['EARSHOT_MASTER_KEY'] = next.toString('base64');
	around.keyring = openKeyring(around.settings['EARSHOT_KEYRING'] ?? '', next);
	expect((await doctor(' --all')).code).toBe(0);
});

it('makes the advocacy service’s keys in its own folder only, and the council’s server trusts the public one', async () => {
	const folder = join(around.folder, 'service');
	const key = randomBytes(32).toString('base64');
	const service = { EARSHOT_ADVOCACY_KEYRING: folder, EARSHOT_ADVOCACY_MASTER_KEY: key };
	expect((await run('keys advocacy make', {})).err).toContain('EARSHOT_ADVOCACY_KEYRING is missing');
	const councils = { ...service, EARSHOT_ADVOCACY_KEYRING: around.settings['EARSHOT_KEYRING'] ?? '' };
	expect(await run('keys advocacy make', { ...around.settings, ...councils })).toMatchObject({ code: 2 });
	const { publicKey } = JSON.parse((await run('keys advocacy make --json', service)).out) as { publicKey: string };
	expect(JSON.parse((await run('keys advocacy make --json', service)).out)).toEqual({ kind: 'known', publicKey });
	expect(await run('keys advocacy trust advocacy.nonsense.x')).toMatchObject({ code: 2 });
	expect((await run(`keys advocacy trust ${publicKey}`)).out).toContain('Trusted');
	const newPair = await run('keys advocacy make --again --json', { ...around.settings, ...service });
	const next = (JSON.parse(newPair.out) as { publicKey: string }).publicKey;
	expect((await run(`keys advocacy trust ${next}`)).out).toContain('Trusted');
	const noted = around.db.selectFrom('audit_event').select('detail').where('what', '=', 'keys changed');
	const details = (await noted.execute()).map(({ detail }) => (JSON.parse(detail) as { what?: string }).what);
	expect(details.filter((what) => what === 'advocacy key trusted')).toHaveLength(2);
	expect(details.filter((what) => what === 'advocacy key pair made')).toHaveLength(1);
	const found = (await doctor('', { ...around.settings, ...service })).found;
	expect(state(found, 'Advocacy service’s own keyring')).toBe('good');
	expect(existsSync(join(around.settings['EARSHOT_KEYRING'] ?? '', 'advocacy/own-1.key'))).toBe(false);
});

it('refuses the demonstration’s keyring and database where the settings are not the demonstration’s', async () => {
	const demonstration = await freshSurroundings();
	onTestFinished(() => demonstration.remove());
	const { db, keyring, settings } = demonstration;
	expect((await run('staff list', settings)).code).toBe(0);
	await markDemonstration(db, keyring);
	for (const command of ['staff list', 'keys rotate', 'codes issue x --out x'])
		expect(await run(command, settings)).toMatchObject({
			code: 1,
			err: expect.stringContaining('demonstration') as string
		});
	const serving = await run('serve', settings);
	expect(serving).toMatchObject({ code: 1, out: '' });
	expect(serving.err).toContain('demonstration’s');
	const poor = { ...settings, EARSHOT_MASTER_KEY: Buffer.alloc(32, 7).toString('base64') };
	expect((await run('serve', poor)).err).toContain('EARSHOT_MASTER_KEY is obviously not random');
	// Also when only the database, or only the keyring, was copied.
	keyring.destroy('demonstration/mark');
	expect((await run('staff list', settings)).err).toContain('demonstration');
	keyring.getOrDraw('demonstration/mark');
	await db.deleteFrom('setting').where('key', '=', 'demonstration').execute();
	expect((await run('staff list', settings)).err).toContain('demonstration');
	expect((await run('staff list', { ...settings, EARSHOT_DEMONSTRATION: 'yes' })).code).toBe(0);
});
