/*
 * The sealed columns row by row: what begins otherwise than it should, and putting a fresh sealing in the place of the
 * old one. One query body for every table of columns.ts; no key is drawn or destroyed here.
 */
import { sql } from 'kysely';
import type { Tenant } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { SEALED_COLUMNS, type SealedColumn } from '../columns.ts';
import { beginningOf, type Place } from '../records.server.ts';

export interface SealedRow {
	id: string;
	sealed: string;
	/** The young person whose key seals it too. */
	owner: string | null;
}

/** The sealed columns of a tenant. */
export const columnsOf = (tenant: Tenant): SealedColumn[] => SEALED_COLUMNS.filter((one) => one.tenant === tenant);

/** Where a row of a column stands, as its additional data says. */
export function placeOf({ table, column, tenant }: SealedColumn, { id, owner }: Omit<SealedRow, 'sealed'>): Place {
	return { table, id, column, tenant, ...(owner === null ? {} : { owner }) };
}

/** Everything sealed, or only what is not sealed under this version. */
const which = ({ column }: SealedColumn, notUnder: number | null) =>
	notUnder === null
		? sql`s.${sql.ref(column)} is not null`
		: sql`s.${sql.ref(column)} is not null and s.${sql.ref(column)} not like ${`${beginningOf(notUnder)}%`}`;

const ownerOf = ({ owner, through }: SealedColumn) =>
	owner ? sql`${sql.ref(through ? `o.${owner}` : `s.${owner}`)}` : sql`null`;

const sourceOf = ({ table, through }: SealedColumn) =>
	through
		? sql`${sql.table(table)} as s inner join ${sql.table(through.table)} as o on o.id = s.${sql.ref(through.by)}`
		: sql`${sql.table(table)} as s`;

/** How many rows are sealed, or are sealed otherwise than under this version. */
export async function countRows(db: Database, column: SealedColumn, notUnder: number | null): Promise<number> {
	const { rows } = await sql<{ count: number }>`
		select count(*) as count from ${sql.table(column.table)} as s where ${which(column, notUnder)}`.execute(db);
	return Number(rows[0]?.count ?? 0);
}

/** The next rows by id; all of them, or those sealed otherwise than under this version. */
export async function portionOf(
	db: Database,
	column: SealedColumn,
	{ notUnder, after, most }: { notUnder: number | null; after: string; most: number }
): Promise<SealedRow[]> {
	const id = sql.ref(`s.${column.id}`);
	const { rows } = await sql<SealedRow>`
		select ${id} as id, s.${sql.ref(column.column)} as sealed, ${ownerOf(column)} as owner
		from ${sourceOf(column)}
		where ${which(column, notUnder)} and ${id} > ${after}
		order by ${id} limit ${most}`.execute(db);
	return rows;
}

/** Every young person whose key something in this column needs. */
export async function ownersIn(db: Database, column: SealedColumn): Promise<string[]> {
	if (!column.owner) return [];
	const { rows } = await sql<{ owner: string }>`
		select distinct ${ownerOf(column)} as owner from ${sourceOf(column)}
		where ${which(column, null)} and ${ownerOf(column)} is not null`.execute(db);
	return rows.map(({ owner }) => owner);
}

/** Puts the fresh sealing in the place of the old one; false when somebody changed or removed the row meanwhile. */
export async function swap(
	db: Database,
	{ table, id, column }: SealedColumn,
	row: SealedRow,
	fresh: string
): Promise<boolean> {
	const { numAffectedRows } = await sql`
		update ${sql.table(table)} set ${sql.ref(column)} = ${fresh}
		where ${sql.ref(id)} = ${row.id} and ${sql.ref(column)} = ${row.sealed}`.execute(db);
	return numAffectedRows === 1n;
}
