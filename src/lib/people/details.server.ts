/*
 * Taking details into the roster, showing before what that will do, and opening the sealed part of them. Nothing here
 * decides who may be told what.
 */
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Actor } from '#lib/auth/actor.ts';
import { record } from '#lib/audit/record.server.ts';
import { chunks } from '#lib/database/chunks.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing, YoungPersonTable } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { forManyRecords, openRecord, ownersKey, sealRecord, type Place } from '#lib/secrets/records.server.ts';
import { openIfReadable } from '#lib/secrets/unreadable.server.ts';
import type { CsvFile, Fault, Row } from './csv-table.ts';
import { NO_DETAILS, readDetails, type DetailsRow, type SealedDetails } from './detail.ts';
import { planDetails, type DetailsFigures, type DetailsPlan, type KnownDetails } from './importing/details-plan.ts';
import { mayKeepRoster } from './keepers.ts';
import { matchWorkers } from './workers/matches.server.ts';

export type DetailsImported =
	| { kind: 'imported'; figures: DetailsFigures & { matched: number }; faults: Fault[] }
	| { kind: 'refused'; faults: Fault[] }
	| { kind: 'not allowed' };

export type DetailsPlanned =
	| { kind: 'planned'; plan: DetailsPlan; figures: DetailsFigures; faults: Fault[] }
	| { kind: 'refused'; faults: Fault[] };

const text = z.string().nullable();
const stored = z.object({
	preferredName: text,
	school: text,
	communicationNeeds: text,
	disability: text,
	mayBeTold: text
});

const place = (id: string): Place => ({ table: 'young_person', id, column: 'details_sealed', owner: id });

/** Opens one young person's sealed details. @throws when they were sealed elsewhere or by another key. */
export function openDetails(keyring: Keyring, id: string, sealed: string | null): SealedDetails {
	return sealed === null ? NO_DETAILS : stored.parse(JSON.parse(openRecord(keyring, place(id), sealed)));
}

/** The same for lists: null when they do not open, so that one whose key is lost does not take everybody's names away. */
export function readableDetails(keyring: Keyring, id: string, sealed: string | null): SealedDetails | null {
	if (sealed === null) return NO_DETAILS;
	const text = openIfReadable(keyring, place(id), sealed);
	return text === null ? null : stored.parse(JSON.parse(text));
}

/** Seals one young person's details for their row. */
export function sealDetails(keyring: Keyring, id: string, details: SealedDetails): string {
	return sealRecord(keyring, place(id), JSON.stringify(details));
}

/** What the open columns of a row are stored as. */
function openColumns(columns: DetailsPlan['changes'][number]['columns']) {
	const flags = Object.entries(columns).map(([name, value]) => [
		name,
		typeof value === 'boolean' ? Number(value) : value
	]);
	return Object.fromEntries(flags) as Partial<Selectable<YoungPersonTable>>;
}

const COLUMNS = [
	'id',
	'child',
	'iro',
	'social_worker',
	'team',
	'language',
	'district',
	'interpreter',
	'account_wanted',
	'opted_out',
	'address_unsafe',
	'details_sealed'
] as const;

/** Those of the roster whom the rows name, with their details opened; nothing of anybody else is. */
async function namedIn(db: Database, keyring: Keyring, given: readonly Row<DetailsRow>[]): Promise<KnownDetails[]> {
	const opening = forManyRecords(keyring);
	const known: KnownDetails[] = [];
	for (const part of chunks([...new Set(given.map(({ data }) => data.CHILD))])) {
		const rows = await db.selectFrom('young_person').select(COLUMNS).where('child', 'in', part).execute();
		for (const { details_sealed, ...row } of rows) {
			known.push({
				...row,
				interpreter: row.interpreter === 1,
				account_wanted: row.account_wanted === 1,
				opted_out: row.opted_out === 1,
				address_unsafe: row.address_unsafe === 1,
				details: openDetails(opening, row.id, details_sealed)
			});
		}
	}
	return known;
}

async function planFor(db: Database, keyring: Keyring, file: CsvFile): Promise<DetailsPlanned> {
	const read = readDetails(file);
	if (read.kind === 'refused') return { kind: 'refused', faults: [read.fault] };
	const plan = planDetails(read.rows, await namedIn(db, keyring, read.rows));
	const unknown = plan.unknown.map(({ line, child }) => {
		return { file: file.name, line, column: 'CHILD', reason: `${child} is not in the roster` };
	});
	const faults = [...read.faults, ...unknown];
	const figures = { rows: read.rows.length, updated: plan.changes.length, unknown: unknown.length };
	return { kind: 'planned', plan, figures, faults };
}

/** What taking this file in would do now; nothing is changed. */
export async function previewDetails(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	file: CsvFile
): Promise<DetailsPlanned | { kind: 'not allowed' }> {
	return mayKeepRoster(actor) ? planFor(db, keyring, file) : { kind: 'not allowed' };
}

async function carryOut(writing: Writing, keyring: Keyring, { changes }: DetailsPlan, now: Date): Promise<number> {
	const sealing = forManyRecords(keyring);
	for (const { id, columns, details } of changes) {
		const sealed = details ? { details_sealed: sealDetails(sealing, id, details) } : {};
		await writing
			.updateTable('young_person')
			.set({ ...openColumns(columns), ...sealed })
			.where('id', '=', id)
			.execute();
	}
	const renamed = changes.flatMap(({ id, renamed: roles }) => roles.map((role) => ({ youngPersonId: id, role })));
	return matchWorkers(writing, renamed, now);
}

/**
 * Draws the own keys of those who are named, many at a time and before anything is locked: one by one within the
 * transaction they would keep everybody else waiting for the disk.
 */
async function drawKeys(db: Database, keyring: Keyring, file: CsvFile): Promise<void> {
	const read = readDetails(file);
	if (read.kind === 'refused') return;
	for (const part of chunks([...new Set(read.rows.map(({ data }) => data.CHILD))])) {
		const rows = await db.selectFrom('young_person').select('id').where('child', 'in', part).execute();
		await keyring.drawAll(rows.map(({ id }) => ownersKey(id)));
	}
}

/**
 * Imports details in one transaction, matches workers' names to accounts, and records that it was. Names, school, needs,
 * disability and who may be told are sealed; a blank cell leaves what is there; a CHILD the roster does not have is a
 * fault. With `strict`, one fault refuses the whole. `csv` is the file, or its text.
 */
export async function importDetails(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	csv: CsvFile | string,
	{ strict }: { strict: boolean },
	now: Date
): Promise<DetailsImported> {
	if (!mayKeepRoster(actor)) return { kind: 'not allowed' };
	const file = typeof csv === 'string' ? { name: 'details', bytes: Buffer.from(csv) } : csv;
	await drawKeys(db, keyring, file);
	return inTransaction(db, async (writing): Promise<DetailsImported> => {
		const planned = await planFor(writing, keyring, file);
		if (planned.kind === 'refused') return planned;
		const { plan, faults } = planned;
		if (strict && faults.length > 0) return { kind: 'refused', faults };
		const matched = await carryOut(writing, keyring, plan, now);
		const figures = { ...planned.figures, matched };
		const detail = { file: 'details', ...figures, faults: faults.length };
		await record(writing, actor, { what: 'roster imported', subject: { kind: 'roster', id: 'details' }, detail }, now);
		return { kind: 'imported', figures, faults };
	});
}
