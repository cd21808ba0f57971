/*
 * Who works with whom: finding one young person for an actor, caseloads with those of covered colleagues, and handing
 * them over. Whoever is not yours is not found. Names of workers in files are matched in workers/.
 */
import type { Selectable } from 'kysely';
import type { Actor } from '#lib/auth/actor.ts';
import { record } from '#lib/audit/record.server.ts';
import { chunks } from '#lib/database/chunks.ts';
import { dayOf } from '#lib/calendar/day.ts';
import type { Database, Writing, YoungPersonTable } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { caseloadRolesOf, CASELOAD_ROLES, mayHandOver, mayMakeCard, type CaseloadRole, type Tie } from './caseload.ts';
import type { SealedDetails } from './detail.ts';
import { openDetails } from './details.server.ts';
import { mayLookForPeople, seesEveryone } from './keepers.ts';
import type { Standing } from './roster.ts';

/** A young person whom the actor may see. */
export interface TheirPerson {
	id: string;
	/** CHILD of the statutory return. */
	child: string;
	preferredName: string | null;
	born: string;
	standing: Standing;
	died: boolean;
	withAdopters: boolean;
	shortBreaks: boolean;
	optedOut: boolean;
	addressUnsafe: boolean;
	/** Why they are the actor's; empty for who sees everyone by their office. */
	ties: Tie[];
	mayMakeCard: boolean;
}

/** One young person in somebody's caseload, or in one they cover. */
export interface InCaseload extends Tie {
	youngPersonId: string;
	/** Whose caseload it is. */
	staffId: string;
	standing: Standing;
}

/**
 * The caseload of an actor on an ISO day, with those they cover on it; empty for who holds no such role. With `only` just
 * what is in it of one young person.
 */
export async function caseloadOf(db: Database, actor: Actor, today: string, only?: string): Promise<InCaseload[]> {
	const roles = caseloadRolesOf(actor);
	if ('commandLine' in actor || roles.length === 0) return [];
	const { staffId } = actor;
	const theirs = db
		.selectFrom('caseload')
		.innerJoin('young_person', 'young_person.id', 'caseload.young_person_id')
		.select(['young_person_id', 'role', 'staff_id', 'standing'])
		.where('role', 'in', roles)
		.where((where) =>
			where.or([
				where('staff_id', '=', staffId),
				where(
					'staff_id',
					'in',
					where
						.selectFrom('cover')
						.select('cover.staff_id')
						.where('covered_by', '=', staffId)
						.where('starts', '<=', today)
						.where('ends', '>=', today)
				)
			])
		);
	const rows = await (only === undefined ? theirs : theirs.where('young_person_id', '=', only)).execute();
	return rows.map((row) => ({
		youngPersonId: row.young_person_id,
		role: row.role as CaseloadRole,
		via: row.staff_id === staffId ? 'own' : 'cover',
		staffId: row.staff_id,
		standing: row.standing as Standing
	}));
}

/** A young person whom the actor may see, with all that the roster keeps of them. */
export interface TheirRecord {
	person: TheirPerson;
	row: Selectable<YoungPersonTable>;
	/** The sealed part of the row, opened. */
	details: SealedDetails;
}

/** Whom `findTheirPerson` finds, with their row and their details, read and opened once. */
export async function findTheirRecord(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	today: string
): Promise<TheirRecord | null> {
	if (!mayLookForPeople(actor)) return null;
	const ties = (await caseloadOf(db, actor, today, id)).map(({ role, via }): Tie => ({ role, via }));
	if (ties.length === 0 && !seesEveryone(actor)) return null;
	const row = await db.selectFrom('young_person').selectAll().where('id', '=', id).executeTakeFirst();
	if (!row) return null;
	const { child, born } = row;
	const facts = { born, died: row.died === 1, withAdopters: row.with_adopters === 1 };
	const details = openDetails(keyring, id, row.details_sealed);
	const person = {
		id,
		child,
		...facts,
		preferredName: details.preferredName,
		standing: row.standing as Standing,
		shortBreaks: row.short_breaks === 1,
		optedOut: row.opted_out === 1,
		addressUnsafe: row.address_unsafe === 1,
		ties,
		mayMakeCard: mayMakeCard(actor, facts, ties, today)
	};
	return { person, row, details };
}

/** The young person with this id as the actor may see them on an ISO day; null when there is none, or not for them. */
export async function findTheirPerson(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	today: string
): Promise<TheirPerson | null> {
	return (await findTheirRecord(db, keyring, actor, id, today))?.person ?? null;
}

/** How many young people somebody works with in one role. */
interface Holdings {
	role: CaseloadRole;
	count: number;
}

/** How many young people each colleague works with, by role; only roles with at least one. No names: an administrator may know. */
export async function holdings(db: Database, staffId?: string): Promise<(Holdings & { staffId: string })[]> {
	const counted = db
		.selectFrom('caseload')
		.select((row) => ['staff_id', 'role', row.fn.countAll().as('count')])
		.groupBy(['staff_id', 'role']);
	const rows = await (staffId === undefined ? counted : counted.where('staff_id', '=', staffId)).execute();
	return CASELOAD_ROLES.flatMap((role) =>
		rows.filter((row) => row.role === role).map((row) => ({ staffId: row.staff_id, role, count: Number(row.count) }))
	);
}

/** What `holdings` says of one colleague. */
export async function holdingsOf(db: Database, staffId: string): Promise<Holdings[]> {
	return (await holdings(db, staffId)).map(({ role, count }) => ({ role, count }));
}

/**
 * Hands a caseload over, all of it or those chosen, in the caller's transaction, and records it with the ids of those who
 * went, so that it can be taken back; says how many. None when the actor may not. `back` says that it is a taking back,
 * of what the caller knows to be the actor's doing. That `to` is an enabled colleague with the role is for the caller to know.
 */
export async function handOver(
	writing: Writing,
	actor: Actor,
	change: { from: string; to: string; role: CaseloadRole; chosen?: readonly string[]; back?: boolean },
	now: Date
): Promise<number> {
	const { from, to, role, chosen, back = false } = change;
	if (!mayHandOver(actor, back ? to : from) || from === to) return 0;
	const since = dayOf(now);
	const theirs = writing
		.updateTable('caseload')
		.set({ staff_id: to, since })
		.where('staff_id', '=', from)
		.where('role', '=', role)
		.returning('young_person_id');
	const moved: string[] = [];
	for (const part of chosen ? chunks([...new Set(chosen)]) : [null]) {
		const rows = await (part ? theirs.where('young_person_id', 'in', part) : theirs).execute();
		moved.push(...rows.map((row) => row.young_person_id));
	}
	if (moved.length === 0) return 0;
	const detail = { to, role, count: moved.length, people: moved.join(' '), ...(back ? { back } : {}) };
	await record(writing, actor, { what: 'handed over', subject: { kind: 'staff', id: from }, detail }, now, 'council');
	return moved.length;
}
