/*
 * What a return will do to the roster, decided before anything is written: the preview shows this plan, and the import
 * carries out one made in just the same way. Rules only.
 */
import type { Selectable } from 'kysely';
import { flag } from '#lib/database/flag.ts';
import type { YoungPersonTable } from '#lib/database/schema.ts';
import { personFacts } from '../figures.ts';
import type { HeaderRow, StatutoryReturn } from '../return.ts';
import { hasDied, isOnShortBreaks, isWithAdopters, standingOn } from '../roster.ts';

/** The columns of a young person that a return decides; the others are details and stay as they are. */
export type ImportedPerson = Pick<
	Selectable<YoungPersonTable>,
	| 'id'
	| 'child'
	| 'sex'
	| 'born'
	| 'ethnic_group'
	| 'standing'
	| 'short_breaks'
	| 'unaccompanied'
	| 'died'
	| 'with_adopters'
	| 'imported_as_of'
>;

/** What the roster has of somebody before the import. */
export type KnownPerson = ImportedPerson & Pick<Selectable<YoungPersonTable>, 'added_on'>;

export const KNOWN_COLUMNS = [
	'id',
	'child',
	'sex',
	'born',
	'ethnic_group',
	'standing',
	'short_breaks',
	'unaccompanied',
	'died',
	'with_adopters',
	'imported_as_of',
	'added_on'
] as const satisfies readonly (keyof KnownPerson)[];

/** What an import does to the roster. People are named by CHILD. */
export interface Plan {
	/** Everyone of the return whom the roster keeps, as they will stand. */
	people: ImportedPerson[];
	/** Ids of those whom the return has no more. */
	gone: string[];
	joining: string[];
	/** Marked as left: no longer in the return, or no longer in care and no care leaver. */
	leaving: string[];
	/** Had left, and are in care or care leavers again. */
	comingBack: string[];
	nowDied: string[];
	nowWithAdopters: string[];
	/** Known and in the return; how many of them will differ in anything but the day of the return. */
	updated: number;
	changed: number;
	/** How many were in care or care leavers before. */
	hereBefore: number;
	/** The latest return that the roster has seen; '' for none. */
	latest: string;
}

/** What somebody said by hand after the day of the return, the return does not overrule. */
function saidByHandSince(known: KnownPerson | undefined, asOf: string): known is KnownPerson {
	return known !== undefined && known.added_on !== null && known.added_on > asOf;
}

/** What an incomplete return does not say is not taken for "left". */
function keepsStanding(data: StatutoryReturn, known: KnownPerson): boolean {
	return data.incomplete.has(known.child) || (known.standing === 'care leaver' && data.careLeavers === null);
}

/** Decides what stands in the roster for one child of the header; null when there is nothing to keep. */
function personOf(
	data: StatutoryReturn,
	header: HeaderRow,
	known: KnownPerson | undefined,
	asOf: string,
	newId: () => string
): ImportedPerson | null {
	const all = personFacts(data, header.CHILD);
	const facts = { ...all, episodes: all.episodes.filter((episode) => episode.started <= asOf) };
	// Someone of whom the return has a name in the header only is no concern of the roster's: nothing is kept.
	if (!known && facts.episodes.length === 0 && facts.inTouch === null) return null;
	const computed = standingOn(facts, asOf);
	const kept = computed === 'left' && known && keepsStanding(data, known) ? known : null;
	// A row that could not be read may be the one that says "with adopters": what was known goes on protecting.
	const stillWithAdopters = data.incomplete.has(header.CHILD) && known?.with_adopters === 1;
	const listed = data.unaccompanied?.has(header.CHILD) ?? false;
	// The list of unaccompanied children drops them as they grow up; only for a child in care is its silence an answer.
	const wasListed = known?.unaccompanied === 1 && !(data.unaccompanied && computed === 'in care');
	const person: ImportedPerson = {
		id: known?.id ?? newId(),
		child: header.CHILD,
		sex: header.SEX,
		born: header.DOB,
		ethnic_group: header.ETHNIC,
		standing: kept?.standing ?? computed,
		short_breaks: kept?.short_breaks ?? flag(isOnShortBreaks(facts.episodes, asOf)),
		unaccompanied: flag(listed || wasListed),
		died: flag(hasDied(facts, asOf) || (known?.died === 1 && computed !== 'in care')),
		with_adopters: flag(isWithAdopters(facts.episodes, asOf) || stillWithAdopters),
		imported_as_of: asOf
	};
	if (!saidByHandSince(known, asOf)) return person;
	const { standing, short_breaks, died, with_adopters } = known;
	return { ...person, standing, short_breaks, died, with_adopters };
}

function differs(before: KnownPerson, after: ImportedPerson): boolean {
	return KNOWN_COLUMNS.some(
		(column) => column !== 'added_on' && column !== 'imported_as_of' && before[column] !== after[column]
	);
}

/** Decides what a return does to the people that the roster knows, as of an ISO day. */
export function planImport(
	data: StatutoryReturn,
	roster: readonly KnownPerson[],
	asOf: string,
	newId: () => string
): Plan {
	const known = new Map(roster.map((person) => [person.child, person]));
	const people = [...data.children.values()].flatMap(
		(header) => personOf(data, header, known.get(header.CHILD), asOf, newId) ?? []
	);
	const gone = roster.filter(
		(one) =>
			!data.children.has(one.child) &&
			one.standing !== 'left' &&
			!keepsStanding(data, one) &&
			!saidByHandSince(one, asOf)
	);
	const pairs = people.map((after) => ({ child: after.child, after, before: known.get(after.child) }));
	const childrenOf = (some: typeof pairs): string[] => some.map(({ child }) => child);
	const kept = pairs.flatMap(({ before, after }) => (before ? [{ child: after.child, before, after }] : []));
	return {
		people,
		gone: gone.map(({ id }) => id),
		joining: childrenOf(pairs.filter(({ before }) => !before)),
		leaving: [
			...gone.map(({ child }) => child),
			...childrenOf(kept.filter(({ before, after }) => after.standing === 'left' && before.standing !== 'left'))
		],
		comingBack: childrenOf(kept.filter(({ before, after }) => before.standing === 'left' && after.standing !== 'left')),
		nowDied: childrenOf(pairs.filter(({ before, after }) => after.died === 1 && before?.died !== 1)),
		nowWithAdopters: childrenOf(
			pairs.filter(({ before, after }) => after.with_adopters === 1 && before?.with_adopters !== 1)
		),
		updated: kept.length,
		changed: kept.filter(({ before, after }) => differs(before, after)).length,
		hereBefore: roster.filter(({ standing }) => standing !== 'left').length,
		latest: roster.reduce((day, one) => (one.imported_as_of > day ? one.imported_as_of : day), '')
	};
}
