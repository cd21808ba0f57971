/*
 * Reading the roster's list for an actor: names are opened in memory, for those whom the actor may see and no others.
 * Filters, words and order are listing.ts.
 */
import type { Selectable } from 'kysely';
import { actsAs, type Actor } from '#lib/auth/actor.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { accountsAndCards } from '#lib/auth/young/accounts.server.ts';
import { ageOn, dayOf } from '#lib/calendar/day.ts';
import { chunks } from '#lib/database/chunks.ts';
import type { Database, YoungPersonTable } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { forManyRecords } from '#lib/secrets/records.server.ts';
import { areaOfDistrict } from '#lib/settings/district.ts';
import { readSettings } from '#lib/settings/settings.server.ts';
import { WORKER_COLUMNS, type CaseloadRole } from '../caseload.ts';
import { caseloadOf } from '../caseloads.server.ts';
import { readableDetails } from '../details.server.ts';
import { seesEveryone } from '../keepers.ts';
import type { Standing } from '../roster.ts';
import { holders } from '../workers/matches.server.ts';
import { found, lacksWorker, pageOf, type Account, type Filter, type Listed, type Page } from './listing.ts';

const COLUMNS = [
	'id',
	'child',
	'born',
	'standing',
	'died',
	'with_adopters',
	'team',
	'district',
	'iro',
	'social_worker',
	'account_wanted',
	'details_sealed'
] as const;

/** Rows of everybody whom the actor may see, of those in `among` where it is given, and why they are their own. */
async function rowsFor(db: Database, actor: Actor, today: string, among?: ReadonlySet<string>) {
	const via = new Map<string, 'own' | 'cover'>();
	for (const one of await caseloadOf(db, actor, today)) {
		if (via.get(one.youngPersonId) !== 'own') via.set(one.youngPersonId, one.via);
	}
	const all = db.selectFrom('young_person').select(COLUMNS);
	const asked = among && [...among];
	const ids = seesEveryone(actor) ? asked : [...via.keys()].filter((id) => among?.has(id) ?? true);
	if (!ids) return { via, rows: await all.execute() };
	const rows = [];
	for (const part of chunks(ids)) rows.push(...(await all.where('id', 'in', part).execute()));
	return { via, rows };
}

/** Names of the workers of everybody: the colleague's whose caseload they are in, else the name in the file. */
async function workerNames(db: Database) {
	const names = new Map((await colleaguesOf(db, 'council')).map(({ id, name }) => [id, name]));
	const holderOf = await holders(db);
	return (person: Pick<Selectable<YoungPersonTable>, 'id' | 'iro' | 'social_worker'>, role: CaseloadRole) => {
		const name = names.get(holderOf(person.id, role) ?? '');
		if (name) return { name, matched: true };
		const named = person[WORKER_COLUMNS[role]];
		return named ? { name: named, matched: false } : null;
	};
}

/** Whether an actor is told about accounts and cards: whoever may make a card. */
export const seesAccounts = (actor: Actor): boolean => actsAs(actor, 'participation officer', 'IRO');

/**
 * Everybody whom an actor may see, for the list; nobody for who has no reason to look. With `among` only those whose ids are
 * in it: nothing of the others is opened.
 */
export async function peopleFor(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	now: Date,
	among?: ReadonlySet<string>
): Promise<Listed[]> {
	const today = dayOf(now);
	const { via, rows } = await rowsFor(db, actor, today, among);
	if (rows.length === 0) return [];
	const opening = forManyRecords(keyring);
	const { districts } = await readSettings(db, ['districts']);
	const workerOf = await workerNames(db);
	const { accounts, cardsWaiting } = seesAccounts(actor)
		? await accountsAndCards(db, now)
		: { accounts: new Set<string>(), cardsWaiting: new Set<string>() };
	const accountOf = (id: string, wanted: boolean): Account => {
		if (accounts.has(id)) return 'joined';
		if (cardsWaiting.has(id)) return 'card waiting';
		return wanted ? 'wanted' : 'none';
	};
	const detailsOf = (row: Pick<(typeof rows)[number], 'id' | 'details_sealed'>) => {
		const details = readableDetails(opening, row.id, row.details_sealed);
		return { preferredName: details?.preferredName ?? null, unreadable: details === null };
	};
	return rows.map((row) => ({
		id: row.id,
		child: row.child,
		...detailsOf(row),
		born: row.born,
		age: ageOn(row.born, today),
		standing: row.standing as Standing,
		died: row.died === 1,
		withAdopters: row.with_adopters === 1,
		team: row.team,
		workers: { IRO: workerOf(row, 'IRO'), 'social worker': workerOf(row, 'social worker') },
		account: accountOf(row.id, row.account_wanted === 1),
		area: areaOfDistrict(row.district, districts),
		via: via.get(row.id) ?? null
	}));
}

/** The list as a page shows it. */
export interface ListPage extends Page {
	/** Teams of everybody whom the actor may see. */
	teams: string[];
	/** How many there are of each, among those the actor may see. */
	counts: { here: number; left: number; own: number; covered: number; lackingWorker: number };
}

/** One page of those who fit a filter, among those the actor may see. */
export async function listPeople(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	filter: Filter,
	now: Date
): Promise<ListPage> {
	const people = await peopleFor(db, keyring, actor, now);
	const here = people.filter(({ standing }) => standing !== 'left');
	const teams = [...new Set(people.map(({ team }) => team))].filter((team) => team !== null).sort();
	const counts = {
		here: here.length,
		left: people.length - here.length,
		own: here.filter(({ via }) => via === 'own').length,
		covered: here.filter(({ via }) => via === 'cover').length,
		lackingWorker: here.filter(lacksWorker).length
	};
	return { ...pageOf(people, filter, dayOf(now)), teams, counts };
}

/** Those in whom every word is found, among everybody whom the actor may see, those who left included. */
export async function searchPeople(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	words: string,
	now: Date
): Promise<Page> {
	return found(await peopleFor(db, keyring, actor, now), words);
}
