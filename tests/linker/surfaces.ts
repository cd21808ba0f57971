/*
 * Everything an attacker may copy from a database: the SQLite file and its log as bytes, PostgreSQL's xmin and ctid.
 * Only copying and looking up live here; guessing is strategies.ts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Opened } from '../databases.ts';

/** A copy of the bytes of one moment; empty on PostgreSQL. */
export interface Copied {
	file: Buffer;
	log: Buffer;
}

/** One row as the attacker reads it, with where it physically lies. */
export interface SeenRow {
	id: string;
	content: string;
	/** PostgreSQL: the transaction that wrote it. */
	xmin: number;
	/** PostgreSQL: block and place in it, as one number. */
	place: number;
}

/** Copies the database file and its write-ahead log as they lie on the disk. */
export function copyBytes({ folder }: Opened): Copied {
	const read = (name: string) =>
		folder && existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : Buffer.alloc(0);
	return { file: read('test.db'), log: read('test.db-wal') };
}

/** Reads a whole table without an order of ours: what a dump would show, and in which order. */
export async function readRows(
	{ db, folder }: Opened,
	table: 'response' | 'ballot' | 'survey_code' | 'comment',
	key: string,
	content: string
): Promise<SeenRow[]> {
	const columns = sql`${sql.ref(key)} as id, ${sql.ref(content)} as content`;
	const physical = folder
		? sql`0 as xmin, 0 as block, 0 as tuple`
		: sql`xmin::text as xmin, split_part(trim(both '()' from ctid::text), ',', 1) as block,
			split_part(trim(both '()' from ctid::text), ',', 2) as tuple`;
	const { rows } = await sql<{ id: string; content: string; xmin: string; block: string; tuple: string }>`
		select ${columns}, ${physical} from ${sql.table(table)}`.execute(db);
	return rows.map(({ id, content: held, xmin, block, tuple }) => ({
		id,
		content: held,
		xmin: Number(xmin),
		place: Number(block) * 100_000 + Number(tuple)
	}));
}

/**
 * When each text was first seen: the number of the copy, then its first place in that copy's log, or in the file.
 * Texts that no copy holds are missing from the answer.
 */
export function firstSeen(copies: readonly Copied[], texts: readonly string[]): Map<string, number> {
	const seen = new Map<string, number>();
	for (const [number, { file, log }] of copies.entries()) {
		for (const text of texts) {
			if (seen.has(text)) continue;
			const inLog = log.indexOf(text);
			const at = inLog >= 0 ? inLog : file.indexOf(text);
			if (at >= 0) seen.set(text, number * 2 ** 32 + at);
		}
	}
	return seen;
}
