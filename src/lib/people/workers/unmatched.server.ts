/*
 * Names of workers that are nobody's account: listing them, looking again, and saying by hand whose one is.
 */
import { record } from '#lib/audit/record.server.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { CaseloadRole } from '../caseload.ts';
import { mayKeepRoster } from '../keepers.ts';
import { plainName, whoCanHold } from './match.ts';
import { assign, keyOf, matchWorkers, namedWorkers } from './matches.server.ts';

/** A worker's name in the roster that no single account has. */
export interface Unmatched {
	name: string;
	role: CaseloadRole;
	/** How many young people have nobody because of it; those who left are not counted. */
	people: number;
}

/** The names that are no account's, with how many young people each leaves with nobody; most first. */
export async function unmatchedWorkers(db: Database, actor: Actor): Promise<Unmatched[]> {
	if (!mayKeepRoster(actor)) return [];
	const names = new Map<string, Unmatched>();
	for (const { role, name, staffId, hasLeft } of await namedWorkers(db)) {
		if (name === null || staffId !== null || hasLeft) continue;
		const key = keyOf(plainName(name), role);
		const before = names.get(key) ?? { name, role, people: 0 };
		names.set(key, { ...before, people: before.people + 1 });
	}
	return [...names.values()].sort((one, other) => other.people - one.people);
}

export type Matched = { kind: 'matched'; people: number } | { kind: 'not allowed' } | { kind: 'nobody can' };

/** Looks for accounts again for every name that has none, as after accounts were added. */
export async function matchAgain(db: Database, actor: Actor, now: Date): Promise<Matched> {
	if (!mayKeepRoster(actor)) return { kind: 'not allowed' };
	return inTransaction(db, async (writing): Promise<Matched> => {
		const people = await matchWorkers(writing, [], now);
		const detail = { matched: people };
		const subject = { kind: 'roster', id: 'workers' } as const;
		if (people > 0) await record(writing, actor, { what: 'matched to an account', subject, detail }, now);
		return { kind: 'matched', people };
	});
}

/** Says by hand whose account a name is: everybody whom it left with nobody goes into their caseload. */
export async function matchByHand(
	db: Database,
	actor: Actor,
	{ name, role, to }: { name: string; role: CaseloadRole; to: string },
	now: Date
): Promise<Matched> {
	if (!mayKeepRoster(actor)) return { kind: 'not allowed' };
	return inTransaction(db, async (writing): Promise<Matched> => {
		const able = whoCanHold(await colleaguesOf(writing, 'council'), role);
		if (!able.some(({ id }) => id === to)) return { kind: 'nobody can' };
		const theirs = (await namedWorkers(writing)).filter(
			(one) => one.role === role && one.staffId === null && one.name !== null && plainName(one.name) === plainName(name)
		);
		const rows = theirs.map((one) => ({ young_person_id: one.youngPersonId, role, staff_id: to }));
		await assign(writing, rows, dayOf(now));
		const detail = { role, count: rows.length };
		if (rows.length > 0)
			await record(writing, actor, { what: 'matched to an account', subject: { kind: 'staff', id: to }, detail }, now);
		return { kind: 'matched', people: rows.length };
	});
}
