/*
 * How some young people are called, for a module that has decided already that its reader may see them. Nobody else is
 * opened, and nothing else of them.
 */
import { chunks } from '#lib/database/chunks.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { forManyRecords } from '#lib/secrets/records.server.ts';
import { readableDetails } from './details.server.ts';

export interface Called {
	/** The preferred name; where nobody noted one, CHILD of the statutory return; where it does not open, that too. */
	name: string;
	/** Whether post to where they live is not safe. */
	addressUnsafe: boolean;
}

/** By young_person.id, how they are called; who is not in the roster is missing. */
export async function calledBy(db: Database, keyring: Keyring, ids: readonly string[]): Promise<Map<string, Called>> {
	const opening = forManyRecords(keyring);
	const called = new Map<string, Called>();
	for (const part of chunks([...new Set(ids)])) {
		const rows = await db
			.selectFrom('young_person')
			.select(['id', 'child', 'address_unsafe', 'details_sealed'])
			.where('id', 'in', part)
			.execute();
		for (const row of rows) {
			const details = readableDetails(opening, row.id, row.details_sealed);
			const name = details ? (details.preferredName ?? row.child) : `${row.child} (name cannot be read)`;
			called.set(row.id, { name, addressUnsafe: row.address_unsafe === 1 });
		}
	}
	return called;
}
