/*
 * Destroying a tenant's older keys, once no backup that needs them is kept and nothing in the database does. Until then
 * they stay: a destroyed key is gone for good. Changing the key itself is rotating.server.ts.
 */
import { actsAs, type Actor, type Tenant } from '#lib/auth/actor.ts';
import { record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '../keyring.server.ts';
import { tenantKeyName, tenantKeyVersions } from '../records.server.ts';
import { resealAll } from './passes.server.ts';
import { latestRotation } from './rotating.server.ts';
import { mayDestroyFrom, type Unreadable, type WhatIsKept } from './rotation.ts';

export type OldKeysDestroyed =
	| { kind: 'destroyed'; versions: number[] }
	| { kind: 'nothing to destroy' }
	/** Not everything is sealed under the newest key yet. */
	| { kind: 'rotation unfinished' }
	/** Too early: until this instant (null: while an older backup is kept) something may still need them. */
	| { kind: 'still needed'; until: Date | null }
	| { kind: 'left behind'; unreadable: Unreadable[] }
	| { kind: 'not allowed' };

async function noteDestroyed(
	db: Database,
	{ tenant, version, actor }: { tenant: Tenant; version: number; actor: Actor },
	detail: { versions: string; atOnce: boolean },
	now: Date
): Promise<void> {
	await inTransaction(db, async (writing) => {
		const noted = await writing
			.updateTable('key_rotation')
			.set({ destroyed_at: now.toISOString() })
			.where('tenant', '=', tenant)
			.where('version', '<=', version)
			.where('destroyed_at', 'is', null)
			.executeTakeFirst();
		if (noted.numUpdatedRows === 0n) return;
		const subject = { kind: 'key', id: tenantKeyName(tenant, version) } as const;
		await record(writing, actor, { what: 'old keys destroyed', subject, detail }, now, tenant);
	});
}

/**
 * Destroys every version older than the newest when it is time, see `mayDestroyFrom`. What a transaction in flight may
 * have committed under an older one is sealed anew just before. May be repeated; a run that was cut off is finished.
 */
export async function destroyOldKeys(
	db: Database,
	keyring: Keyring,
	tenant: Tenant,
	actor: Actor,
	now: Date,
	kept: WhatIsKept = {}
): Promise<OldKeysDestroyed> {
	if (!actsAs(actor, 'administrator')) return { kind: 'not allowed' };
	const rotation = await latestRotation(db, tenant);
	const versions = tenantKeyVersions(keyring, tenant);
	const newest = versions.at(-1);
	const older = versions.slice(0, -1);
	if (!rotation || newest === undefined) return { kind: 'nothing to destroy' };
	if (rotation.ended_at === null || newest !== rotation.version) return { kind: 'rotation unfinished' };
	if (older.length === 0 && rotation.destroyed_at !== null) return { kind: 'nothing to destroy' };
	const from = mayDestroyFrom(rotation.ended_at, kept);
	if (from === 'a backup needs them') return { kind: 'still needed', until: null };
	if (now < from) return { kind: 'still needed', until: from };
	const { unreadable } = await resealAll(db, keyring, tenant);
	if (unreadable.length > 0) return { kind: 'left behind', unreadable };
	for (const version of older) keyring.destroy(tenantKeyName(tenant, version));
	const detail = { versions: older.join(', '), atOnce: kept.atOnce === true };
	await noteDestroyed(db, { tenant, version: newest, actor }, detail, now);
	return { kind: 'destroyed', versions: older };
}
