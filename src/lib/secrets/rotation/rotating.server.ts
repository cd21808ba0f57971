/*
 * Changing a tenant's key while everything goes on: the next version is drawn, what is written from then on is sealed with
 * it, and everything older is sealed anew. Stopped or killed, it is taken up where it was. The old key stays (old-keys.server.ts).
 */
import { actsAs, type Actor, type Tenant } from '#lib/auth/actor.ts';
import { record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, KeyRotationTable } from '#lib/database/schema.ts';
import type { Keyring } from '../keyring.server.ts';
import { tenantKeyName, tenantKeyVersions } from '../records.server.ts';
import { resealAll, type Resealing } from './passes.server.ts';
import type { Unreadable } from './rotation.ts';

export type Rotated =
	| { kind: 'rotated'; version: number; rows: number; resumed: boolean }
	/** Everything done so far stays done; called again it goes on. */
	| { kind: 'stopped'; version: number; rows: number }
	/** These do not open: damaged, or their key is lost. The rotation stays unfinished, and no key is destroyed. */
	| { kind: 'left behind'; version: number; rows: number; unreadable: Unreadable[] }
	| { kind: 'no key here' }
	/** The database has seen a newer key than this keyring holds. */
	| { kind: 'the keyring is older'; version: number }
	| { kind: 'not allowed' };

/** The newest change of a tenant's key that the database knows. */
export async function latestRotation(db: Database, tenant: Tenant): Promise<KeyRotationTable | null> {
	const row = await db
		.selectFrom('key_rotation')
		.selectAll()
		.where('tenant', '=', tenant)
		.orderBy('version', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row ?? null;
}

/** The version to seal under, drawn now unless one is there that not everything is sealed under yet. */
function versionFor(keyring: Keyring, tenant: Tenant, known: KeyRotationTable | null): number | Rotated {
	const held = tenantKeyVersions(keyring, tenant).at(-1);
	const seen = known?.version ?? 1;
	if (held === undefined) return { kind: 'no key here' };
	if (held < seen) return { kind: 'the keyring is older', version: seen };
	// Killed after the key was drawn and before the database knew, or the database is a backup from before.
	if (held > seen || (known && known.ended_at === null)) return held;
	keyring.getOrDraw(tenantKeyName(tenant, held + 1));
	return held + 1;
}

/** Notes that it began; false when that was noted before. */
function noteBegun(db: Database, tenant: Tenant, version: number, actor: Actor, now: Date): Promise<boolean> {
	return inTransaction(db, async (writing) => {
		const begun = await writing
			.insertInto('key_rotation')
			.values({ tenant, version, began_at: now.toISOString(), ended_at: null, destroyed_at: null })
			.onConflict((conflict) => conflict.columns(['tenant', 'version']).doNothing())
			.executeTakeFirst();
		if (begun.numInsertedOrUpdatedRows !== 1n) return false;
		const subject = { kind: 'key', id: tenantKeyName(tenant, version) } as const;
		await record(writing, actor, { what: 'keys changed', subject, detail: { version, state: 'begun' } }, now, tenant);
		return true;
	});
}

async function noteEnded(
	db: Database,
	{ tenant, version, actor }: { tenant: Tenant; version: number; actor: Actor },
	rows: number,
	now: Date
): Promise<void> {
	await inTransaction(db, async (writing) => {
		const ended = await writing
			.updateTable('key_rotation')
			.set({ ended_at: now.toISOString() })
			.where('tenant', '=', tenant)
			.where('version', '<=', version)
			.where('ended_at', 'is', null)
			.executeTakeFirst();
		if (ended.numUpdatedRows === 0n) return; // another command was quicker
		const subject = { kind: 'key', id: tenantKeyName(tenant, version) } as const;
		const detail = { version, state: 'ended', rows };
		await record(writing, actor, { what: 'keys changed', subject, detail }, now, tenant);
	});
}

/**
 * Changes a tenant's key: draws the next version, or takes up a change that was cut off, and seals every sealed column
 * anew, each row by compare-and-swap, until nothing is left under an older one. Servers need no restart.
 * `clock` is asked at the beginning and at the end: with many records there are minutes between.
 */
export async function rotateKeys(
	db: Database,
	keyring: Keyring,
	tenant: Tenant,
	actor: Actor,
	clock: () => Date,
	resealing: Resealing = {}
): Promise<Rotated> {
	if (!actsAs(actor, 'administrator')) return { kind: 'not allowed' };
	const version = versionFor(keyring, tenant, await latestRotation(db, tenant));
	if (typeof version !== 'number') return version;
	const fresh = await noteBegun(db, tenant, version, actor, clock());
	const { rows, stopped, unreadable } = await resealAll(db, keyring, tenant, resealing);
	if (stopped) return { kind: 'stopped', version, rows };
	if (unreadable.length > 0) return { kind: 'left behind', version, rows, unreadable };
	await noteEnded(db, { tenant, version, actor }, rows, clock());
	return { kind: 'rotated', version, rows, resumed: !fresh };
}
