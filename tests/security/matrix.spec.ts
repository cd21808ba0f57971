/*
 * Everybody at every door: each role, each route on the disk, each way to ask, with their own object, another's and none.
 * Who may is said by the table in access/; a route that is not in it fails, and so does a line without a route.
 */
import type { Access } from './access/access.ts';
import { ACCESS } from './access/table.ts';
import { ask, said, type Answer } from './asking.ts';
import { expect, test, type House } from './house.ts';
import { visitsTo, type Visit } from './matrix.ts';
import { routesOnDisk } from './routes.ts';

const routes = await routesOnDisk();
const figures = { visited: 0, allowed: 0, refused: 0, 'not theirs': 0 };
const read = new Map<string, Set<string>>();

/** What is wrong with an answer beyond its meaning: words that are not for these eyes, or something that changed. */
async function betrayals({ canaries, before }: House, visit: Visit, answer: Answer): Promise<string[]> {
	const { comer, expected, path, changesNothing } = visit;
	const faults: string[] = [];
	// The address itself comes back on a page, so what stands in it tells nobody anything.
	const shown = `${answer.location} ${answer.text}`.replaceAll(path, '').replaceAll(encodeURIComponent(path), '');
	for (const { word, readers, itself } of canaries.filter(({ word }) => !path.includes(word) && shown.includes(word))) {
		if (!readers.includes(comer) || (expected !== 'welcome' && !itself)) faults.push(`shows “${word}”`);
		read.set(word, (read.get(word) ?? new Set()).add(comer));
	}
	if (changesNothing) for (const table of await before.changes()) faults.push(`changed ${table}`);
	return faults;
}

/** Whether an answer means what it should; where a route leads back, that is as good as nothing being there. */
function isRight(access: Access, { expected }: Visit, { meaning, status }: Answer): boolean {
	return meaning === expected || (access.leadsBack === true && expected === 'not there' && status === 303);
}

test('every route on the disk is in the table, and every line of the table is a route', () => {
	expect(routes.map(({ path }) => path)).toEqual(Object.keys(ACCESS).sort((one, other) => one.localeCompare(other)));
	for (const { path, actions, methods } of routes) {
		expect(Object.keys(ACCESS[path]?.actions ?? {}).sort(), `actions of ${path}`).toEqual([...actions].sort());
		expect([...(ACCESS[path]?.methods ?? [])].sort(), `methods of ${path}`).toEqual([...methods].sort());
	}
});

for (const route of routes) {
	const access = ACCESS[route.path];
	if (!access) continue;
	test(`${route.path} answers each as it should`, async ({ house }) => {
		test.setTimeout(120_000);
		const faults: string[] = [];
		for (const visit of visitsTo(route, access, house)) {
			const { comer, relation, path, way, stale, expected } = visit;
			const answer = await ask(house.server.origin, path, way, house.cookieOf(comer, stale ? 'stale' : 'fresh'));
			figures.visited += 1;
			if (expected === 'welcome' || expected === 'no such way') figures.allowed += 1;
			else figures[expected === 'not there' ? 'not theirs' : 'refused'] += 1;
			const wrong = isRight(access, visit, answer)
				? []
				: [`${answer.meaning} (${answer.status} ${answer.location}), not ${expected}`];
			wrong.push(...(await betrayals(house, visit, answer)));
			for (const what of wrong)
				faults.push(`${comer}, ${relation ?? 'no'} object${stale ? ', old proof' : ''}, ${said(way)}: ${what}`);
			if (access.goesOn && expected === 'welcome') await house.before.untilQuiet();
			await house.before.restore();
		}
		if (house.server.said()) faults.push(`the server said: ${house.server.said().slice(-500)}`);
		expect(faults).toEqual([]);
	});
}

test('the words that would betray are really shown to somebody who may read them', ({ house }) => {
	const shown = house.canaries.filter(({ readers }) => readers.length > 0);
	expect(shown.filter(({ word }) => !read.has(word)).map(({ word }) => word)).toEqual([]);
});

test.afterAll(() => {
	if (figures.visited === 0) return;
	const parts = Object.entries(figures).map(([what, count]) => `${what} ${count}`);
	console.log(`\nmatrix: ${routes.length} routes, ${parts.join(', ')}`);
});
