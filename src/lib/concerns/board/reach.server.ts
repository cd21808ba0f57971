/*
 * Who may see a concern: safeguarding leads, the worker it was also sent to while they work with that young person, whoever
 * it went up to while it is open, and who covers for one of them today. What is about a worker is for none of theirs.
 */
import type { Selectable, SelectQueryBuilder } from 'kysely';
import type { Actor } from '#lib/auth/actor.ts';
import { stateOf as accountState } from '#lib/auth/colleagues/colleague.ts';
import { colleaguesOf, type Colleague } from '#lib/auth/staff/accounts.server.ts';
import type { ConcernTable, Database, Schema } from '#lib/database/schema.ts';
import { CASELOAD_ROLES } from '#lib/people/caseload.ts';
import { caseloadsNow, coveringOn, withCover, workersOf, worksWith } from '#lib/people/workers/covering.server.ts';
import { canBeNamed } from '../going-up/naming.server.ts';

/** What somebody reaches on a day, as staff ids and ids of young people. */
export interface Reach {
	/** Every concern, but for `notAbout`: a safeguarding lead, or who covers for one. */
	everything: boolean;
	/** As a worker, themself and those they cover: with whom each works today. */
	workers: Map<string, string[]>;
	/** To whom it may have gone up: themself, and those they cover, as far as they could be named now. */
	toldAs: string[];
	/** Young people they work with: nothing of theirs that is about a worker. */
	notAbout: string[];
}

const LEAD = 'safeguarding lead';
const hasCaseload = ({ roles }: Pick<Colleague, 'roles'>) => CASELOAD_ROLES.some((role) => roles.includes(role));

/** What an actor reaches on an ISO day; null for the command line and the advocacy service. An administrator's office opens nothing. */
export async function reachOf(db: Database, actor: Actor, today: string): Promise<Reach | null> {
	if ('commandLine' in actor || actor.tenant !== 'council') return null;
	const { staffId, roles } = actor;
	const isAdministrator = roles.includes('administrator');
	const covered = (await coveringOn(db, today)).filter(({ by }) => by === staffId && !isAdministrator);
	const away = covered.map((one) => one.away);
	const colleagues = await colleaguesOf(db, 'council');
	const absent = colleagues.filter(({ id }) => away.includes(id));
	const workers = [
		...(hasCaseload({ roles: [...roles] }) ? [staffId] : []),
		...absent.filter(hasCaseload).map(({ id }) => id)
	];
	const told = [...colleagues.filter(({ id }) => id === staffId), ...absent].filter(canBeNamed);
	return {
		everything: roles.includes(LEAD) || absent.some((one) => one.roles.includes(LEAD)),
		workers: await caseloadsNow(db, workers),
		toldAs: told.map(({ id }) => id),
		notAbout: await worksWith(db, staffId)
	};
}

/** The concerns within a reach, as a query to be narrowed; every reading begins here. */
export function concernsWithin(db: Database, reach: Reach): SelectQueryBuilder<Schema, 'concern', object> {
	const { everything, toldAs, notAbout } = reach;
	const workers = [...reach.workers].filter(([, theirs]) => theirs.length > 0);
	const all = db.selectFrom('concern');
	const theirs = everything
		? all
		: all.where((where) =>
				where.or([
					...workers.map(([worker, theirs]) =>
						where.and([
							where('concern.about_worker', '=', 0),
							where('concern.worker_id', '=', worker),
							where('concern.young_person_id', 'in', theirs)
						])
					),
					...(toldAs.length > 0
						? [
								where.and([
									where('concern.closed_at', 'is', null),
									where.exists(
										where
											.selectFrom('concern_escalation')
											.select('concern_escalation.level')
											.whereRef('concern_escalation.concern_id', '=', 'concern.id')
											.where('concern_escalation.to_staff_id', 'in', toldAs)
									)
								])
							]
						: [])
				])
			);
	if (notAbout.length === 0) return theirs;
	return theirs.where((where) =>
		where.or([
			where('concern.about_worker', '=', 0),
			where('concern.young_person_id', 'is', null),
			where('concern.young_person_id', 'not in', notAbout)
		])
	);
}

/** The concern with this id as the actor may see it today; null when there is none, or not for them. */
export async function findConcern(
	db: Database,
	actor: Actor,
	id: string,
	today: string
): Promise<{ concern: Selectable<ConcernTable>; reach: Reach } | null> {
	const reach = await reachOf(db, actor, today);
	if (!reach) return null;
	const concern = await concernsWithin(db, reach).selectAll('concern').where('concern.id', '=', id).executeTakeFirst();
	return concern ? { concern, reach } : null;
}

/** What of a concern decides who may see it. */
export type Reachable = Pick<
	Selectable<ConcernTable>,
	'id' | 'young_person_id' | 'about_worker' | 'worker_id' | 'closed_at'
>;

/** The worker it was also sent to, if they work with that young person today. */
async function workerOf(db: Database, { young_person_id, about_worker, worker_id }: Reachable): Promise<string[]> {
	if (about_worker === 1 || worker_id === null || young_person_id === null) return [];
	return (await caseloadsNow(db, [worker_id])).get(worker_id)?.includes(young_person_id) ? [worker_id] : [];
}

/** To whom it went up, while it is open and they could be named now. */
async function wentUpTo(db: Database, { id, closed_at }: Reachable, colleagues: readonly Colleague[]) {
	if (closed_at !== null) return [];
	const rows = await db
		.selectFrom('concern_escalation')
		.select('to_staff_id')
		.where('concern_id', '=', id)
		.where('to_staff_id', 'is not', null)
		.execute();
	const told = new Set(rows.map(({ to_staff_id }) => to_staff_id));
	return colleagues.filter((one) => told.has(one.id) && canBeNamed(one)).map((one) => one.id);
}

/** Everybody with an account in use who may see a concern on an ISO day; for telling them, and for giving it to one. */
export async function whoMaySee(db: Database, concern: Reachable, today: string): Promise<Colleague[]> {
	const colleagues = await colleaguesOf(db, 'council');
	const covering = await coveringOn(db, today);
	const leads = colleagues.filter(({ roles }) => roles.includes(LEAD)).map(({ id }) => id);
	const own = new Set([...leads, ...(await workerOf(db, concern))]);
	const reached = withCover([...own, ...(await wentUpTo(db, concern, colleagues))], covering);
	const workers =
		concern.about_worker === 1 && concern.young_person_id !== null ? await workersOf(db, concern.young_person_id) : [];
	return colleagues.filter(
		(one) =>
			accountState(one) === 'in use' &&
			reached.includes(one.id) &&
			!workers.includes(one.id) &&
			(own.has(one.id) || !one.roles.includes('administrator'))
	);
}
