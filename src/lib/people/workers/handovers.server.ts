/*
 * Handing a caseload over to a colleague with the same role: which ones somebody may, to whom, and the handing over.
 * An administrator sees counts and no young person; whoever may see them may choose some of them.
 */
import type { Actor } from '#lib/auth/actor.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { mayHandOver, type CaseloadRole } from '../caseload.ts';
import { handOver, holdings } from '../caseloads.server.ts';
import { peopleFor } from '../list/lists.server.ts';
import { inOrder } from '../list/listing.ts';
import { mayLookForPeople } from '../keepers.ts';
import { whoCanHold } from './match.ts';

interface Person {
	id: string;
	name: string;
}

/** A caseload that an actor may hand over. */
export interface Handable {
	from: Person & { disabled: boolean };
	role: CaseloadRole;
	count: number;
}

/** Every caseload that the actor may hand over, by the name of who holds it; counts only. */
export async function handableBy(db: Database, actor: Actor): Promise<Handable[]> {
	const held = await holdings(db);
	const colleagues = (await colleaguesOf(db, 'council')).filter(({ id }) => mayHandOver(actor, id));
	return colleagues.flatMap(({ id, name, disabled }) =>
		held
			.filter(({ staffId }) => staffId === id)
			.map(({ role, count }) => ({ from: { id, name, disabled }, role, count }))
	);
}

/** One caseload before it is handed over. */
export interface HandoverChoices extends Handable {
	/** Enabled colleagues with the role. */
	to: Person[];
	/** The young people in it, for whoever may see them; null for who may only see how many. */
	people: { id: string; child: string; preferredName: string | null; age: number }[] | null;
}

/**
 * What can be chosen for one caseload; null when there is none that the actor may hand over. Whoever asked `handableBy`
 * already gives its answer along.
 */
export async function handoverChoices(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	{ from, role }: { from: string; role: string },
	now: Date,
	caseloads?: readonly Handable[]
): Promise<HandoverChoices | null> {
	const handable = (caseloads ?? (await handableBy(db, actor))).find(
		(one) => one.from.id === from && one.role === role
	);
	if (!handable) return null;
	const able = whoCanHold(await colleaguesOf(db, 'council'), handable.role);
	const to = able.filter(({ id }) => id !== from).map(({ id, name }) => ({ id, name }));
	if (!mayLookForPeople(actor)) return { ...handable, to, people: null };
	const rows = await db
		.selectFrom('caseload')
		.select('young_person_id')
		.where('staff_id', '=', from)
		.where('role', '=', handable.role)
		.execute();
	const theirs = new Set(rows.map((row) => row.young_person_id));
	const visible = await peopleFor(db, keyring, actor, now, theirs);
	const people = inOrder(visible).map(({ id, child, preferredName, age }) => ({ id, child, preferredName, age }));
	return { ...handable, to, people };
}

export interface HandoverGiven {
	from: string;
	role: string;
	to: string;
	/** Ids of those chosen; null for all. */
	chosen: readonly string[] | null;
}

export type HandoverChecked =
	/** What will happen, to be confirmed: both names, and how many. */
	| { kind: 'ready'; from: Person; to: Person; role: CaseloadRole; count: number; chosen: readonly string[] | null }
	| { kind: 'wrong'; reasons: string[] }
	| { kind: 'not theirs' };

/** Checks a handover without doing it. */
export async function checkHandover(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	given: HandoverGiven,
	now: Date
): Promise<HandoverChecked> {
	const choices = await handoverChoices(db, keyring, actor, given, now);
	if (!choices) return { kind: 'not theirs' };
	const { from, role, people } = choices;
	const to = choices.to.find(({ id }) => id === given.to);
	const reasons: string[] = [];
	if (!to) reasons.push(`Choose to whom: a colleague with the role ${role}, whose account is open.`);
	const theirs = new Set(people?.map(({ id }) => id));
	const chosen = given.chosen && [...new Set(given.chosen)].filter((id) => theirs.has(id));
	if (chosen?.length === 0) reasons.push('Choose at least one young person, or hand over all.');
	if (!to || reasons.length > 0) return { kind: 'wrong', reasons };
	return { kind: 'ready', from, to, role, count: chosen ? chosen.length : choices.count, chosen };
}

export type HandedOver = { kind: 'handed over'; from: Person; to: Person; role: CaseloadRole; count: number };

/** Hands a caseload over, all of it or those chosen, and says how many went. */
export async function handOverCaseload(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	given: HandoverGiven,
	now: Date
): Promise<HandedOver | Exclude<HandoverChecked, { kind: 'ready' }>> {
	return inTransaction(db, async (writing) => {
		const checked = await checkHandover(writing, keyring, actor, given, now);
		if (checked.kind !== 'ready') return checked;
		const { from, to, role, chosen } = checked;
		const what = { from: from.id, to: to.id, role, ...(chosen ? { chosen } : {}) };
		const count = await handOver(writing, actor, what, now);
		return { kind: 'handed over', from, to, role, count };
	});
}
