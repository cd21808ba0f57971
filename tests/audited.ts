/*
 * A record to damage: events of both tenants in an empty database, with a ledger of its own, and the hand of somebody who
 * can write to the database but not to the ledger. For tests of the audit.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openLedger, type Ledger } from '#lib/audit/ledger.server.ts';
import { hashOfEvent, record } from '#lib/audit/record.server.ts';
import type { SignedIn, Tenant } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { AuditEventTable, Database } from '#lib/database/schema.ts';
import { openKeyring } from '#lib/secrets/keyring.server.ts';
import { passingFolder, passingKeyring } from './open-wave.ts';

export const ANN: SignedIn = { staffId: 'ann', name: 'Ann Other', tenant: 'council', roles: ['administrator'] };
export const VIV: SignedIn = { staffId: 'viv', name: 'Viv Voice', tenant: 'advocacy', roles: ['advocacy worker'] };

/** A ledger in a folder that is gone after the test. */
export const passingLedger = (): Ledger => openLedger(passingFolder(), passingKeyring());

/** A ledger for a whole suite. */
export function lastingLedger(): Ledger {
	const folder = mkdtempSync(join(tmpdir(), 'earshot-ledger-'));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	return openLedger(join(folder, 'ledger'), openKeyring(join(folder, 'keys'), randomBytes(32)));
}

/** Appends that many events for a tenant, an hour apart from an instant on. */
export async function happen(db: Database, many: number, from: Date, by: SignedIn = ANN): Promise<void> {
	for (let n = 0; n < many; n += 1) {
		const subject = { kind: 'young person', id: `young ${n % 3}` } as const;
		const at = new Date(from.getTime() + n * 3_600_000);
		await inTransaction(db, (writing) => record(writing, by, { what: 'young person opened', subject }, at));
	}
}

/** Every row and the end of every chain, to put back after damage. */
export async function kept(db: Database): Promise<() => Promise<void>> {
	const rows = await db.selectFrom('audit_event').selectAll().execute();
	const chains = await db.selectFrom('audit_chain').selectAll().execute();
	return async () => {
		await db.deleteFrom('audit_event').execute();
		await db.deleteFrom('audit_chain').execute();
		await db.insertInto('audit_chain').values(chains).execute();
		for (const row of rows) await db.insertInto('audit_event').values(row).execute();
	};
}

export const rowsOf = (db: Database, tenant: Tenant): Promise<AuditEventTable[]> =>
	db.selectFrom('audit_event').selectAll().where('tenant', '=', tenant).orderBy('place').execute();

/** Writes a whole chain anew around a change, every hash right, the end too: what only an anchor can find. */
export async function rewrite(
	db: Database,
	tenant: Tenant,
	change: (row: AuditEventTable) => AuditEventTable | null
): Promise<void> {
	const rows = (await rowsOf(db, tenant)).flatMap((row) => change(row) ?? []);
	let end = { place: 0, hash: '' };
	await db.deleteFrom('audit_event').where('tenant', '=', tenant).execute();
	for (const row of rows) {
		const linked = { ...row, place: end.place + 1, previous: end.hash };
		end = { place: linked.place, hash: hashOfEvent(linked) };
		await db
			.insertInto('audit_event')
			.values({ ...linked, hash: end.hash })
			.execute();
	}
	await db.updateTable('audit_chain').set(end).where('tenant', '=', tenant).execute();
}
