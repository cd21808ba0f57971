/*
 * Taking a handover back: whoever handed young people over may undo it on the same day, for those who are still where they
 * went. After that they are handed over again like any others (handovers.server.ts).
 */
import { recordedSince } from '#lib/audit/latest.server.ts';
import type { SignedIn } from '#lib/auth/actor.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { isCaseloadRole, mayHandOver, type CaseloadRole } from '../caseload.ts';
import { handOver } from '../caseloads.server.ts';
import { whoCanHold } from './match.ts';
import { holders, keyOf } from './matches.server.ts';

const LONGEST_DAY_MS = 25 * 3_600_000;

/** One handover of today that the actor made and may still take back. */
export interface TakeableBack {
	/** Its place in the record. */
	place: number;
	/** Who had them, and gets them again. */
	from: { id: string; name: string };
	to: { id: string; name: string };
	role: CaseloadRole;
	count: number;
}

/** Takeable handovers with the ids of the young people who would go back. */
async function takeable(db: Database, actor: SignedIn, now: Date): Promise<(TakeableBack & { people: string[] })[]> {
	const today = dayOf(now);
	const lately = await recordedSince(db, 'council', ['handed over'], new Date(now.getTime() - LONGEST_DAY_MS));
	const todays = lately.filter(({ at }) => dayOf(new Date(at)) === today);
	if (!todays.some(({ actorId }) => actorId === actor.staffId)) return [];
	const holderOf = await holders(db);
	const colleagues = await colleaguesOf(db, 'council');
	// Newest first: only the last that happened to somebody today can be undone.
	const seen = new Set<string>();
	return todays.flatMap(({ place, actorId, subjectId, detail }) => {
		const { to: toId, role, people: ids, back } = detail;
		if (typeof ids !== 'string' || typeof role !== 'string' || !isCaseloadRole(role)) return [];
		const latest = ids.split(' ').filter((id) => !seen.has(keyOf(id, role)));
		for (const id of latest) seen.add(keyOf(id, role));
		if (actorId !== actor.staffId || back || !subjectId || !mayHandOver(actor, subjectId)) return [];
		const people = latest.filter((id) => holderOf(id, role) === toId);
		const from = whoCanHold(colleagues, role).find(({ id }) => id === subjectId);
		const to = colleagues.find(({ id }) => id === toId);
		if (!from || !to || people.length === 0) return [];
		const name = ({ id, name: called }: typeof from) => ({ id, name: called });
		return [{ place, from: name(from), to: name(to), role, count: people.length, people }];
	});
}

/** What the actor handed over today and may still take back, newest first; counts and names of colleagues only. */
export async function takeableBackBy(db: Database, actor: SignedIn, now: Date): Promise<TakeableBack[]> {
	return (await takeable(db, actor, now)).map(({ people: _, ...rest }) => rest);
}

export type TakenBack = ({ kind: 'taken back' } & Omit<TakeableBack, 'place'>) | { kind: 'no longer' };

/** Takes one handover of today back: just those who went with it and are still there. It is recorded like any other. */
export async function takeBack(db: Database, actor: SignedIn, place: number, now: Date): Promise<TakenBack> {
	return inTransaction(db, async (writing): Promise<TakenBack> => {
		const one = (await takeable(writing, actor, now)).find((handover) => handover.place === place);
		if (!one) return { kind: 'no longer' };
		const { from, to, role, people } = one;
		const change = { from: to.id, to: from.id, role, chosen: people, back: true };
		const count = await handOver(writing, actor, change, now);
		return { kind: 'taken back', from, to, role, count };
	});
}
