/*
 * Who works with a young person, as they themselves may know it: each worker's name and role, if that colleague's account
 * is open. What workers may know of young people is in caseloads.server.ts.
 */
import type { YoungPersonSignedIn } from '#lib/auth/actor.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { isCaseloadRole, type CaseloadRole } from '../caseload.ts';

export interface OwnWorker {
	staffId: string;
	name: string;
	role: CaseloadRole;
}

/** One's own workers; those who left, or hold the role no more, are not there. */
export async function ownWorkersOf(
	db: Database,
	{ youngPersonId }: Pick<YoungPersonSignedIn, 'youngPersonId'>
): Promise<OwnWorker[]> {
	const rows = await db
		.selectFrom('caseload')
		.select(['staff_id', 'role'])
		.where('young_person_id', '=', youngPersonId)
		.execute();
	if (rows.length === 0) return [];
	const colleagues = new Map((await colleaguesOf(db, 'council')).map((one) => [one.id, one]));
	return rows.flatMap(({ staff_id, role }): OwnWorker[] => {
		const colleague = colleagues.get(staff_id);
		if (!colleague || colleague.disabled || !isCaseloadRole(role) || !colleague.roles.includes(role)) return [];
		return [{ staffId: staff_id, name: colleague.name, role }];
	});
}
