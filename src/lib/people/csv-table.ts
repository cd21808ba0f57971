/*
 * A CSV file as rows with named columns and line numbers: any column order, with or without BOM, either line ending.
 * What the columns mean is not known here.
 */
import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';

/** A file as it was given: its name for messages, and its bytes. */
export interface CsvFile {
	name: string;
	bytes: Uint8Array;
}

/** Something wrong at a place in a file; line 0 stands for the file as a whole, column '' for the whole row. */
export interface Fault {
	file: string;
	line: number;
	column: string;
	reason: string;
}

export interface Row<T> {
	line: number;
	data: T;
}

export type TableRead<T> =
	{ kind: 'read'; rows: Row<T>[]; faults: Fault[]; faultyKeys: Set<string> } | { kind: 'refused'; fault: Fault };

interface Parsed {
	record: string[];
	info: { lines: number };
}

function wholeFile(file: string, reason: string, line = 0): { kind: 'refused'; fault: Fault } {
	return { kind: 'refused', fault: { file, line, column: '', reason } };
}

function decode(bytes: Uint8Array): string | null {
	try {
		// One kind of line ending, or the parser counts a break inside quotation marks twice.
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
	} catch {
		return null;
	}
}

function split(text: string): Parsed[] | CsvError {
	try {
		const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true } as const;
		return parse(text, options) as unknown as Parsed[];
	} catch (fault) {
		if (fault instanceof CsvError) return fault;
		throw fault;
	}
}

function columnsOf(record: readonly string[]): string[] {
	return record.map((name) => name.trim().toUpperCase());
}

/**
 * Reads a table whose rows must fit a Zod object with upper-case column names.
 * Columns that the schema does not name are passed over; `key` names the column that tells whom a faulty row is about.
 */
export function readTable<S extends z.ZodObject>(
	file: CsvFile,
	schema: S,
	needed: readonly string[],
	key = 'CHILD'
): TableRead<z.output<S>> {
	if (file.bytes[0] === 0x50 && file.bytes[1] === 0x4b) {
		return wholeFile(file.name, 'is a spreadsheet: save it as CSV (UTF-8) first');
	}
	const text = decode(file.bytes);
	if (text === null) return wholeFile(file.name, 'is not UTF-8 text: save it as CSV (UTF-8)');
	const parsed = split(text);
	if (parsed instanceof CsvError) {
		return wholeFile(
			file.name,
			'cannot be read as CSV: a quotation mark is out of place',
			Number(parsed['lines'] ?? 0)
		);
	}
	const [head, ...body] = parsed;
	if (!head) return wholeFile(file.name, `is empty: the first line must name the columns ${needed.join(', ')}`);
	const columns = columnsOf(head.record);
	const missing = needed.filter((name) => !columns.includes(name));
	if (missing.length > 0) {
		const list = missing.length === 1 ? `column ${missing[0]}` : `columns ${missing.join(', ')}`;
		return wholeFile(file.name, `has no ${list}; its first line says ${columns.join(', ').slice(0, 200)}`, 1);
	}
	const twice = columns.find((name, place) => name in schema.shape && columns.indexOf(name) !== place);
	if (twice) return wholeFile(file.name, `has the column ${twice} twice`, 1);

	const rows: Row<z.output<S>>[] = [];
	const faults: Fault[] = [];
	const faultyKeys = new Set<string>();
	const keyAt = columns.indexOf(key);
	for (const { record, info } of body) {
		const at = (column: string, reason: string): Fault => ({ file: file.name, line: info.lines, column, reason });
		const found: Fault[] = [];
		if (record.length !== columns.length) {
			found.push(at('', `has ${record.length} fields where the first line has ${columns.length}`));
		} else {
			const read = schema.safeParse(Object.fromEntries(columns.map((name, place) => [name, record[place] ?? ''])));
			if (read.success) rows.push({ line: info.lines, data: read.data });
			else found.push(...read.error.issues.map((issue) => at(String(issue.path[0] ?? ''), issue.message)));
		}
		if (found.length > 0) faultyKeys.add(record[keyAt] ?? '');
		faults.push(...found);
	}
	return { kind: 'read', rows, faults, faultyKeys };
}

/** A fault as one line: `episodes.csv:12 DECOM: "31/02/2018" is not a date`. */
export function tellFault({ file, line, column, reason }: Fault): string {
	return `${file}${line > 0 ? `:${line}` : ''}${column ? ` ${column}:` : ''} ${reason}`;
}
