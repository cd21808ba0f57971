/*
 * Those whom notices are for: members of staff as rows, and somebody whose key was destroyed.
 */
import type { Database, StaffTable } from '#lib/database/schema.ts';
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
