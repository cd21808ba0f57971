/*
 * Taking details into the roster, and opening the sealed part of them. Nothing here decides who may be told what.
 */
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Flag, YoungPersonTable } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { openRecord, sealRecord, type Place } from '#lib/secrets/records.server.ts';
import type { CsvFile, Fault } from './csv-table.ts';
import { mergeDetails, NO_DETAILS, readDetails, type DetailsRow, type SealedDetails } from './detail.ts';
import { mayKeepRoster } from './keepers.ts';

export type DetailsImported =
	| { kind: 'imported'; figures: { rows: number; updated: number; unknown: number }; faults: Fault[] }
	| { kind: 'refused'; faults: Fault[] }
	| { kind: 'not allowed' };

const text = z.string().nullable();
const stored = z.object({
	preferredName: text,
	school: text,
	communicationNeeds: text,
	disability: text,
	mayBeTold: text
});

const place = (id: string): Place => ({ table: 'young_person', id, column: 'details_sealed' });

/** Opens one young person's sealed details. @throws when they were sealed elsewhere or by another key. */
export function openDetails(keyring: Keyring, id: string, sealed: string | null): SealedDetails {
	return sealed === null ? NO_DETAILS : stored.parse(JSON.parse(openRecord(keyring, place(id), sealed)));
}

type OpenColumns = Partial<
	Pick<
		Selectable<YoungPersonTable>,
		| 'iro'
		| 'social_worker'
		| 'team'
		| 'language'
		| 'district'
		| 'interpreter'
		| 'account_wanted'
		| 'opted_out'
		| 'address_unsafe'
	>
>;

/** The columns that a row changes: blank cells are left out. */
function openColumns(given: DetailsRow): OpenColumns {
	const truth = (value: boolean | null): Flag | undefined => (value === null ? undefined : value ? 1 : 0);
	const columns: Record<string, string | Flag | undefined> = {
		iro: given.IRO || undefined,
		social_worker: given.SOCIAL_WORKER || undefined,
		team: given.TEAM || undefined,
		language: given.LANGUAGE || undefined,
		district: given.DISTRICT || undefined,
		interpreter: truth(given.INTERPRETER),
		account_wanted: truth(given.ACCOUNT_WANTED),
		opted_out: truth(given.OPTED_OUT),
		address_unsafe: truth(given.ADDRESS_UNSAFE)
	};
	return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

/**
 * Imports details in one transaction. Names, school, needs, disability and who may be told are sealed; a blank cell
 * leaves what is there; a CHILD the roster does not have is a fault. With `strict`, one fault refuses the whole.
 * `csv` is the file, or its text.
 */
export async function importDetails(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	csv: CsvFile | string,
	{ strict }: { strict: boolean }
): Promise<DetailsImported> {
	if (!mayKeepRoster(actor)) return { kind: 'not allowed' };
	const file = typeof csv === 'string' ? { name: 'details', bytes: Buffer.from(csv) } : csv;
	const read = readDetails(file);
	if (read.kind === 'refused') return { kind: 'refused', faults: [read.fault] };

	return inTransaction(db, async (writing): Promise<DetailsImported> => {
		const rows = await writing.selectFrom('young_person').select(['id', 'child', 'details_sealed']).execute();
		const known = new Map(rows.map((person) => [person.child, person]));
		const unknown = read.rows.filter(({ data }) => !known.has(data.CHILD));
		const faults = [
			...read.faults,
			...unknown.map(({ line, data }) => {
				return { file: file.name, line, column: 'CHILD', reason: `${data.CHILD} is not in the roster` };
			})
		];
		if (strict && faults.length > 0) return { kind: 'refused', faults };

		let updated = 0;
		for (const { data } of read.rows) {
			const person = known.get(data.CHILD);
			if (!person) continue;
			const before = openDetails(keyring, person.id, person.details_sealed);
			const after = mergeDetails(before, data);
			const changed = JSON.stringify(after) !== JSON.stringify(before);
			if (changed) person.details_sealed = sealRecord(keyring, place(person.id), JSON.stringify(after));
			const columns = { ...openColumns(data), ...(changed ? { details_sealed: person.details_sealed } : {}) };
			if (Object.keys(columns).length === 0) continue;
			await writing.updateTable('young_person').set(columns).where('id', '=', person.id).execute();
			updated += 1;
		}
		return { kind: 'imported', figures: { rows: read.rows.length, updated, unknown: unknown.length }, faults };
	});
}
