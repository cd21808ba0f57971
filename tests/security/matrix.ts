/*
 * Every request of the matrix and what its answer must mean, from the table alone: who comes, which route, in which way,
 * to whose object. No request is made here.
 */
import type { Access, Action, People } from './access/access.ts';
import { ENTERED_BY } from './access/table.ts';
import type { Meaning, Way } from './asking.ts';
import { ENTRANTS, type Comer, type Inhabited, type Relation } from './inhabitants.ts';
import type { Route } from './routes.ts';

export interface Visit {
	comer: Comer;
	relation: Relation | null;
	path: string;
	way: Way;
	expected: Meaning;
	/** The proof of who it is is older than five minutes. */
	stale: boolean;
	/** Whatever is answered, nobody's things may be others afterwards. */
	changesNothing: boolean;
}

const JUNK = 'id=1&go=next&name=Nobody&code=0000-0000-0000-0000&confirm=yes&role=IRO&%3Cscript%3E=1';

type Asked = { way: Way; relation: Relation | null; path: string };

/** What the parameter of a route is replaced by, for each relation that there is. */
function addressesOf(route: Route, { object }: Access, { objects }: Inhabited): [Relation | null, string][] {
	if (!object) return [[null, route.path]];
	const fill = (...values: readonly string[]) =>
		values.reduce((path, value) => path.replace(/\[[^\]]*\]/, value), route.path);
	if (typeof object === 'object') return [[null, fill(...[object.text].flat())]];
	return Object.entries(objects[object]).map(([relation, id]) => [relation as Relation, fill(id)]);
}

/** An action of the table, where it is more than the page's. */
function actionOf(access: Access, way: Way): Action {
	const action = 'action' in way && way.action !== null ? access.actions?.[way.action] : undefined;
	return action && action !== 'same' ? action : {};
}

/** Each form action with nothing and, as a script asks, with something; or with each object that it names. */
function actionsAt(route: Route, access: Access, { objects }: Inhabited, at: Omit<Asked, 'way'>): Asked[] {
	return route.actions.flatMap((action): Asked[] => {
		const form = (body: string): Way => ({ kind: 'form', action, body });
		const { object, body } = actionOf(access, form(''));
		if (body && object)
			return Object.entries(objects[object]).map(([relation, id]) => {
				return { ...at, relation: relation as Relation, way: form(body(id)) };
			});
		const bodies = body ? [body(''), body('')] : ['', JUNK];
		return [
			{ ...at, way: form(bodies[0] ?? '') },
			{ ...at, way: { kind: 'script action', action, body: bodies[1] ?? '' } }
		];
	});
}

/** The other ways to ask a route. */
function waysOf(route: Route): Way[] {
	const ways: Way[] = [];
	if (route.page) ways.push({ kind: 'page' }, { kind: 'data' });
	if (route.page && route.actions.length === 0) ways.push({ kind: 'form', action: null, body: '' });
	for (const method of route.methods) {
		ways.push({ kind: 'method', method });
		if (method !== 'GET') ways.push({ kind: 'method', method, body: JUNK });
	}
	const unlisted = ['DELETE', 'PUT'].find((method) => !route.methods.includes(method));
	if (unlisted) ways.push({ kind: 'method', method: unlisted });
	return ways;
}

const areaOf = ({ path }: Route) => path.split('/')[1] ?? '';

/** Nobody answers what a route does not offer, once somebody is in. */
function isOffered(route: Route, way: Way): boolean {
	if (way.kind === 'method') return route.methods.includes(way.method);
	return !('action' in way) || way.action !== null;
}

function finds(people: People, comer: Comer, relation: Relation | null): boolean {
	const reach = people[comer];
	if (!reach || relation === 'none') return false;
	return reach === 'all' || relation !== 'other';
}

function expectedOf(
	route: Route,
	access: Access,
	{ comer, relation, way, stale }: Asked & Pick<Visit, 'comer' | 'stale'>
) {
	const action = actionOf(access, way);
	const people = action.for ?? access.for;
	if (people === 'everybody' && isOffered(route, way)) return access.absent ? 'not there' : 'welcome';
	if (people === 'everybody') return 'no such way';
	if (comer === 'nobody') return 'sign in first';
	if (!ENTERED_BY[areaOf(route)]?.includes(comer)) return 'refused';
	// Young people prove it by signing in again; data is refused as to anybody who is not signed in.
	if (stale && access.proof) return way.kind === 'data' || areaOf(route) === 'me' ? 'sign in first' : 'prove it again';
	if (!isOffered(route, way)) return 'no such way';
	return finds(people, comer, relation) || (action.told && people[comer]) ? 'welcome' : 'not there';
}

/** All visits to a route. */
export function visitsTo(route: Route, access: Access, house: Inhabited): Visit[] {
	const asked = addressesOf(route, access, house).flatMap(([relation, path]): Asked[] => [
		...waysOf(route).map((way) => ({ relation, path, way })),
		...actionsAt(route, access, house, { relation, path })
	]);
	return asked.flatMap((one) =>
		ENTRANTS.flatMap((comer) =>
			(access.proof && comer !== 'nobody' ? [false, true] : [false]).map((stale): Visit => {
				const expected = expectedOf(route, access, { ...one, comer, stale });
				const notTheirs = Boolean(actionOf(access, one.way).told) && one.relation !== 'own';
				return { ...one, comer, stale, expected, changesNothing: expected !== 'welcome' || notTheirs };
			})
		)
	);
}
