/*
 * The daily check of the record: every chain is verified, what was found is kept for the administrator's page and for
 * `earshot doctor`, and damage is told to every administrator. The verifying itself is verify.server.ts.
 */
import { z } from 'zod';
import { TENANTS, type Tenant } from '#lib/auth/actor.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { noteTrouble } from '#lib/jobs/faults.server.ts';
import { notify } from '#lib/notices/outbox.server.ts';
import type { Ledger } from './ledger.server.ts';
import { FAULT_KINDS, type RecordFault } from './fault.ts';
import { verifyRecord, type Verified } from './verify.server.ts';

/** What the last check of a chain found, and when. */
export type LastCheck = Verified & { at: Date };

const kept = z.array(z.object({ what: z.enum(FAULT_KINDS), place: z.number(), words: z.string() }));

/** Verifies every chain, keeps what was found, and tells every administrator of damage, once a day. */
export async function checkRecord(db: Database, ledger: Ledger, now: Date): Promise<Record<Tenant, Verified>> {
	const found = {} as Record<Tenant, Verified>;
	for (const tenant of TENANTS) found[tenant] = await verifyRecord(db, ledger, tenant);
	const isBroken = TENANTS.some((tenant) => found[tenant].kind === 'broken');
	const told = isBroken ? await administrators(db) : [];
	await inTransaction(db, async (writing) => {
		for (const tenant of TENANTS) {
			const row = rowOf(found[tenant], now);
			await writing
				.insertInto('audit_check')
				.values({ tenant, ...row })
				.onConflict((conflict) => conflict.column('tenant').doUpdateSet(row))
				.execute();
		}
		for (const id of told) {
			const once = `record damaged ${dayOf(now)} ${id}`;
			await notify(writing, { to: { kind: 'staff', id }, what: 'record damaged', once }, now);
		}
	});
	if (isBroken) noteTrouble('the record is damaged: run "earshot audit verify"', new Error('record damaged'));
	return found;
}

async function administrators(db: Database): Promise<string[]> {
	const colleagues = await colleaguesOf(db, 'council');
	return colleagues
		.filter(({ roles, disabled, enrolled }) => roles.includes('administrator') && enrolled && !disabled)
		.map(({ id }) => id);
}

function rowOf(verified: Verified, now: Date) {
	const at = now.toISOString();
	return verified.kind === 'sound'
		? { at, outcome: 'sound', events: verified.events, through: verified.through, faults: '[]' }
		: { at, outcome: 'broken', events: 0, through: 0, faults: JSON.stringify(verified.faults) };
}

/** What the last check of a tenant's chain found; null while there was none. */
export async function lastCheckOf(db: Database, tenant: Tenant): Promise<LastCheck | null> {
	const row = await db.selectFrom('audit_check').selectAll().where('tenant', '=', tenant).executeTakeFirst();
	if (!row) return null;
	const at = new Date(row.at);
	if (row.outcome === 'sound') return { kind: 'sound', events: row.events, through: row.through, at };
	const faults: RecordFault[] = kept.parse(JSON.parse(row.faults));
	return { kind: 'broken', faults, at };
}

/** Whether the last check of any chain found damage. */
export async function isRecordDamaged(db: Database): Promise<boolean> {
	const broken = await db.selectFrom('audit_check').select('tenant').where('outcome', '=', 'broken').executeTakeFirst();
	return broken !== undefined;
}
