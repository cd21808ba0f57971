/*
 * Who works with whom: finding one young person for an actor, caseloads with those of covered colleagues, and handing
 * them over. Whoever is not yours is not found. Names of workers in files are matched in workers/.
 */
import type { Actor } from '#lib/auth/actor.ts';
import { record } from '#lib/audit/record.server.ts';
import { chunks } from '#lib/database/chunks.ts';
import { dayOf } from '#lib/calendar/day.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { caseloadRolesOf, CASELOAD_ROLES, mayHandOver, mayMakeCard, type CaseloadRole, type Tie } from './caseload.ts';
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

/** The caseload of an actor on an ISO day, with those they cover on it; empty for who holds no such role. */
export async function caseloadOf(db: Database, actor: Actor, today: string): Promise<InCaseload[]> {
	const roles = caseloadRolesOf(actor);
	if ('commandLine' in actor || roles.length === 0) return [];
	const { staffId } = actor;
	const rows = await db
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
		)
		.execute();
	return rows.map((row) => ({
		youngPersonId: row.young_person_id,
		role: row.role as CaseloadRole,
		via: row.staff_id === staffId ? 'own' : 'cover',
		staffId: row.staff_id,
		standing: row.standing as Standing
	}));
}

/** Why somebody is the actor's on a day; empty when they are in no caseload of theirs. */
export async function tiesTo(db: Database, actor: Actor, youngPersonId: string, today: string): Promise<Tie[]> {
	const all = await caseloadOf(db, actor, today);
	return all.filter((one) => one.youngPersonId === youngPersonId).map(({ role, via }) => ({ role, via }));
}

/** The young person with this id as the actor may see them on an ISO day; null when there is none, or not for them. */
export async function findTheirPerson(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	today: string
): Promise<TheirPerson | null> {
	if (!mayLookForPeople(actor)) return null;
	const ties = await tiesTo(db, actor, id, today);
	if (ties.length === 0 && !seesEveryone(actor)) return null;
	const row = await db.selectFrom('young_person').selectAll().where('id', '=', id).executeTakeFirst();
	if (!row) return null;
	const { child, born } = row;
	const facts = { born, died: row.died === 1, withAdopters: row.with_adopters === 1 };
	return {
		id,
		child,
		...facts,
		preferredName: openDetails(keyring, id, row.details_sealed).preferredName,
		standing: row.standing as Standing,
		shortBreaks: row.short_breaks === 1,
		optedOut: row.opted_out === 1,
		addressUnsafe: row.address_unsafe === 1,
		ties,
		mayMakeCard: mayMakeCard(actor, facts, ties, today)
	};
}

/** How many young people somebody works with, by role; only roles with at least one. No names: an administrator may know. */
export async function holdingsOf(db: Database, staffId: string): Promise<{ role: CaseloadRole; count: number }[]> {
	const rows = await db.selectFrom('caseload').select('role').where('staff_id', '=', staffId).execute();
	return CASELOAD_ROLES.map((role) => ({ role, count: rows.filter((row) => row.role === role).length })).filter(
		({ count }) => count > 0
	);
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
