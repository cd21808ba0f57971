/*
 * Which accounts of staff are over their time: closed long ago. Their address, roles and ways in go; the name stays beside
 * what they did.
 */
import type { Database, Writing } from '#lib/database/schema.ts';
import { byIds } from '#lib/retention/over-time.server.ts';
import { latestOf } from '#lib/audit/latest.server.ts';
import { TENANTS } from '../actor.ts';

const GONE = 'gone-';
const isGone = (email: string) => email.startsWith(GONE) && email.endsWith('@left.invalid');

async function closedBefore(db: Database, before: string, most: number): Promise<string[]> {
	const rows = await db.selectFrom('staff').select(['id', 'email', 'tenant']).where('disabled', '=', 1).execute();
	const ids: string[] = [];
	for (const tenant of TENANTS) {
		const closed = await latestOf(db, tenant, 'account disabled', 'staff');
		const left = await latestOf(db, tenant, 'left', 'staff');
		for (const row of rows) {
			const at = [closed.get(row.id), left.get(row.id)]
				.filter((one) => one !== undefined)
				.sort()
				.at(-1);
			// Who was closed before the record knew stays: nobody can say since when.
			if (row.tenant === tenant && !isGone(row.email) && at !== undefined && at < before) ids.push(row.id);
		}
	}
	return ids.slice(0, most);
}

async function forget(writing: Writing, ids: string[]): Promise<void> {
	for (const table of ['staff_role', 'enrolment', 'code_generator', 'recovery_code', 'single_sign_on'] as const)
		await writing.deleteFrom(table).where('staff_id', 'in', ids).execute();
	for (const table of ['session', 'passkey'] as const)
		await writing.deleteFrom(table).where('holder_kind', '=', 'staff').where('holder_id', 'in', ids).execute();
	for (const id of ids)
		await writing
			.updateTable('staff')
			.set({ email: `${GONE}${id.toLowerCase()}@left.invalid`, password_hash: null, enrolled: 0 })
			.where('id', '=', id)
			.execute();
}

export const oldStaff = byIds(closedBefore, forget);
