/*
 * Matching the names of workers in the roster to accounts, and so filling caseloads. Somebody put there by hand stays
 * as long as the file's name stays. What a name means is decided in match.ts.
 */
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { chunks } from '#lib/database/chunks.ts';
import type { CaseloadTable, Database, Writing } from '#lib/database/schema.ts';
import { CASELOAD_ROLES, WORKER_COLUMNS, type CaseloadRole } from '../caseload.ts';
import { accountsByName } from './match.ts';

/** One kind of worker of a young person: the name in the roster, and who it is. */
interface Named {
	youngPersonId: string;
	role: CaseloadRole;
	name: string | null;
	/** Who has them in their caseload now. */
	staffId: string | null;
	hasLeft: boolean;
}

export const keyOf = (youngPersonId: string, role: string): string => `${role} ${youngPersonId}`;

/** Tells by id and role in whose caseload a young person is now: the id of a colleague, or null for nobody. */
export async function holders(db: Database): Promise<(youngPersonId: string, role: CaseloadRole) => string | null> {
	const rows = await db.selectFrom('caseload').select(['young_person_id', 'role', 'staff_id']).execute();
	const held = new Map(rows.map((row) => [keyOf(row.young_person_id, row.role), row.staff_id]));
	return (youngPersonId, role) => held.get(keyOf(youngPersonId, role)) ?? null;
}

/** Every young person twice, once for each kind of worker: the name in the roster, and who it is. */
export async function namedWorkers(db: Database): Promise<Named[]> {
	const holderOf = await holders(db);
	const people = await db.selectFrom('young_person').select(['id', 'standing', 'iro', 'social_worker']).execute();
	return people.flatMap((person) =>
		CASELOAD_ROLES.map((role) => ({
			youngPersonId: person.id,
			role,
			name: person[WORKER_COLUMNS[role]],
			staffId: holderOf(person.id, role),
			hasLeft: person.standing === 'left'
		}))
	);
}

/** Puts young people into one kind of caseload, whoever had them before. */
export async function assign(
	writing: Writing,
	rows: readonly Pick<CaseloadTable, 'young_person_id' | 'role' | 'staff_id'>[],
	today: string
): Promise<void> {
	for (const part of chunks(rows)) {
		await writing
			.insertInto('caseload')
			.values(part.map((row) => ({ ...row, since: today })))
			.onConflict((conflict) =>
				conflict.columns(['young_person_id', 'role']).doUpdateSet((from) => ({
					staff_id: from.ref('excluded.staff_id'),
					since: from.ref('excluded.since')
				}))
			)
			.execute();
	}
}

/** Takes young people out of one kind of caseload, whoever has them. */
export async function unassign(writing: Writing, role: CaseloadRole, youngPeople: readonly string[]): Promise<void> {
	for (const part of chunks(youngPeople)) {
		await writing.deleteFrom('caseload').where('role', '=', role).where('young_person_id', 'in', part).execute();
	}
}

/**
 * Matches names to accounts where nobody is assigned, and where `changed` says that the name is a new one: then whoever
 * had them has them no longer, even when the new name is nobody's account yet. Says how many were matched.
 */
export async function matchWorkers(
	writing: Writing,
	changed: readonly { youngPersonId: string; role: CaseloadRole }[],
	now: Date
): Promise<number> {
	const isNew = new Set(changed.map(({ youngPersonId, role }) => keyOf(youngPersonId, role)));
	const accountOf = accountsByName(await colleaguesOf(writing, 'council'));
	const found: Pick<CaseloadTable, 'young_person_id' | 'role' | 'staff_id'>[] = [];
	const noLonger: Record<CaseloadRole, string[]> = { IRO: [], 'social worker': [] };
	for (const { youngPersonId, role, name, staffId } of await namedWorkers(writing)) {
		const renamed = isNew.has(keyOf(youngPersonId, role));
		if (name === null || (staffId !== null && !renamed)) continue;
		const account = accountOf(role, name);
		if (account === staffId) continue;
		if (account) found.push({ young_person_id: youngPersonId, role, staff_id: account });
		else noLonger[role].push(youngPersonId);
	}
	for (const role of CASELOAD_ROLES) await unassign(writing, role, noLonger[role]);
	await assign(writing, found, dayOf(now));
	return found.length;
}
