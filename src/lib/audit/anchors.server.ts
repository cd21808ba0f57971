/*
 * Anchoring: the end of each chain is written into the ledger, outside the database, whenever it has moved. A chain that
 * is shorter than its newest anchor is never anchored anew: that would bless what was taken away.
 */
import { TENANTS, type Tenant } from '#lib/auth/actor.ts';
import type { AuditChainTable, Database } from '#lib/database/schema.ts';
import type { Selectable } from 'kysely';
import { anchorsOf } from './ledger.ts';
import type { Ledger } from './ledger.server.ts';

/** The end and the beginning of a tenant's chain; undefined where somebody took even that away. */
export function chainOf(db: Database, tenant: Tenant): Promise<Selectable<AuditChainTable> | undefined> {
	return db.selectFrom('audit_chain').selectAll().where('tenant', '=', tenant).executeTakeFirst();
}

/** Anchors every chain that has moved since its last anchor; says which ends were written. */
export async function anchorRecord(
	db: Database,
	ledger: Ledger,
	now: Date
): Promise<{ tenant: Tenant; place: number }[]> {
	const { lines } = ledger.read();
	const written: { tenant: Tenant; place: number }[] = [];
	for (const tenant of TENANTS) {
		const end = await chainOf(db, tenant);
		const last = anchorsOf(lines, tenant).at(-1);
		if (!end || end.place <= (last?.place ?? 0)) continue;
		await ledger.append({ kind: 'anchor', tenant, place: end.place, hash: end.hash }, now);
		written.push({ tenant, place: end.place });
	}
	return written;
}

/** The ends of all chains now, for the ledger's line about a restored database. */
export async function endsOfChains(db: Database): Promise<Record<Tenant, { place: number; hash: string }>> {
	const end = async (tenant: Tenant) => {
		const chain = await chainOf(db, tenant);
		return { place: chain?.place ?? 0, hash: chain?.hash ?? '' };
	};
	return { council: await end('council'), advocacy: await end('advocacy') };
}
