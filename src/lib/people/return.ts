/*
 * The statutory return of children looked after (SSDA903): what its files hold and how they fit together.
 * Reading and checking only; what follows from it is roster.ts, and where it is kept is import.server.ts.
 */
import { z } from 'zod';
import { readDay } from '#lib/calendar/day.ts';
import { readTable, type CsvFile, type Fault, type Row } from './csv-table.ts';

const told = (text: string): string => (text === '' ? 'is empty' : `"${text.slice(0, 40)}"`);

function coded(shape: RegExp, what: string) {
	return z
		.string()
		.refine((text) => shape.test(text), { error: ({ input }) => `${told(String(input))} is not ${what}` });
}

function optional(shape: RegExp, what: string) {
	return coded(new RegExp(`^$|${shape.source}`), what)
		.optional()
		.default('');
}

function dayIn(text: string, context: z.core.$RefinementCtx): string {
	const read = readDay(text);
	if (read) return read;
	const reason = text === '' ? 'is empty' : `${told(text)} is not a date such as 31/03/2018 or 2018-03-31`;
	context.addIssue({ code: 'custom', message: reason });
	return z.NEVER;
}
const day = z.string().transform(dayIn);
const dayOrNone = z.string().transform((text, context) => (text === '' ? null : dayIn(text, context)));

const child = z.string().min(1, { error: 'is empty' }).max(40, { error: 'is longer than 40 characters' });
const free = z.string().max(60, { error: 'is longer than 60 characters' }).optional().default('');

const header = z.object({
	CHILD: child,
	SEX: coded(/^\S.{0,19}$/, 'a sex'),
	DOB: day,
	ETHNIC: coded(/^[A-Z]{4}$/, 'an ethnic group of four capital letters')
});
const episode = z.object({
	CHILD: child,
	DECOM: day,
	RNE: optional(/^[A-Z]$/, 'a reason for a new episode (one capital letter)'),
	LS: coded(/^[A-Z]\d$/, 'a legal status such as C2'),
	CIN: optional(/^N\d$/, 'a category of need such as N1'),
	PLACE: coded(/^[A-Z]\d$/, 'a placement code such as U4'),
	PLACE_PROVIDER: free,
	DEC: dayOrNone,
	REC: optional(/^(X1|E\d{1,2}[AB]?)$/, 'a reason for ending such as E4A'),
	REASON_PLACE_CHANGE: free,
	HOME_POST: free,
	PL_POST: free,
	URN: free
});
const review = z.object({ CHILD: child, REVIEW: day, REVIEW_CODE: coded(/^PN[0-7]$/, 'a code from PN0 to PN7') });
const unaccompanied = z.object({ CHILD: child });
const careLeaver = z.object({ CHILD: child, IN_TOUCH: coded(/^[A-Z]{2,5}$/, 'a code such as YES or DIED') });

export type HeaderRow = z.output<typeof header>;
export type EpisodeRow = z.output<typeof episode>;
export type ReviewRow = z.output<typeof review>;

/** The files of one return; the last three may be missing. */
export interface ReturnFiles {
	header: CsvFile;
	episodes: CsvFile;
	reviews?: CsvFile | undefined;
	uasc?: CsvFile | undefined;
	oc3?: CsvFile | undefined;
}

/** A return whose rows are sound, each belonging to a child of the header. */
export interface StatutoryReturn {
	children: Map<string, HeaderRow>;
	episodes: Map<string, EpisodeRow[]>;
	reviews: ReviewRow[];
	/** The children listed as unaccompanied; null when that file was not given. */
	unaccompanied: Set<string> | null;
	/** IN_TOUCH by CHILD; null when the care leavers' file was not given. */
	careLeavers: Map<string, string> | null;
	/** Children of whom a row could not be taken: what is known of them may be incomplete. */
	incomplete: Set<string>;
}

export type ReturnRead =
	{ kind: 'read'; data: StatutoryReturn; faults: Fault[] } | { kind: 'refused'; faults: Fault[] };

