/*
 * Passes over the sealed columns: each row opened and sealed anew, in small portions, until nothing begins otherwise.
 * Killed between two portions, or within one, nothing is lost: the next pass meets what is left.
 */
import type { Tenant } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { SealedColumn } from '../columns.ts';
import type { Keyring } from '../keyring.server.ts';
import { currentVersion, forManyRecords, resealRecord } from '../records.server.ts';
import type { Report, Unreadable } from './rotation.ts';
import { columnsOf, countRows, placeOf, portionOf, swap, type SealedRow } from './rows.server.ts';

/** Few enough that a child who writes meanwhile does not notice the one writer of SQLite. */
const PORTION = 100;

export interface Resealing {
	report?: Report;
	/** Finishes the portion under way and stops. */
	stop?: AbortSignal;
	/** Rows in one transaction. */
	portion?: number;
}

export interface Resealed {
	rows: number;
	stopped: boolean;
	/** What the last pass could not open. */
	unreadable: Unreadable[];
}

interface Fresh {
	row: SealedRow;
	fresh: string;
}

/** Seals rows anew in memory; null for one that does not open. */
function sealedAnew(keyring: Keyring, column: SealedColumn, row: SealedRow): Fresh | null {
	try {
		return { row, fresh: resealRecord(keyring, placeOf(column, row), row.sealed) };
	} catch {
		// Whether the row is damaged or was erased this instant shows in the next pass.
		return null;
	}
}

async function storeAll(db: Database, column: SealedColumn, fresh: readonly Fresh[]): Promise<number> {
	if (fresh.length === 0) return 0;
	return inTransaction(db, async (writing) => {
		let swapped = 0;
		for (const one of fresh) if (await swap(writing, column, one.row, one.fresh)) swapped += 1;
		return swapped;
	});
}

/**
 * Seals every row of a tenant anew that is not sealed under its newest key, pass by pass until a pass finds none. Which
 * one is the newest is asked for each pass: another command may have drawn one meanwhile.
 */
export async function resealAll(
	db: Database,
	keyring: Keyring,
	tenant: Tenant,
	{ report, stop, portion = PORTION }: Resealing = {}
): Promise<Resealed> {
	const columns = columnsOf(tenant);
	let total = 0;
	for (const column of columns) total += await countRows(db, column, currentVersion(keyring, tenant));
	let rows = 0;
	for (;;) {
		let met = 0;
		const version = currentVersion(keyring, tenant);
		const unreadable: Unreadable[] = [];
		for (const column of columns) {
			for (let after = ''; ;) {
				if (stop?.aborted) return { rows, stopped: true, unreadable };
				const found = await portionOf(db, column, { notUnder: version, after, most: portion });
				const last = found.at(-1);
				if (!last) break;
				after = last.id;
				const opening = forManyRecords(keyring);
				const fresh = found.flatMap((row) => {
					const one = sealedAnew(opening, column, row);
					if (!one) unreadable.push({ table: column.table, column: column.column, id: row.id });
					return one ?? [];
				});
				met += fresh.length;
				rows += await storeAll(db, column, fresh);
				report?.(Math.min(rows, total), Math.max(rows, total));
			}
		}
		if (met === 0) return { rows, stopped: false, unreadable };
	}
}
