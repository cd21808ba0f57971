/*
 * One row in every table that has sealed columns, and something sealed in each: for tests that hold for all of them.
 * A table that joins the list of columns needs its bare row here.
 */
import { sql } from 'kysely';
import type { Database } from '#lib/database/schema.ts';
import { SEALED_COLUMNS, type SealedColumn } from '#lib/secrets/columns.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { openRecord, sealRecord, type Place } from '#lib/secrets/records.server.ts';
import { placeOf, portionOf } from '#lib/secrets/rotation/rows.server.ts';
import { staffMember, youngPerson } from '../accounts.ts';

const AT = '2027-03-01T09:00:00.000Z';
const DAY = '2027-03-01';

/** Whose key seals something of a column, in the rows made here: the young person of the row, if it has one. */
export interface Filled {
	column: SealedColumn;
	place: Place;
	words: string;
}

type Bare = Record<string, string | number | null>;

async function bareRows(db: Database): Promise<Record<string, { id: string; owner: string; row?: Bare }>> {
	const person = await youngPerson(db);
	const { staffId } = await staffMember(db, ['IRO']);
	const wave = { id: randomId(), name: `Wave ${person}`, status: 'closed', opens: DAY, closes: DAY, created_on: DAY };
	await db
		.insertInto('wave')
		.values({ ...wave, public_key: null, test_seal: null })
		.execute();
	const id = () => randomId();
	const [account, draft, comment, opening, concern, message, request] = [id(), id(), id(), id(), id(), id(), id()];
	const mine = { young_person_id: person };
	const nobody = '';
	return {
		young_person: { id: person, owner: person },
		young_account: {
			id: account,
			owner: person,
			row: { id: account, ...mine, user_name_hash: account, user_name_sealed: '', made_at: AT }
		},
		code_generator: { id: staffId, owner: nobody, row: { staff_id: staffId, secret_sealed: '', last_step: 0 } },
		import_draft: { id: draft, owner: nobody, row: { id: draft, staff_id: staffId, made_at: AT, sealed: '' } },
		comment: {
			id: comment,
			owner: nobody,
			row: {
				...{ id: comment, wave_id: wave.id, version: '11-17', question: 'q', day: DAY, language: 'en' },
				...{ may_quote: 0, sealed: '', receipt: comment }
			}
		},
		opening: {
			id: opening,
			owner: person,
			row: { id: opening, ...mine, staff_id: staffId, at: AT, until: AT, reason_sealed: '' }
		},
		notice_choice: {
			id: person,
			owner: person,
			row: { ...mine, channel: 'email', quiet_from: 20, quiet_to: 8, changed_at: AT }
		},
		concern: {
			id: concern,
			owner: person,
			row: { id: concern, ...mine, made_at: AT, wish: 'x', topic: 'x', given_sealed: '', due_on: DAY }
		},
		concern_message: {
			id: message,
			owner: person,
			row: { id: message, concern_id: concern, place: 1, at: AT, side: 'young person', words_sealed: '' }
		},
		data_request: {
			id: request,
			owner: person,
			row: { id: request, ...mine, kind: 'copy', asked_at: AT, asked_by: 'x', due_on: DAY, given_sealed: '' }
		}
	};
}

/** Makes one row in each table, with words of its own sealed in every sealed column. */
export async function fillSealedColumns(
	db: Database,
	keyring: Keyring,
	words: (column: SealedColumn) => string
): Promise<Filled[]> {
	const bare = await bareRows(db);
	for (const [table, { row }] of Object.entries(bare)) {
		if (!row) continue;
		const names = Object.keys(row).map((name) => sql.ref(name));
		const values = Object.values(row).map((value) => sql`${value}`);
		await sql`insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join(values)})`.execute(db);
	}
	const filled: Filled[] = [];
	for (const column of SEALED_COLUMNS) {
		const at = bare[column.table];
		if (!at) throw new Error(`tests/data/sealed-rows.ts makes no row of ${column.table}`);
		const place = placeOf(column, { id: at.id, owner: column.owner ? at.owner : null });
		const said = words(column);
		await sql`update ${sql.table(column.table)} set ${sql.ref(column.column)} = ${sealRecord(keyring, place, said)}
			where ${sql.ref(column.id)} = ${at.id}`.execute(db);
		filled.push({ column, place, words: said });
	}
	return filled;
}

/** The words of everything sealed in a database, opened: each with its place. @throws when one does not open. */
export async function openEverything(db: Database, keyring: Keyring): Promise<Map<string, string>> {
	const opened = new Map<string, string>();
	for (const column of SEALED_COLUMNS) {
		for (const row of await portionOf(db, column, { notUnder: null, after: '', most: 100_000 })) {
			const name = `${column.table}.${column.column} ${row.id}`;
			opened.set(name, openRecord(keyring, placeOf(column, row), row.sealed));
		}
	}
	return opened;
}
