/*
 * Who stands in for whom on a day, and who works with one young person, for modules that decide by it who may see what
 * is theirs. Setting cover is covers.server.ts.
 */
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { isCaseloadRole } from '../caseload.ts';

/** One cover of a day: staff.id of who is away, and of who covers for them. */
export interface Covering {
	away: string;
	by: string;
}

/** Every cover that holds on an ISO day, its first and its last included. */
export async function coveringOn(db: Database, day: string): Promise<Covering[]> {
	const rows = await db
		.selectFrom('cover')
		.select(['staff_id', 'covered_by'])
		.where('starts', '<=', day)
		.where('ends', '>=', day)
		.execute();
	return rows.map(({ staff_id, covered_by }) => ({ away: staff_id, by: covered_by }));
}

/** These, and whoever covers for one of them; each once. */
export function withCover(staffIds: readonly string[], covering: readonly Covering[]): string[] {
	const covers = covering.filter(({ away }) => staffIds.includes(away)).map(({ by }) => by);
	return [...new Set([...staffIds, ...covers])];
}

/** staff.id of everybody in whose caseload a young person is. */
export async function workersOf(db: Database, youngPersonId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('caseload')
		.select('staff_id')
		.where('young_person_id', '=', youngPersonId)
		.execute();
	return [...new Set(rows.map(({ staff_id }) => staff_id))];
}

/** young_person.id of everybody in somebody's own caseload, whatever role they hold now. */
export async function worksWith(db: Database, staffId: string): Promise<string[]> {
	const rows = await db.selectFrom('caseload').select('young_person_id').where('staff_id', '=', staffId).execute();
	return [...new Set(rows.map(({ young_person_id }) => young_person_id))];
}

/**
 * With whom each of these colleagues works today, as staff.id to young_person.id: by the caseloads they hold now, each with
 * its role; after a handover, without the role or with a closed account there is nobody.
 */
export async function caseloadsNow(db: Database, staffIds: readonly string[]): Promise<Map<string, string[]>> {
	if (staffIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('caseload')
		.select(['staff_id', 'young_person_id', 'role'])
		.where('staff_id', 'in', staffIds)
		.execute();
	const working = (await colleaguesOf(db, 'council')).filter(({ id, disabled }) => staffIds.includes(id) && !disabled);
	return new Map(
		working.map(({ id, roles }) => {
			const theirs = rows.filter(
				({ staff_id, role }) => staff_id === id && isCaseloadRole(role) && roles.includes(role)
			);
			return [id, [...new Set(theirs.map(({ young_person_id }) => young_person_id))]];
		})
	);
}
