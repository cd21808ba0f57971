/*
 * Members of staff for tests: rows written directly, because enrolling takes slow hashes and is tested elsewhere.
 */
import type { Role, SignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';

/** Adds an enrolled colleague of the council and gives them as an actor. */
export async function colleague(
	db: Database,
	name: string,
	roles: readonly Role[],
	{ disabled = false }: { disabled?: boolean } = {}
): Promise<SignedIn> {
	const staffId = randomId();
	await db
		.insertInto('staff')
		.values({
			id: staffId,
			email: `${staffId.toLowerCase()}@council.example`,
			name,
			tenant: 'council',
			password_hash: null,
			enrolled: 1,
			disabled: disabled ? 1 : 0
		})
		.execute();
	await db
		.insertInto('staff_role')
		.values(roles.map((role) => ({ staff_id: staffId, role })))
		.execute();
	return { staffId, name, tenant: 'council', roles };
}

/** Puts a young person into somebody's caseload. */
export async function worksWith(
	db: Database,
	{ staffId }: SignedIn,
	role: 'IRO' | 'social worker',
	...youngPeople: readonly string[]
): Promise<void> {
	const rows = youngPeople.map((young_person_id) => {
		return { young_person_id, role, staff_id: staffId, since: '2018-01-01' };
	});
	await db.insertInto('caseload').values(rows).execute();
}
