/*
 * Who may see a concern: safeguarding leads, the worker it was also sent to, whoever it went up to, and who covers for
 * one of them today. What is about a worker is for no worker of that young person, whatever else they are.
 */
import type { Selectable, SelectQueryBuilder } from 'kysely';
import type { Actor } from '#lib/auth/actor.ts';
import { stateOf as accountState } from '#lib/auth/colleagues/colleague.ts';
import { colleaguesOf, type Colleague } from '#lib/auth/staff/accounts.server.ts';
import type { ConcernTable, Database, Schema } from '#lib/database/schema.ts';
import { CASELOAD_ROLES } from '#lib/people/caseload.ts';
import { coveringOn, withCover, workersOf, worksWith } from '#lib/people/workers/covering.server.ts';

/** What somebody reaches on a day, as staff ids and ids of young people. */
export interface Reach {
	/** Every concern, but for `notAbout`: a safeguarding lead, or who covers for one. */
	everything: boolean;
	/** Whose concerns as a worker: their own, and of those they cover. */
	workers: string[];
	/** To whom it may have gone up: themself, and those they cover. */
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
	const absent = away.length > 0 ? (await colleaguesOf(db, 'council')).filter(({ id }) => away.includes(id)) : [];
	return {
		everything: roles.includes(LEAD) || absent.some((one) => one.roles.includes(LEAD)),
		workers: [
			...(hasCaseload({ roles: [...roles] }) ? [staffId] : []),
			...absent.filter(hasCaseload).map(({ id }) => id)
		],
		toldAs: isAdministrator ? [] : [staffId, ...away],
		notAbout: await worksWith(db, staffId)
	};
}

/** The concerns within a reach, as a query to be narrowed; every reading begins here. */
export function concernsWithin(db: Database, reach: Reach): SelectQueryBuilder<Schema, 'concern', object> {
	const { everything, workers, toldAs, notAbout } = reach;
	const all = db.selectFrom('concern');
	const theirs = everything
		? all
		: all.where((where) =>
				where.or([
					...(workers.length > 0
						? [where.and([where('concern.about_worker', '=', 0), where('concern.worker_id', 'in', workers)])]
						: []),
					...(toldAs.length > 0
						? [
								where.exists(
									where
										.selectFrom('concern_escalation')
										.select('concern_escalation.level')
										.whereRef('concern_escalation.concern_id', '=', 'concern.id')
										.where('concern_escalation.to_staff_id', 'in', toldAs)
								)
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
export type Reachable = Pick<Selectable<ConcernTable>, 'id' | 'young_person_id' | 'about_worker' | 'worker_id'>;

/** Everybody with an account in use who may see a concern on an ISO day; for telling them, and for giving it to one. */
export async function whoMaySee(db: Database, concern: Reachable, today: string): Promise<Colleague[]> {
	const colleagues = await colleaguesOf(db, 'council');
	const covering = await coveringOn(db, today);
	const upTo = await db
		.selectFrom('concern_escalation')
		.select('to_staff_id')
		.where('concern_id', '=', concern.id)
		.where('to_staff_id', 'is not', null)
		.execute();
	const leads = colleagues.filter(({ roles }) => roles.includes(LEAD)).map(({ id }) => id);
	const worker = concern.about_worker === 0 && concern.worker_id !== null ? [concern.worker_id] : [];
	const own = new Set([...leads, ...worker]);
	const reached = withCover([...own, ...upTo.map(({ to_staff_id }) => to_staff_id ?? '')], covering);
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
