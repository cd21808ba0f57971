/*
 * The arrows and measures of the house, each as a rule over all sources that returns what is wrong.
 * How a file is read is in source.ts; which tables may be shared, and why, stands at the end of this one.
 */
import { posix } from 'node:path';
import type { ReadSource } from './source.ts';

export interface Fault {
	rule: string;
	path: string;
	what: string;
}

type Rule = (sources: readonly ReadSource[], owners: ReadonlyMap<string, string>) => Fault[];

const isTest = (path: string) => path.endsWith('.test.ts');
const isOperation = (path: string) => path.endsWith('.server.ts');
const isRule = (path: string) =>
	path.startsWith('src/lib/') && /\.ts$/.test(path) && !isTest(path) && !isOperation(path);

/** The folder of lib/ that a path lies in, or '' outside lib/. */
export const moduleOf = (path: string): string => /^src\/lib\/([^/]+)\//.exec(path)?.[1] ?? '';

/** A rule over each import of each file that is no test. */
function overImports(rule: string, wrong: (from: string, to: string, typeOnly: boolean) => boolean): Rule {
	return (sources) =>
		sources
			.filter(({ path }) => !isTest(path))
			.flatMap(({ path, imports }) =>
				imports
					.filter(({ to, typeOnly }) => wrong(path, to, typeOnly))
					.map(({ to }) => ({ rule, path, what: `imports ${to}` }))
			);
}

/** A rule over each file. */
function overFiles(rule: string, wrong: (source: ReadSource) => string | null): Rule {
	return (sources) =>
		sources.flatMap((source) => {
			const what = wrong(source);
			return what === null ? [] : [{ rule, path: source.path, what }];
		});
}

const IO = /^(?:node:)?(?:fs|fs\/promises|net|http|https|child_process|worker_threads)$|^(?:pg|better-sqlite3)$/;
const SEALED_OFF: Readonly<Record<string, readonly string[]>> = {
	disclosure: ['highs'],
	statistics: ['simple-statistics']
};
/** What is secret, and what is not: talking to someone must never meet a survey. */
const SECRET = ['responses', 'surveys', 'waves', 'comments'];
const FORBIDDEN = ['utils', 'util', 'helpers', 'helper', 'common', 'service', 'services', 'manager', 'managers'];
const MOST_LINES = 250;
const MOST_ROUTE_LINES = 60;
const MOST_FILES = 14;
const MOST_HEADING = 3;

/** What responses/ reaches, directly or through others, must not know people: a type vanishes and may pass. */
const noPeopleBehindResponses: Rule = (sources) => {
	const runs = new Map(
		sources.map(({ path, imports }) => [path, imports.filter((one) => !one.typeOnly).map((one) => one.to)])
	);
	const faults: Fault[] = [];
	for (const { path } of sources.filter((source) => moduleOf(source.path) === 'responses' && !isTest(source.path))) {
		const seen = new Map([[path, path]]);
		for (const [at, way] of seen) {
			for (const to of runs.get(at) ?? []) if (!seen.has(to)) seen.set(to, `${way} → ${to}`);
		}
		const reached = [...seen].find(([to]) => moduleOf(to) === 'people');
		if (reached) faults.push({ rule: 'responses/ never reaches people/', path, what: reached[1] });
	}
	return faults;
};

const onlyOwnTables: Rule = (sources, owners) =>
	sources
		.filter(({ path }) => path.startsWith('src/') && !isTest(path))
		.flatMap(({ path, tables }) =>
			[...new Set(tables)].flatMap((table) => {
				const owner = owners.get(table);
				if (!owner || owner === moduleOf(path) || SHARED[`${path} ${table}`]) return [];
				return [{ rule: 'a table is named by its own module only', path, what: `names ${table} of ${owner}/` }];
			})
		);

const smallFolders: Rule = (sources) => {
	const files = new Map<string, number>();
	for (const { path } of sources) {
		if (!isTest(path)) files.set(posix.dirname(path), (files.get(posix.dirname(path)) ?? 0) + 1);
	}
	return [...files]
		.filter(([, count]) => count > MOST_FILES)
		.map(([path, count]) => ({ rule: 'a folder fits in the eye', path, what: `${count} files` }));
};

export const RULES: readonly Rule[] = [
	overImports('lib never imports routes', (from, to) => from.startsWith('src/lib/') && to.startsWith('src/routes/')),
	overImports('a rule imports no operation', (from, to) => isRule(from) && isOperation(to)),
	overImports('a rule does no input or output', (from, to) => isRule(from) && IO.test(to)),
	overImports('disclosure/ and statistics/ stand alone', (from, to) => {
		const allowed = SEALED_OFF[moduleOf(from)];
		return allowed !== undefined && moduleOf(to) !== moduleOf(from) && !allowed.includes(to);
	}),
	overImports(
		'what the command line shares knows no framework',
		(from, to) =>
			/^\$(?:lib|env|app)\b/.test(to) &&
			/^src\/(?:lib|cli)\//.test(from) &&
			!(from.endsWith('.svelte') && /^\$app/.test(to))
	),
	overImports('talking to someone never meets a survey', (from, to) => {
		const [one, other] = [moduleOf(from), moduleOf(to)];
		return (one === 'concerns' && SECRET.includes(other)) || (SECRET.includes(one) && other === 'concerns');
	}),
	noPeopleBehindResponses,
	onlyOwnTables,
	overFiles('no file is over 250 lines', ({ lines }) => (lines > MOST_LINES ? `${lines} lines` : null)),
	overFiles('a route parses, makes one call, answers', ({ path, lines }) =>
		/\/\+[\w.]*server\.ts$/.test(path) && lines > MOST_ROUTE_LINES ? `${lines} lines` : null
	),
	smallFolders,
	overFiles('names say what is inside', ({ path }) => {
		const word = path.split(/[/.-]/).find((part) => FORBIDDEN.includes(part.toLowerCase()));
		return word ? `"${word}"` : null;
	}),
	overFiles('a file begins with what lives there', ({ path, heading }) => {
		const named = /^src\/.*\/[^+/]+\.(?:ts|svelte|mjs)$/.test(path) && !isTest(path);
		if (!named) return null;
		if (heading === 0) return 'no comment at its beginning';
		return heading > MOST_HEADING ? `a heading of ${heading} lines` : null;
	})
];

/** Everything that is wrong, by every rule. */
export function faultsOf(sources: readonly ReadSource[], owners: ReadonlyMap<string, string>): Fault[] {
	return RULES.flatMap((rule) => rule(sources, owners));
}

/** Tables that another module may name, with the reason. `tests/architecture.test.ts` fails when one is needed no more. */
export const SHARED: Readonly<Record<string, string>> = {
	'src/lib/releases/counting.server.ts response': 'the one file that counts answers',
	'src/lib/responses/ballots.server.ts wave': 'spending a code and the wave being open must be one transaction',
	'src/lib/responses/codes.server.ts wave': 'one join, so that a closed wave answers as quickly as an open one'
};
