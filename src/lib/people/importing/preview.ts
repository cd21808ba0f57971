/*
 * What a page shows before an import: the plan with names for the eyes of whoever keeps the roster. Rules only.
 */
import type { Fault } from '../csv-table.ts';
import type { ImportFigures, Problem } from '../figures.ts';
import { CASELOAD_ROLES, WORKER_COLUMNS, type CaseloadRole } from '../caseload.ts';
import { plainName } from '../workers/match.ts';
import { fieldWord, type DetailsFigures, type DetailsPlan } from './details-plan.ts';
import type { Plan } from './plan.ts';

/** Somebody in a preview's list. */
export interface Named {
	child: string;
	/** Null while no name is known: the return has none. */
	preferredName: string | null;
}

export interface ReturnPreview {
	kind: 'return';
	asOf: string;
	figures: ImportFigures;
	changed: number;
	/** The latest return that the roster has seen, when that is a later one. */
	laterReturn: string | null;
	/** So many leave that it may be the wrong file. */
	manyLeave: boolean;
	joining: Named[];
	leaving: Named[];
	comingBack: Named[];
	nowDied: Named[];
	nowWithAdopters: Named[];
	problems: Problem[];
	faults: Fault[];
}

/** What becomes of what for one young person; null for nothing. */
export interface Shift extends Named {
	before: string | null;
	after: string | null;
}

/** One detail that is shown child by child. */
export interface Shifts {
	/** As a page names it. */
	field: string;
	/** It decides what is sent or told: shown first, and open. */
	careful: boolean;
	people: Shift[];
}

export interface DetailsPreview {
	kind: 'details';
	figures: DetailsFigures;
	/** How many people each detail changes for, most first. */
	byField: { field: string; people: number }[];
	shifts: Shifts[];
	/** Names of workers in the file that are nobody's account. */
	nobodys: string[];
	changes: (Named & { fields: string[] })[];
	faults: Fault[];
}

export type Preview = ReturnPreview | DetailsPreview | { kind: 'refused'; faults: Fault[] };

const FEW = 10;

/** More than a quarter of everybody, and more than a few: a whole return does not do that by itself. */
export const manyLeave = ({ leaving, hereBefore }: Pick<Plan, 'leaving' | 'hereBefore'>): boolean =>
	leaving.length > FEW && leaving.length * 4 > hereBefore;

/** The details of a plan by how many people each changes for, most first. */
export function byField({ changes }: Pick<DetailsPlan, 'changes'>): DetailsPreview['byField'] {
	const counted = new Map<string, number>();
	for (const field of changes.flatMap(({ fields }) => fields)) counted.set(field, (counted.get(field) ?? 0) + 1);
	return [...counted].map(([field, people]) => ({ field, people })).sort((one, other) => other.people - one.people);
}

const CAREFUL = ['opted_out', 'address_unsafe', 'mayBeTold'] as const;

type Change = DetailsPlan['changes'][number];
/** The name of whoever has somebody in their caseload now; null for nobody. */
export type Holder = (youngPersonId: string, role: CaseloadRole) => string | null;

const told = (value: string | boolean | null): string | null =>
	typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;

/**
 * What becomes of what, child by child: what decides over sending and telling, then workers and names. A worker is whose
 * caseload somebody is in now, else the name in the roster.
 */
export function shiftsOf({ changes }: Pick<DetailsPlan, 'changes'>, holder: Holder): Shifts[] {
	const named = ({ child, preferredName }: Change): Named => ({ child, preferredName });
	const among = (field: (typeof CAREFUL)[number] | 'preferredName', careful: boolean): Shifts => ({
		field: fieldWord(field),
		careful,
		people: changes
			.filter(({ before, after }) => before[field] !== after[field])
			.map((one) => ({ ...named(one), before: told(one.before[field]), after: told(one.after[field]) }))
	});
	const workers = CASELOAD_ROLES.map((role): Shifts => {
		const column = WORKER_COLUMNS[role];
		const people = changes
			.filter(({ renamed }) => renamed.includes(role))
			.map((one) => ({ ...named(one), before: holder(one.id, role) ?? one.before[column], after: one.after[column] }))
			.filter(({ before, after }) => plainName(before ?? '') !== plainName(after ?? ''));
		return { field: role, careful: false, people };
	});
	const all = [...CAREFUL.map((field) => among(field, true)), ...workers, among('preferredName', false)];
	return all.filter(({ people }) => people.length > 0);
}
