/*
 * Letting old events go: the oldest part of each chain, up to a place that is anchored, once its time is over. The ledger
 * is told first: a part that is gone without its line there was taken away by somebody else. When is the retention's.
 */
import { TENANTS, THE_SERVER, type Tenant } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { anchorsOf, type Anchor } from './ledger.ts';
import type { Ledger } from './ledger.server.ts';
import { record } from '#lib/audit/record.server.ts';
import { verifyRecord } from './verify.server.ts';

export type EventsLetGo =
	| { kind: 'let go'; /** How many, of each chain. */ events: Record<Tenant, number> }
	/** A chain that does not fit together is evidence: nothing of any is let go. */
	| { kind: 'record damaged'; tenant: Tenant };

/** The newest anchor that everything up to is older than the instant; null where none is. */
async function lastToGo(db: Database, ledger: Ledger, tenant: Tenant, before: Date): Promise<Anchor | null> {
	const stays = await db
		.selectFrom('audit_event')
		.select((row) => row.fn.min('place').as('place'))
		.where('tenant', '=', tenant)
		.where('at', '>=', before.toISOString())
		.executeTakeFirst();
	const first = stays?.place ?? null;
	const anchors = anchorsOf(ledger.read().lines, tenant);
	return anchors.findLast(({ place }) => place > 0 && (first === null || place < first)) ?? null;
}

async function letGo(db: Database, ledger: Ledger, tenant: Tenant, before: Date, now: Date): Promise<number> {
	const last = await lastToGo(db, ledger, tenant, before);
	const chain =
		last && (await db.selectFrom('audit_chain').selectAll().where('tenant', '=', tenant).executeTakeFirst());
	if (!last || !chain || last.place <= chain.begins_after) return 0;
	const { place: through, hash } = last;
	await ledger.append({ kind: 'let go', tenant, through, hash }, now);
	return inTransaction(db, async (writing) => {
		const gone = await writing
			.deleteFrom('audit_event')
			.where('tenant', '=', tenant)
			.where('place', '<=', through)
			.executeTakeFirst();
		await writing
			.updateTable('audit_chain')
			.set({ begins_after: through, begins_with: hash })
			.where('tenant', '=', tenant)
			.execute();
		const events = Number(gone.numDeletedRows);
		const subject = { kind: 'record', id: tenant } as const;
		await record(writing, THE_SERVER, { what: 'old events let go', subject, detail: { through, events } }, now, tenant);
		return events;
	});
}

/** Lets events go that are older than `before`, of every chain that is sound; all of it can be done again. */
export async function letEventsGo(db: Database, ledger: Ledger, before: Date, now: Date): Promise<EventsLetGo> {
	for (const tenant of TENANTS) {
		const verified = await verifyRecord(db, ledger, tenant);
		if (verified.kind === 'broken') return { kind: 'record damaged', tenant };
	}
	const events = { council: 0, advocacy: 0 };
	for (const tenant of TENANTS) events[tenant] = await letGo(db, ledger, tenant, before, now);
	return { kind: 'let go', events };
}