/**
 * Reads the files of a return. Rows that cannot be taken are listed and left out; a file that cannot be read at all,
 * or lacks a needed column, refuses the whole.
 */
export function readReturn(files: ReturnFiles): ReturnRead {
	const refusals: Fault[] = [];
	const faults: Fault[] = [];
	const incomplete = new Set<string>();

	function rowsOf<S extends z.ZodObject>(file: CsvFile | undefined, schema: S, needed: string[]): Row<z.output<S>>[] {
		if (!file) return [];
		const read = readTable(file, schema, needed);
		if (read.kind === 'refused') {
			refusals.push(read.fault);
			return [];
		}
		faults.push(...read.faults);
		for (const key of read.faultyKeys) incomplete.add(key);
		return read.rows;
	}

	const headers = rowsOf(files.header, header, ['CHILD', 'SEX', 'DOB', 'ETHNIC']);
	const episodeRows = rowsOf(files.episodes, episode, ['CHILD', 'DECOM', 'LS', 'PLACE', 'DEC', 'REC']);
	const reviewRows = rowsOf(files.reviews, review, ['CHILD', 'REVIEW', 'REVIEW_CODE']);
	const unaccompaniedRows = rowsOf(files.uasc, unaccompanied, ['CHILD']);
	const careLeaverRows = rowsOf(files.oc3, careLeaver, ['CHILD', 'IN_TOUCH']);
	if (refusals.length > 0) return { kind: 'refused', faults: refusals };

	const children = new Map<string, HeaderRow>();
	for (const { line, data } of headers) {
		if (!children.has(data.CHILD)) children.set(data.CHILD, data);
		else faults.push({ file: files.header.name, line, column: 'CHILD', reason: `${data.CHILD} is listed before` });
	}

	/** Rows of children whom the header lacks are faults, unless their header row has been reported already. */
	function ofKnown<T extends { CHILD: string }>(file: CsvFile | undefined, rows: Row<T>[]): Row<T>[] {
		return rows.filter(({ line, data }) => {
			if (children.has(data.CHILD)) return true;
			if (file && !incomplete.has(data.CHILD)) {
				faults.push({ file: file.name, line, column: 'CHILD', reason: `${data.CHILD} is not in ${files.header.name}` });
			}
			return false;
		});
	}

	const episodes = new Map<string, EpisodeRow[]>();
	for (const { line, data } of ofKnown(files.episodes, episodeRows)) {
		const own = episodes.get(data.CHILD) ?? [];
		const wrong = episodeFault(data, children.get(data.CHILD)?.DOB ?? '', own);
		if (wrong) {
			faults.push({ file: files.episodes.name, line, ...wrong });
			incomplete.add(data.CHILD);
		} else episodes.set(data.CHILD, [...own, data]);
	}

	const listed = ofKnown(files.uasc, unaccompaniedRows).map(({ data }) => data.CHILD);
	const inTouch = ofKnown(files.oc3, careLeaverRows).map(({ data }) => [data.CHILD, data.IN_TOUCH] as const);
	const data: StatutoryReturn = {
		children,
		episodes,
		reviews: ofKnown(files.reviews, reviewRows).map((row) => row.data),
		unaccompanied: files.uasc ? new Set(listed) : null,
		careLeavers: files.oc3 ? new Map(inTouch) : null,
		incomplete
	};
	return { kind: 'read', data, faults };
}

function episodeFault(row: EpisodeRow, born: string, earlier: readonly EpisodeRow[]) {
	if (row.DECOM < born) return { column: 'DECOM', reason: 'is before the date of birth' };
	if (row.DEC !== null && row.DEC < row.DECOM) return { column: 'DEC', reason: 'is before DECOM' };
	if (earlier.some((other) => other.DECOM === row.DECOM)) {
		return { column: 'DECOM', reason: `is the start of another episode of ${row.CHILD} too` };
	}
	return null;
}
