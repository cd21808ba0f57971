/*
 * Keeping and changing staff passwords. What a password must be is password.ts; checking one at the door is
 * signing-in.server.ts.
 */
import { record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { slowHash } from '#lib/secrets/hashing.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { SignedIn } from '../../actor.ts';
import { sessionsIn } from '../../sessions.server.ts';
import { passwordFault, plainPassword } from './password.ts';
import { checkPassword, type PasswordChecked } from '../signing-in.server.ts';

/** What is kept of a password: Argon2id, salted. */
export const hashPassword = (typed: string): Promise<string> => slowHash(plainPassword(typed));

export type PasswordChanged =
	| { kind: 'changed' }
	| { kind: 'weak'; fault: string }
	| { kind: 'has none' }
	| Exclude<PasswordChecked, { kind: 'right' }>;

/**
 * Changes one's own password; the old one is asked for, with the limit of the front door. All other sessions end, the
 * one named stays.
 */
export async function changePassword(
	db: Database,
	keyring: Keyring,
	actor: SignedIn,
	{ old, fresh, session }: { old: string; fresh: string; session: string },
	now: Date
): Promise<PasswordChanged> {
	const id = actor.staffId;
	const staff = await db
		.selectFrom('staff')
		.select(['name', 'email', 'password_hash'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (!staff?.password_hash) return { kind: 'has none' };
	const checked = await checkPassword(db, keyring, staff.email, old, now);
	if (checked.kind !== 'right') return checked;
	const fault = passwordFault(fresh, staff);
	if (fault !== null) return { kind: 'weak', fault };
	const password_hash = await hashPassword(fresh);
	await inTransaction(db, async (writing) => {
		await writing.updateTable('staff').set({ password_hash }).where('id', '=', id).execute();
		await sessionsIn(writing).closeAll({ kind: 'staff', id }, session);
		await record(writing, actor, { what: 'password changed', subject: { kind: 'staff', id } }, now);
	});
	return { kind: 'changed' };
}
