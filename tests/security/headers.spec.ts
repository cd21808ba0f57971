/*
 * Every route once more, as somebody who may: what each answer says about its use, what each cookie may, what the page
 * holds. Files, refusals, faults and the ends of a visit too.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { ACCESS } from './access/table.ts';
import { ask, type Answer } from './asking.ts';
import { expect, test } from './house.ts';
import type { Comer } from './inhabitants.ts';
import { visitsTo } from './matrix.ts';
import { answerFaults, cookieFaults, headerFaults, pageFaults, titleFaults } from './protection.ts';
import { routesOnDisk } from './routes.ts';

const NAMES = ['Ownbird', 'Otherbird', 'Canary'];
const routes = await routesOnDisk();
const counted = { answers: 0, cookies: 0 };

function faultsOf({ headers, text, location, status }: Answer, path: string): string[] {
	counted.answers += 1;
	const isPage = headers.get('content-type')?.includes('text/html') ?? false;
	const cookies = headers.getSetCookie();
	counted.cookies += cookies.length;
	return [
		...answerFaults(headers),
		...cookies.flatMap(cookieFaults),
		...(isPage ? pageFaults(text, NAMES) : []),
		...(isPage && status < 300 ? titleFaults(path, text) : []),
		...NAMES.filter((name) => decodeURIComponent(location).includes(name)).map((name) => `${name} in ${location}`)
	];
}

for (const route of routes.filter(({ path }) => ACCESS[path])) {
	test(`${route.path} says how it may be used`, async ({ house }) => {
		const access = ACCESS[route.path] ?? { for: {} };
		const [first = 'nobody'] = access.for === 'everybody' ? [] : (Object.keys(access.for) as Comer[]);
		const faults: string[] = [];
		const visits = visitsTo(route, access, house);
		for (const { comer, path, way, stale } of visits.filter(
			({ relation }) => relation === null || relation === 'own'
		)) {
			if (comer !== first && comer !== 'nobody' && comer !== 'advocacy worker') continue;
			const answer = await ask(house.server.origin, path, way, house.cookieOf(comer, stale ? 'stale' : 'fresh'));
			faults.push(...faultsOf(answer, path).map((fault) => `${comer}, ${way.kind}: ${fault}`));
			await house.before.restore();
		}
		expect([...new Set(faults)]).toEqual([]);
	});
}

test('faults and refusals are protected like pages', async ({ house }) => {
	const { origin } = house.server;
	const cookie = house.cookieOf('committee member');
	const faults: string[] = [];
	const look = async (said: string, status: number, answer: Promise<Answer>) => {
		const given = await answer;
		if (given.status !== status) faults.push(`${said} answers ${given.status}, not ${status}`);
		faults.push(...faultsOf(given, '/nowhere').map((fault) => `${said}: ${fault}`));
	};
	await look('nowhere', 404, ask(origin, '/nowhere', { kind: 'page' }, ''));
	await look('an endless address', 404, ask(origin, `/${'x'.repeat(8000)}`, { kind: 'page' }, ''));
	await look('not for them', 403, ask(origin, '/staff', { kind: 'page' }, cookie));
	await look('a method that nobody knows', 405, ask(origin, '/health', { kind: 'method', method: 'DELETE' }, ''));
	const planted = '__Secure-survey=theirs; __Secure-survey=mine';
	await look('two visits at once', 400, ask(origin, '/survey', { kind: 'page' }, planted));
	const body = `code=${'x'.repeat(600_000)}`;
	await look('far too much', 413, ask(origin, '/survey', { kind: 'form', action: 'default', body }, ''));
	// The framework itself refuses some of these, before the hook: a line of plain text, without a policy of its own.
	const elsewhere = await ask(origin, '/leave', { kind: 'elsewhere' }, '');
	faults.push(...headerFaults(elsewhere.headers), ...(elsewhere.status === 403 ? [] : ['another site is let in']));
	await sql`alter table release rename to release_gone`.execute(house.db);
	try {
		await look('a fault of ours', 500, ask(origin, '/committee', { kind: 'page' }, cookie));
	} finally {
		await sql`alter table release_gone rename to release`.execute(house.db);
	}
	expect(faults).toEqual([]);
});

test('files are protected too, and those that never change may be kept', async ({ house }) => {
	const built = readdirSync('build/client', { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name).replace(/^build\/client/, ''));
	expect(built.length).toBeGreaterThan(5);
	const faults: string[] = [];
	for (const path of built) {
		const { headers, status } = await fetch(house.server.origin + path);
		const forEver = /immutable/.test(headers.get('cache-control') ?? '');
		if (forEver !== path.includes('/immutable/')) faults.push(`${path} is kept ${forEver ? 'for ever' : 'too short'}`);
		faults.push(
			...[...(status === 200 ? [] : [`status ${status}`]), ...headerFaults(headers)].map((one) => `${path}: ${one}`)
		);
		if (headers.getSetCookie().length > 0) faults.push(`${path} sets a cookie`);
	}
	expect(faults).toEqual([]);
});

test('signing out and leaving take the cookies and clear the browser', async ({ house }) => {
	for (const [path, cleared] of [
		['/sign-out', ['"cache"', '"storage"']],
		['/leave', ['"cache"', '"cookies"', '"storage"']]
	] as const) {
		for (const comer of ['young person', 'IRO'] as const) {
			const cookie = house.cookieOf(comer);
			const answer = await ask(house.server.origin, path, { kind: 'method', method: 'POST' }, cookie);
			for (const what of cleared) expect(answer.headers.get('clear-site-data'), path).toContain(what);
			const taken = answer.headers.getSetCookie().filter((line) => /Max-Age=0/i.test(line));
			expect(taken.join('\n'), path).toContain('__Host-session=;');
			const home = comer === 'IRO' ? '/staff' : '/me';
			expect((await ask(house.server.origin, home, { kind: 'page' }, cookie)).meaning).toBe('sign in first');
			await house.before.restore();
		}
	}
});

test.afterAll(() => {
	if (counted.answers > 0) console.log(`\nheaders: ${counted.answers} answers, ${counted.cookies} cookies looked at`);
});
