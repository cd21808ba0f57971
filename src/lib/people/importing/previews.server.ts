/*
 * What a waiting import would do, with names for the eyes of whoever keeps the roster, and taking it in after a yes.
 * Both go the way of every import; nothing is computed here a second way.
 */
import type { Actor } from '#lib/auth/actor.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { chunks } from '#lib/database/chunks.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { forManyRecords } from '#lib/secrets/records.server.ts';
import { importDetails, openDetails, previewDetails } from '../details.server.ts';
import type { ImportFigures } from '../figures.ts';
import { importReturn, previewReturn } from '../import.server.ts';
import { CASELOAD_ROLES } from '../caseload.ts';
import { accountsByName } from '../workers/match.ts';
import { holders } from '../workers/matches.server.ts';
import type { DetailsFigures, DetailsPlan } from './details-plan.ts';
import { dropImports, importWaiting } from './drafts.server.ts';
import { byField, manyLeave, shiftsOf, type DetailsPreview, type Named, type Preview } from './preview.ts';

/** The lists of a return's plan that a page shows with names. */
const NAME_LISTS = ['joining', 'leaving', 'comingBack', 'nowDied', 'nowWithAdopters'] as const;
type NameList = (typeof NAME_LISTS)[number];

async function namesOf(db: Database, keyring: Keyring, children: readonly string[]): Promise<Map<string, Named>> {
	const opening = forManyRecords(keyring);
	const names = new Map<string, Named>(children.map((child) => [child, { child, preferredName: null }]));
	for (const part of chunks(children)) {
		const rows = await db
			.selectFrom('young_person')
			.select(['id', 'child', 'details_sealed'])
			.where('child', 'in', part)
			.execute();
		for (const { id, child, details_sealed } of rows)
			names.set(child, { child, preferredName: openDetails(opening, id, details_sealed).preferredName });
	}
	return names;
}

/** What a details file changes child by child, with whose caseload they are in, and names that are nobody's account. */
async function shiftsIn(db: Database, plan: DetailsPlan): Promise<Pick<DetailsPreview, 'shifts' | 'nobodys'>> {
	const colleagues = await colleaguesOf(db, 'council');
	const names = new Map(colleagues.map(({ id, name }) => [id, name]));
	const accountOf = accountsByName(colleagues);
	const holderOf = await holders(db);
	const shifts = shiftsOf(plan, (id, role) => names.get(holderOf(id, role) ?? '') ?? null);
	const unmatched = CASELOAD_ROLES.flatMap((role) =>
		shifts
			.filter(({ field }) => field === role)
			.flatMap(({ people }) => people.flatMap(({ after }) => after ?? []))
			.filter((name) => accountOf(role, name) === null)
	);
	return { shifts, nobodys: [...new Set(unmatched)].sort() };
}

/** What the import with this id would do now; null when none waits for this actor under it. */
export async function previewImport(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	now: Date
): Promise<Preview | null> {
	const draft = await importWaiting(db, keyring, actor, id, now);
	if (!draft) return null;
	if (draft.kind === 'details') {
		const previewed = await previewDetails(db, keyring, actor, draft.file);
		if (previewed.kind === 'not allowed') return null;
		if (previewed.kind === 'refused') return previewed;
		const { plan, figures, faults } = previewed;
		return {
			kind: 'details',
			figures,
			faults,
			byField: byField(plan),
			...(await shiftsIn(db, plan)),
			changes: plan.changes.map(({ child, preferredName, fields }) => ({ child, preferredName, fields }))
		};
	}
	const { asOf } = draft;
	const previewed = await previewReturn(db, actor, draft.files, asOf);
	if (previewed.kind === 'not allowed') return null;
	if (previewed.kind === 'refused') return previewed;
	const { plan, figures, problems, faults } = previewed;
	const names = await namesOf(db, keyring, [...new Set(NAME_LISTS.flatMap((list) => plan[list]))]);
	const named = (list: NameList): Named[] => plan[list].flatMap((child) => names.get(child) ?? []);
	return {
		kind: 'return',
		asOf,
		figures,
		problems,
		faults,
		changed: plan.changed,
		laterReturn: plan.latest > asOf ? plan.latest : null,
		manyLeave: manyLeave(plan),
		...(Object.fromEntries(NAME_LISTS.map((list) => [list, named(list)])) as Record<NameList, Named[]>)
	};
}

/** What came of taking an import in. */
export type TakenIn =
	| { kind: 'return'; figures: ImportFigures; faults: number }
	| { kind: 'details'; figures: DetailsFigures & { matched: number }; faults: number }
	| { kind: 'refused' }
	| { kind: 'no longer there' };

/** Takes the import with this id in, and drops its files. */
export async function takeImportIn(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	now: Date,
	progress: (done: number, total: number) => void = () => undefined
): Promise<TakenIn> {
	const draft = await importWaiting(db, keyring, actor, id, now);
	if (!draft) return { kind: 'no longer there' };
	const imported =
		draft.kind === 'return'
			? await importReturn(db, actor, draft.files, { asOf: draft.asOf, strict: false }, now, progress)
			: await importDetails(db, keyring, actor, draft.file, { strict: false }, now);
	await dropImports(db, actor);
	if (imported.kind !== 'imported') return { kind: 'refused' };
	const faults = imported.faults.length;
	return 'matched' in imported.figures
		? { kind: 'details', figures: imported.figures, faults }
		: { kind: 'return', figures: imported.figures, faults };
}
