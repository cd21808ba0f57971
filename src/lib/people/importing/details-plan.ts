/*
 * What a details file will do to the roster, decided before anything is written: for the preview and the import alike.
 * Rules only; sealing and keeping is details.server.ts.
 */
import { CASELOAD_ROLES, WORKER_COLUMNS, type CaseloadRole } from '../caseload.ts';
import type { Row } from '../csv-table.ts';
import { mergeDetails, type DetailsRow, type SealedDetails } from '../detail.ts';
import { plainName } from '../workers/match.ts';

/** The columns of the roster that a details file fills and that are not sealed. */
export interface OpenDetails {
	iro: string | null;
	social_worker: string | null;
	team: string | null;
	language: string | null;
	district: string | null;
	interpreter: boolean;
	account_wanted: boolean;
	opted_out: boolean;
	address_unsafe: boolean;
}

/** Somebody of the roster, with their details opened. */
export interface KnownDetails extends OpenDetails {
	id: string;
	child: string;
	details: SealedDetails;
}

export interface DetailsFigures {
	rows: number;
	/** Young people of whom something is new. */
	updated: number;
	/** Rows whose CHILD the roster does not have. */
	unknown: number;
}

/** What a details file will do, decided before anything is written. */
export interface DetailsPlan {
	changes: {
		id: string;
		child: string;
		preferredName: string | null;
		/** The columns that will differ. */
		columns: Partial<OpenDetails>;
		/** What will be sealed; null when that part stays as it is. */
		details: SealedDetails | null;
		/** The details that will differ, as a page names them. */
		fields: string[];
		/** All of it before and after, for showing what becomes of what. */
		before: OpenDetails & SealedDetails;
		after: OpenDetails & SealedDetails;
		/** The kinds of worker whose name is another than before. */
		renamed: CaseloadRole[];
	}[];
	unknown: { line: number; child: string }[];
}

const FIELD_WORDS: Readonly<Record<keyof OpenDetails | keyof SealedDetails, string>> = {
	iro: 'IRO',
	social_worker: 'social worker',
	team: 'team',
	language: 'language',
	district: 'district',
	interpreter: 'interpreter',
	account_wanted: 'account wanted',
	opted_out: 'opted out',
	address_unsafe: 'address unsafe',
	preferredName: 'preferred name',
	school: 'school',
	communicationNeeds: 'communication needs',
	disability: 'disability',
	mayBeTold: 'who may be told'
};

/** A detail as pages and the record name it. */
export const fieldWord = (field: string): string => FIELD_WORDS[field as keyof typeof FIELD_WORDS];

/** The columns that a row gives: blank cells are left out. */
function givenColumns(given: DetailsRow): Partial<OpenDetails> {
	const all = {
		iro: given.IRO || null,
		social_worker: given.SOCIAL_WORKER || null,
		team: given.TEAM || null,
		language: given.LANGUAGE || null,
		district: given.DISTRICT || null,
		interpreter: given.INTERPRETER,
		account_wanted: given.ACCOUNT_WANTED,
		opted_out: given.OPTED_OUT,
		address_unsafe: given.ADDRESS_UNSAFE
	};
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

/** The entries of `after` that differ from those of `before`. */
function different<T extends object>(before: T, after: Partial<T>): Partial<T> {
	const entries = Object.entries(after).filter(([name, value]) => before[name as keyof T] !== value);
	return Object.fromEntries(entries) as Partial<T>;
}

/** Decides what rows of a details file change; a second row about one child goes on from the first. */
export function planDetails(rows: readonly Row<DetailsRow>[], roster: readonly KnownDetails[]): DetailsPlan {
	const before = new Map(roster.map((person) => [person.child, person]));
	const after = new Map<string, KnownDetails>();
	const unknown: DetailsPlan['unknown'] = [];
	for (const { line, data } of rows) {
		const known = after.get(data.CHILD) ?? before.get(data.CHILD);
		if (!known) unknown.push({ line, child: data.CHILD });
		else after.set(data.CHILD, { ...known, ...givenColumns(data), details: mergeDetails(known.details, data) });
	}
	const changes = [...after.values()].flatMap(({ id, child, details, ...open }) => {
		const was = before.get(child);
		if (!was) return [];
		const { id: _id, child: _child, details: detailsBefore, ...openBefore } = was;
		const columns = different<OpenDetails>(openBefore, open);
		const sealed = different<SealedDetails>(detailsBefore, details);
		const fields = [...Object.keys(sealed), ...Object.keys(columns)].map(fieldWord);
		if (fields.length === 0) return [];
		const renamed = CASELOAD_ROLES.filter((role) => {
			const column = WORKER_COLUMNS[role];
			return plainName(open[column] ?? '') !== plainName(was[column] ?? '');
		});
		const { preferredName } = details;
		const changed = { columns, details: Object.keys(sealed).length > 0 ? details : null, fields, renamed };
		return [
			{
				id,
				child,
				preferredName,
				...changed,
				before: { ...openBefore, ...detailsBefore },
				after: { ...open, ...details }
			}
		];
	});
	return { changes, unknown };
}
