/*
 * Taking a statutory return into the roster, whole or not at all, and showing before what it will do. Reading it is
 * return.ts, what it does is decided in importing/plan.ts, the writing of rows is importing/rows and importing/stays.
 */
import type { Actor } from '#lib/auth/actor.ts';
import { record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Fault } from './csv-table.ts';
import { figuresOf, type ImportFigures, type Problem } from './figures.ts';
import { KNOWN_COLUMNS, planImport, type Plan } from './importing/plan.ts';
import { markLeft, writePeople } from './importing/rows.server.ts';
import { writeEpisodes, writeReviews } from './importing/stays.server.ts';
import { mayKeepRoster } from './keepers.ts';
import { readReturn, type ReturnFiles, type StatutoryReturn } from './return.ts';

export type Imported =
	| { kind: 'imported'; figures: ImportFigures; faults: Fault[]; problems: Problem[] }
	| { kind: 'refused'; faults: Fault[] }
	| { kind: 'not allowed' };

export type Previewed =
	| { kind: 'preview'; plan: Plan; figures: ImportFigures; faults: Fault[]; problems: Problem[] }
	| { kind: 'refused'; faults: Fault[] }
	| { kind: 'not allowed' };

interface ImportOptions {
	/** The ISO day that the return speaks of. */
	asOf: string;
	/** One bad row refuses the whole; otherwise bad rows are listed and passed over. */
	strict: boolean;
}

async function planFor(db: Database, data: StatutoryReturn, asOf: string): Promise<Plan> {
	const roster = await db.selectFrom('young_person').select(KNOWN_COLUMNS).execute();
	return planImport(data, roster, asOf, randomId);
}

function told(data: StatutoryReturn, plan: Plan, asOf: string): { figures: ImportFigures; problems: Problem[] } {
	const { figures, problems } = figuresOf(data, asOf);
	if (plan.latest > asOf) {
		const what = `an import as of ${plan.latest} came before this older one: the roster now shows the older day`;
		problems.unshift({ what, count: 1, children: [] });
	}
	const { joining, updated, leaving } = plan;
	return { figures: { ...figures, added: joining.length, updated, left: leaving.length }, problems };
}

/** What an import of these files as of an ISO day would do now, bad rows passed over; nothing is changed. */
export async function previewReturn(db: Database, actor: Actor, files: ReturnFiles, asOf: string): Promise<Previewed> {
	if (!mayKeepRoster(actor)) return { kind: 'not allowed' };
	const found = readReturn(files);
	if (found.kind !== 'read') return found;
	const plan = await planFor(db, found.data, asOf);
	return { kind: 'preview', plan, faults: found.faults, ...told(found.data, plan, asOf) };
}

async function carryOut(
	writing: Writing,
	data: StatutoryReturn,
	plan: Plan,
	asOf: string,
	progress: (rows: number) => void
): Promise<void> {
	const ids = new Map(plan.people.map((person) => [person.child, person.id]));
	await writePeople(writing, plan.people, progress);
	await writeEpisodes(writing, data.episodes, ids, asOf, progress);
	await writeReviews(writing, data.reviews, ids, asOf, progress);
	await markLeft(writing, plan.gone, asOf);
}

/**
 * Imports a return as of an ISO day, in one transaction, and records that it was. Importing again updates and never
 * duplicates; details that came by another way stay; who has left is marked. `progress` hears how many rows of `total`
 * are written.
 */
export async function importReturn(
	db: Database,
	actor: Actor,
	files: ReturnFiles,
	{ asOf, strict }: ImportOptions,
	now: Date,
	progress: (done: number, total: number) => void = () => undefined
): Promise<Imported> {
	if (!mayKeepRoster(actor)) return { kind: 'not allowed' };
	const found = readReturn(files);
	if (found.kind !== 'read') return found;
	const { data, faults } = found;
	if (strict && faults.length > 0) return { kind: 'refused', faults };
	const episodes = [...data.episodes.values()].reduce((sum, own) => sum + own.length, 0);
	const total = data.children.size + episodes + data.reviews.length;
	let done = 0;
	const plan = await inTransaction(db, async (writing) => {
		const decided = await planFor(writing, data, asOf);
		await carryOut(writing, data, decided, asOf, (rows) => progress((done += rows), total));
		const detail = {
			file: 'return',
			asOf,
			added: decided.joining.length,
			updated: decided.updated,
			left: decided.leaving.length,
			faults: faults.length
		};
		await record(writing, actor, { what: 'roster imported', subject: { kind: 'roster', id: 'return' }, detail }, now);
		return decided;
	});
	progress(total, total);
	return { kind: 'imported', faults, ...told(data, plan, asOf) };
}
