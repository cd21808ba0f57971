/*
 * A council's staff from the beginning, in a database that several tests share; opening a fresh one takes seconds.
 */
import type { SignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { staffMember } from './accounts.ts';

const OF_STAFF = [
	'role_request',
	'staff_role',
	'enrolment',
	'session',
	'single_sign_on',
	'caseload',
	'cover',
	'recovery_half',
	'staff'
] as const;

/** Forgets everybody, and that there ever were two administrators; gives the first. */
export async function onlyAdministrator(db: Database): Promise<SignedIn> {
	for (const table of OF_STAFF) await db.deleteFrom(table).execute();
	await db.deleteFrom('setting').where('key', '=', 'two administrators').execute();
	return staffMember(db, ['administrator'], 'Ada');
}
