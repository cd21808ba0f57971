/*
 * Taking a statutory return into the roster, whole or not at all. Reading it is return.ts, the rules are roster.ts,
 * the writing of rows is import-rows.server.ts and import-stays.server.ts.
 */
import type { Selectable } from 'kysely';
import type { Actor } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing, YoungPersonTable } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Fault } from './csv-table.ts';
import { figuresOf, personFacts, type Problem, type ReturnFigures } from './figures.ts';
import { markLeft, writePeople, type ImportedPerson } from './import-rows.server.ts';
import { writeEpisodes, writeReviews } from './import-stays.server.ts';
import { mayKeepRoster } from './keepers.ts';
import { readReturn, type HeaderRow, type ReturnFiles, type StatutoryReturn } from './return.ts';
import { hasDied, isOnShortBreaks, isWithAdopters, standingOn } from './roster.ts';

/** The figures of the return, and what the import did to the roster. */
export interface ImportFigures extends ReturnFigures {
	added: number;
	updated: number;
	/** Marked as left by this import: no longer in the return, or no longer in care and no care leaver. */
	left: number;
}

export type Imported =
	| { kind: 'imported'; figures: ImportFigures; faults: Fault[]; problems: Problem[] }
	| { kind: 'refused'; faults: Fault[] }
	| { kind: 'not allowed' };

type Known = Pick<
	Selectable<YoungPersonTable>,
	'id' | 'child' | 'standing' | 'died' | 'unaccompanied' | 'with_adopters' | 'short_breaks' | 'imported_as_of'
>;

const flag = (truth: boolean): 0 | 1 => (truth ? 1 : 0);

/** Decides what stands in the roster for one child of the header; null when there is nothing to keep. */
function personOf(
	data: StatutoryReturn,
	header: HeaderRow,
	known: Known | undefined,
	asOf: string
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
	return {
		id: known?.id ?? randomId(),
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
}

/** What an incomplete return does not say is not taken for "left". */
function keepsStanding(data: StatutoryReturn, known: Known): boolean {
	return data.incomplete.has(known.child) || (known.standing === 'care leaver' && data.careLeavers === null);
}

async function write(writing: Writing, data: StatutoryReturn, asOf: string, progress: (rows: number) => void) {
	const known = new Map<string, Known>();
	const columns = [
		'id',
		'child',
		'standing',
		'died',
		'unaccompanied',
		'with_adopters',
		'short_breaks',
		'imported_as_of'
	] as const;
	for (const row of await writing.selectFrom('young_person').select(columns).execute()) known.set(row.child, row);

	const people: ImportedPerson[] = [];
	for (const header of data.children.values()) {
		const person = personOf(data, header, known.get(header.CHILD), asOf);
		if (person) people.push(person);
	}
	const ids = new Map(people.map((person) => [person.child, person.id]));
	const gone = [...known.values()].filter(
		(one) => !data.children.has(one.child) && one.standing !== 'left' && !keepsStanding(data, one)
	);
	await writePeople(writing, people, progress);
	await writeEpisodes(writing, data.episodes, ids, asOf, progress);
	await writeReviews(writing, data.reviews, ids, asOf, progress);
	await markLeft(
		writing,
		gone.map((one) => one.id),
		asOf
	);
	const nowLeft = people.filter(({ child, standing }) => {
		const before = known.get(child)?.standing;
		return standing === 'left' && before !== undefined && before !== 'left';
	});
	const updated = people.filter((person) => known.has(person.child)).length;
	const latest = [...known.values()].reduce((day, one) => (one.imported_as_of > day ? one.imported_as_of : day), '');
	return { added: people.length - updated, updated, left: gone.length + nowLeft.length, latest };
}

/**
 * Imports a return as of an ISO day, in one transaction. Importing again updates and never duplicates; details that
 * came by another way stay; who has left is marked. With `strict`, one bad row refuses the whole; otherwise bad rows
 * are listed and passed over. `progress` hears how many rows of `total` are written.
 */
export async function importReturn(
	db: Database,
	actor: Actor,
	files: ReturnFiles,
	{ asOf, strict }: { asOf: string; strict: boolean },
	progress: (done: number, total: number) => void = () => undefined
): Promise<Imported> {
	if (!mayKeepRoster(actor)) return { kind: 'not allowed' };
	const read = readReturn(files);
	if (read.kind === 'refused') return read;
	if (strict && read.faults.length > 0) return { kind: 'refused', faults: read.faults };
	const { data, faults } = read;
	const { figures, problems } = figuresOf(data, asOf);

	const episodes = [...data.episodes.values()].reduce((sum, own) => sum + own.length, 0);
	const total = data.children.size + episodes + data.reviews.length;
	let done = 0;
	const { latest, ...written } = await inTransaction(db, (writing) =>
		write(writing, data, asOf, (rows) => progress((done += rows), total))
	);
	progress(total, total);
	if (latest > asOf) {
		const what = `an import as of ${latest} came before this older one: the roster now shows the older day`;
		problems.unshift({ what, count: 1, children: [] });
	}
	return { kind: 'imported', figures: { ...figures, ...written }, faults, problems };
}
