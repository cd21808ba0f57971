/*
 * Those whom notices are for: members of staff as rows, somebody whose key was destroyed, and a notice that was given up.
 */
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, StaffTable } from '#lib/database/schema.ts';
import type { Notice } from '#lib/notices/notice.ts';
import { notify } from '#lib/notices/outbox.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { ownersKey } from '#lib/secrets/records.server.ts';

/** A member of staff with an address; gives their id. */
export async function staffIn(db: Database, email: string, more: Partial<StaffTable> = {}): Promise<string> {
	const id = randomId();
	const row = { id, email, name: email, tenant: 'council', password_hash: null, enrolled: 1, disabled: 0 } as const;
	await db
		.insertInto('staff')
		.values({ ...row, ...more })
		.execute();
	return id;
}

/** What was sealed under a young person's own key opens no more. */
export function destroyOwner(keyring: Keyring, youngPersonId: string): void {
	keyring.destroy(ownersKey(youngPersonId));
}

/** A notice that was given up; gives its id. */
export async function giveUpOne(db: Database, to: Notice['to']): Promise<string> {
	const [once, now] = [`given up ${randomId()}`, new Date()];
	const what = to.kind === 'staff' ? 'concern waiting' : 'new message';
	await inTransaction(db, (writing) => notify(writing, { to, what, once } as Notice, now));
	const because = 'the mail server answered 550 to RCPT TO';
	await db
		.updateTable('notice')
		.set({ state: 'dead', channel: 'email', attempts: 1, ended_at: now.toISOString(), because })
		.where('once', '=', once)
		.execute();
	const row = await db.selectFrom('notice').select('id').where('once', '=', once).executeTakeFirstOrThrow();
	return row.id;
}
