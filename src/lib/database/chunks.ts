/*
 * Many rows, a statement's worth at a time. Only the cutting lives here.
 */

/** Rows in one statement: with our widest table well under SQLite's 32,766 and PostgreSQL's 65,535 parameters. */
const CHUNK = 500;

/** Told how many rows more are written, after each portion. */
export type Told = (rows: number) => void;

/** Rows in portions that one statement can take. */
export function chunks<T>(rows: readonly T[]): T[][] {
	const parts = Math.ceil(rows.length / CHUNK);
	return Array.from({ length: parts }, (_, part) => rows.slice(part * CHUNK, (part + 1) * CHUNK));
}
