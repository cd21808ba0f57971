/*
 * The record as a file to take away: what the page shows, as CSV that no spreadsheet takes for a formula. That somebody
 * took it is itself recorded.
 */
import { stringify } from 'csv-stringify/sync';
import type { Actor } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { record } from '../record.server.ts';
import type { RecordFilter } from './filter.ts';
import { everyEvent, mayReadRecord } from './lists.server.ts';

const COLUMNS = ['event', 'at', 'who', 'what', 'about', 'besides'] as const;

/** The events that fit a filter as CSV, oldest first, times in UTC; null for who may not read the record. */
export async function exportRecord(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	filter: RecordFilter,
	now: Date
): Promise<string | null> {
	if (!mayReadRecord(actor)) return null;
	let text = stringify([], { header: true, columns: [...COLUMNS], bom: true });
	let events = 0;
	for await (const portion of everyEvent(db, keyring, filter)) {
		events += portion.length;
		const lines = portion.map(({ place, at, ...said }) => ({ event: place, at: at.toISOString(), ...said }));
		text += stringify(lines, { columns: [...COLUMNS], escape_formulas: true });
	}
	const subject = { kind: 'record', id: 'council' } as const;
	const detail = { form: 'CSV', events };
	await inTransaction(db, (writing) => record(writing, actor, { what: 'exported', subject, detail }, now));
	return text;
}
