/*
 * The arrows of the house, read from the sources' own imports; each rule first proves that it finds a wrong arrow.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultsOf, SHARED } from './architecture/rules.ts';
import { ownersOf, readSource, type ReadSource } from './architecture/source.ts';

const heading = '/* What lives here. */\n';
const TABLES = 'src/lib/database/tables';
const owners = ownersOf(
	new Map(
		readdirSync(TABLES, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map(({ parentPath, name }) => [name.replace(/\.ts$/, ''), readFileSync(join(parentPath, name), 'utf8')])
	)
);

function sourcesOf(folder: string): ReadSource[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.(?:ts|svelte|mjs)$/.test(entry.name) && !entry.name.includes('.local.'))
		.map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
		.map((path) => readSource({ path, text: readFileSync(path, 'utf8') }));
}

/** What the rules say about one invented file beside two real neighbours. */
function saidOf(path: string, text: string): string[] {
	const others = [
		{ path: 'src/lib/waves/waves.server.ts', text: `${heading}import { x } from '#lib/people/roster.server.ts';` },
		{ path: 'src/lib/people/roster.server.ts', text: heading }
	];
	const read = [{ path, text: heading + text }, ...others].map(readSource);
	return faultsOf(read, owners).map(({ rule, what }) => `${rule}: ${what}`);
}

describe('the checker finds a wrong arrow of each kind', () => {
	const wrong: [string, string, string, string][] = [
		['lib → routes', 'src/lib/waves/x.server.ts', `import '../../routes/sign-in/x.ts';`, 'lib never imports routes'],
		['rule → operation', 'src/lib/waves/x.ts', `import { a } from './waves.server.ts';`, 'a rule imports no operation'],
		['rule → operation, re-exported', 'src/lib/waves/x.ts', `export * from './waves.server.ts';`, 'no operation'],
		[
			'rule → the disk',
			'src/lib/waves/x.ts',
			`import { readdirSync, readFileSync } from 'node:fs';`,
			'no input or output'
		],
		['responses → people', 'src/lib/responses/x.server.ts', `import '#lib/people/roster.ts';`, 'never reaches people/'],
		[
			'responses → waves → people',
			'src/lib/responses/x.server.ts',
			`import { y } from '#lib/waves/waves.server.ts';`,
			'never reaches people/'
		],
		['disclosure → another module', 'src/lib/disclosure/x.ts', `import '#lib/waves/wave.ts';`, 'stand alone'],
		['statistics → another package', 'src/lib/statistics/x.ts', `import 'zod';`, 'stand alone'],
		['lib → framework', 'src/lib/waves/x.ts', `import { env } from '$env/dynamic/private';`, 'no framework'],
		['cli → framework, when it runs', 'src/cli/x.ts', `const y = await import('$lib/x.ts');`, 'no framework'],
		['concerns → a survey', 'src/lib/concerns/x.ts', `import '#lib/waves/wave.ts';`, 'never meets a survey'],
		['a survey → concerns', 'src/lib/responses/x.ts', `import '#lib/concerns/concern.ts';`, 'never meets a survey'],
		['response elsewhere', 'src/lib/waves/x.server.ts', `db.selectFrom('response as r');`, 'names response'],
		['response joined', 'src/lib/releases/x.server.ts', `q.innerJoin('response', 'a', 'b');`, 'names response'],
		['response in raw words', 'src/lib/jobs/x.server.ts', 'sql`select 1 from response`;', 'names response'],
		["another's table", 'src/routes/x/+server.ts', `db.deleteFrom('young_person');`, 'names young_person of people/'],
		['a long route', 'src/routes/x/+page.server.ts', '\n'.repeat(61), 'makes one call'],
		['a long file', 'src/lib/waves/x.ts', '\n'.repeat(251), '250 lines'],
		['a hollow name', 'src/lib/waves/utils.ts', '', '"utils"'],
		['a hollow folder', 'src/lib/service/x.ts', '', '"service"']
	];
	it.each(wrong)('%s', (_kind, path, text, expected) => {
		expect(saidOf(path, text).join('\n')).toContain(expected);
	});

	it('a file without a heading, and one that talks too long', () => {
		const bare = readSource({ path: 'src/lib/waves/x.ts', text: 'export const x = 1;' });
		const long = readSource({ path: 'src/lib/waves/y.ts', text: `/*\n${' * word\n'.repeat(4)} */` });
		expect(faultsOf([bare, long], owners).map(({ what }) => what)).toEqual([
			'no comment at its beginning',
			'a heading of 4 lines'
		]);
	});

	it('a crowded folder', () => {
		const crowd = Array.from({ length: 15 }, (_, n) => readSource({ path: `src/lib/waves/x${n}.ts`, text: heading }));
		expect(faultsOf(crowd, owners)).toMatchObject([{ path: 'src/lib/waves', what: '15 files' }]);
	});

	it('and has nothing to say about a file that is right', () => {
		const right = `import type { Wave } from './wave.ts';\nimport { z } from 'zod';\ndb.selectFrom('wave');`;
		expect(saidOf('src/lib/waves/x.server.ts', right)).toEqual([]);
	});
});

describe('the house', () => {
	const sources = sourcesOf('src');

	it('knows the owner of every table', () => {
		expect(owners.get('response')).toBe('responses');
		expect(owners.get('release_value')).toBe('releases');
		const tables = sources
			.filter(({ path }) => path.startsWith(TABLES))
			.flatMap(({ text }) => text.match(/^export interface \w+Table /gm) ?? []);
		expect(owners.size).toBe(tables.length);
		expect([...owners.values()]).not.toContain('');
	});

	it('has no arrow that runs back, no crowded room and no hollow name', () => {
		expect(sources.length).toBeGreaterThan(100);
		expect(faultsOf(sources, owners).map(({ rule, path, what }) => `${path} ${what} (${rule})`)).toEqual([]);
	});

	it('shares no table that nobody needs shared', () => {
		const needed = new Set(sources.flatMap(({ path, tables }) => tables.map((table) => `${path} ${table}`)));
		expect(Object.keys(SHARED).filter((share) => !needed.has(share))).toEqual([]);
	});
});
