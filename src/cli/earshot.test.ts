import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#lib/database/handle.server.ts';
import { readCode, type Code } from '#lib/secrets/code.ts';
import { openKeyring } from '#lib/secrets/keyring.server.ts';
import { csv, EPISODES, HEADER } from '../../tests/data/small-return.ts';
import { again, send } from '../../tests/open-wave.ts';

interface Said {
	code: number;
	out: string;
	err: string;
}

const folder = mkdtempSync(join(tmpdir(), 'earshot-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const masterKey = randomBytes(32);
const SETTINGS = {
	DATABASE_URL: `file:${join(folder, 'earshot.db')}`,
	EARSHOT_KEYRING: join(folder, 'keys'),
	EARSHOT_MASTER_KEY: masterKey.toString('base64'),
	EARSHOT_BACKUPS: join(folder, 'backups'),
	EARSHOT_LEDGER: join(folder, 'ledger'),
	EARSHOT_NOTICES: join(folder, 'notices'),
	EARSHOT_DEMONSTRATION: 'no',
	ORIGIN: 'https://earshot.example'
};

/** Runs the command line as its own process, with these settings and nothing else of ours. */
function run(
	words: string,
	more: { settings?: Record<string, string>; cwd?: string; input?: string } = {}
): Promise<Said> {
	const args = (words.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
	const env = { PATH: process.env['PATH'] ?? '', ...(more.settings ?? SETTINGS) };
	return new Promise((done) => {
		const child = execFile(
			process.execPath,
			[resolve('src/cli/earshot.ts'), ...args],
			{ cwd: more.cwd ?? process.cwd(), env },
			(fault, out, err) => done({ code: fault ? Number(fault.code ?? -1) : 0, out, err })
		);
		child.stdin?.end(more.input ?? '');
	});
}

/** The one object that --json prints. */
function objectOf({ out, code, err }: Said): Record<string, unknown> {
	expect(err).toBe('');
	expect(code).toBe(0);
	expect(out.trim().split('\n')).toHaveLength(1);
	return JSON.parse(out) as Record<string, unknown>;
}

function put(name: string, content: Uint8Array | string): string {
	writeFileSync(join(folder, name), content);
	return join(folder, name);
}

describe('the command line', () => {
	it('helps at every step, with nothing set up', async () => {
		const bare = { settings: {}, cwd: folder };
		const top = await run('--help', bare);
		expect(top.code).toBe(0);
		const names = [...top.out.matchAll(/^ {2}([a-z]+)/gm)]
			.map(([, name = '']) => name)
			.filter((name) => name !== 'help');
		const issue = [
			'migrate',
			'council',
			'people',
			'wave',
			'codes',
			'release',
			'staff',
			'backup',
			'restore',
			'serve',
			'audit',
			'keys',
			'doctor',
			'notices',
			'retention'
		];
		expect([...names].sort()).toEqual([...issue].sort());
		// Each is a process of its own: one step down everywhere, and two steps down once.
		const helped = await Promise.all(
			['people', 'wave', 'codes issue', 'release', 'serve'].map((name) => run(`${name} --help`, bare))
		);
		for (const { code, out, err } of helped) {
			expect(code).toBe(0);
			expect(out).toContain('Usage: earshot');
			expect(err).toBe('');
		}
	});

	it('says what was wrong and what is right, with exit 2', async () => {
		const wrong: [string, RegExp][] = [
			['wave draw', /unknown command 'draw'[^]*--help/],
			['wave create --name A --opens tomorrow --closes 2027-04-01', /opening day must be a date like 2027-03-01/],
			['wave open Nowhere', /no wave "Nowhere"[^]*earshot wave list/],
			['wave open A --recovery-to Ann', /given twice, once for each of two different people/],
			['codes issue A --out x --spares many', /--spares must be a whole number from 0 to 200, but is "many"/],
			['staff add --email nobody --name A --role king', /must look like name@council.example[^]*A role is one of/],
			['restore nowhere.db --yes', /no file nowhere.db/]
		];
		await run('migrate');
		for (const [words, what] of wrong) {
			const { code, out, err } = await run(words);
			expect({ words, code, out }).toEqual({ words, code: 2, out: '' });
			expect(err).toMatch(what);
		}
	});

	it('names every secret that is missing', async () => {
		for (const [words, code] of [
			['migrate', 2],
			['serve', 1]
		] as const) {
			const said = await run(words, { settings: {}, cwd: folder });
			expect(said.code).toBe(code);
			for (const name of ['DATABASE_URL', 'EARSHOT_KEYRING', 'EARSHOT_MASTER_KEY'])
				expect(said.err).toContain(`${name} is missing`);
		}
	});

	it('does not serve demonstration settings, nor an address without TLS, nor another keyring', async () => {
		const demonstration = await run('serve', { settings: { ...SETTINGS, EARSHOT_DEMONSTRATION: 'yes' } });
		expect(demonstration).toMatchObject({ code: 1, err: expect.stringContaining('demonstration') });
		const open = await run('serve', { settings: { ...SETTINGS, ORIGIN: 'http://earshot.example' } });
		expect(open).toMatchObject({ code: 1, err: expect.stringContaining('ORIGIN must be https') });
		const other = { ...SETTINGS, EARSHOT_KEYRING: join(folder, 'other keys') };
		const strange = await run('migrate', { settings: other });
		expect(strange).toMatchObject({ code: 1, err: expect.stringContaining('nothing has changed') });
	});
});

describe('a wave from the command line', () => {
	const day = (daysFromNow: number) => new Date(Date.now() + daysFromNow * 86_400_000).toISOString().slice(0, 10);
	const born = `01/02/${new Date().getUTCFullYear() - 14}`;
	const children = Array.from({ length: 26 }, (_, n) => `C${n + 100}`);
	const cards = join(folder, 'cards');
	let codes: Code[] = [];

	beforeAll(async () => {
		expect((await run('migrate')).code).toBe(0);
	});

	it('imports the young people whole or not at all', async () => {
		const header = put('header.csv', csv('h', HEADER, ...children.map((child) => `${child},1,${born},WBRI`)).bytes);
		const stays = children.map((child) => `${child},01/02/2024,S,C2,N1,U4,,`);
		const bad = put('bad.csv', csv('e', EPISODES, ...stays, 'C100,someday,S,C2,N1,U4,,').bytes);
		const refused = await run(`people import --header ${header} --episodes ${bad} --as-of ${day(0)} --strict`);
		expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('nothing has changed') });
		const none = objectOf(await run('people list --json')) as { standing: Record<string, number> };
		expect(none.standing).toEqual({ 'in care': 0, 'care leaver': 0, left: 0 });
		const good = put('episodes.csv', csv('e', EPISODES, ...stays).bytes);
		const imported = objectOf(
			await run(`--json people import --header ${header} --episodes ${good} --as-of ${day(0)}`)
		);
		expect(imported).toMatchObject({ kind: 'imported', figures: { added: 26 } });
	});

	it('opens, and issues each young person a card once, for their owner only', async () => {
		objectOf(await run(`wave create --name "Spring" --opens ${day(0)} --closes ${day(30)} --json`));
		const opened = objectOf(await run('wave open Spring --recovery-to Ann --recovery-to Ben --json'));
		expect(opened).toMatchObject({ kind: 'opened', halves: [expect.any(String), expect.any(String)] });
		const issued = objectOf(await run(`codes issue Spring --out ${cards} --spares 1 --json`));
		expect(issued).toMatchObject({ kind: 'issued', cards: 26, spares: 1 });
		expect(readdirSync(cards).sort()).toEqual(['spring-code-cards.pdf', 'spring-mail-house.csv']);
		for (const file of readdirSync(cards)) expect(statSync(join(cards, file)).mode & 0o777).toBe(0o600);
		const list = readFileSync(join(cards, 'spring-mail-house.csv'), 'utf8');
		const cells = (parse(list, { bom: true }) as string[][]).flat();
		codes = cells.flatMap((cell) => readCode(cell) ?? []);
		expect(codes).toHaveLength(27);
		const again = await run(`codes issue Spring --out ${cards}`);
		expect(again).toMatchObject({ code: 2, err: expect.stringContaining('--second') });
		const alone = await run(`codes issue Spring --out ${cards} --second nobody@council.example`);
		expect(alone).toMatchObject({ code: 2, err: expect.stringContaining('nobody@council.example') });
		expect(readFileSync(join(cards, 'spring-mail-house.csv'), 'utf8')).toBe(list);
		expect((await run(`codes issue Spring --out ${cards} --spares 0`)).err).toContain('Everybody has a code already');
	});

	it('closes, counts, releases and exports, and says what comes first', async () => {
		const db = openDatabase(SETTINGS.DATABASE_URL);
		const keyring = openKeyring(SETTINGS.EARSHOT_KEYRING, masterKey);
		const { id } = await db.selectFrom('wave').select('id').executeTakeFirstOrThrow();
		const wave = await again(db, id);
		for (const code of codes.slice(0, 12)) await send(db, keyring, { wave, code }, { 'life-satisfaction': '7' });
		await db.destroy();

		const listed = objectOf(await run('wave list --json'));
		expect(listed).toEqual({
			waves: [{ id, name: 'Spring', status: 'open', opens: day(0), closes: day(30) }]
		});
		const early = await run('release make Spring');
		expect(early).toMatchObject({ code: 1, err: expect.stringContaining('earshot wave close') });
		expect(objectOf(await run('wave close Spring --json'))).toEqual({ kind: 'closed' });
		expect((await run('wave close Spring')).code).toBe(1);
		expect(readdirSync(SETTINGS.EARSHOT_BACKUPS)).toHaveLength(1);
		const held = await run('release make Spring');
		expect(held).toMatchObject({ code: 1, err: expect.stringContaining('Ann and Ben') });
		for (const holder of ['Ann', 'Ben'])
			expect((await run(`wave half-destroyed Spring --holder ${holder}`)).code).toBe(0);
		expect(objectOf(await run('release make Spring --json'))).toMatchObject({ kind: 'released' });
		const exported = objectOf(await run(`release export Spring --out ${join(folder, 'out')} --json`));
		const files = exported['files'] as string[];
		expect(files.map((file) => file.slice(-5))).toEqual(['.json', 'e.csv']);
		expect(() => JSON.parse(readFileSync(files[0] ?? '', 'utf8')) as unknown).not.toThrow();
	});

	it('brings back a backup, and says what cannot be one', async () => {
		const { path } = objectOf(await run('backup --json')) as { path: string };
		expect((await run(`restore ${path}`)).code).toBe(2);
		objectOf(await run('staff add --email a@council.example --name Ann --role administrator --json'));
		const twice = await run('staff add --email a@council.example --name Ann --role administrator');
		expect(twice).toMatchObject({ code: 1, err: expect.stringContaining('account already') });
		const broken = await run(`restore ${put('broken.db', 'not a database '.repeat(400))} --yes`);
		expect(broken).toMatchObject({ code: 1, err: expect.stringMatching(/^Nothing was restored/) });
		const restored = objectOf(await run(`restore ${path} --yes --json`));
		expect(restored).toMatchObject({ file: path, kept: expect.stringContaining('before-restore') });
		const releases = objectOf(await run('release list --json')) as { releases: unknown[] };
		expect(releases.releases).toHaveLength(1);
		const db = openDatabase(SETTINGS.DATABASE_URL);
		expect(await db.selectFrom('staff').selectAll().execute()).toEqual([]);
		await db.destroy();
	});
});
