/*
 * Leaving: all that a colleague holds goes to colleagues who are named, and their account is closed, in one transaction.
 * It does not happen when something would be left with nobody. What can be held is listed in holdings.server.ts.
 */
import { record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { Actor } from '../actor.ts';
import { colleaguesOf } from '../staff/accounts.server.ts';
import { closeAccount } from './access.server.ts';
import { decidingAbout, isLastAdministrator } from './deciding.server.ts';
import { heldBy, HOLDINGS, whoCanTake, type Held } from './holdings.server.ts';

export type Left =
	| { kind: 'left'; handedOver: Held[] }
	| { kind: 'not theirs' | 'last administrator' }
	/** These would be with nobody: no colleague was named for them, or the one named cannot take them. */
	| { kind: 'with nobody'; held: Held[] };

/** Rolls the transaction back; it never leaves this file. */
class WithNobody extends Error {
	readonly held: Held[];
	constructor(held: Held[]) {
		super('something would be left with nobody');
		this.held = held;
	}
}

async function handAllOver(
	writing: Writing,
	actor: Actor,
	from: string,
	to: Readonly<Record<string, string>>,
	now: Date
): Promise<Held[]> {
	const held = await heldBy(writing, from, now);
	const colleagues = await colleaguesOf(writing, 'council');
	const takers = held.map((one) => whoCanTake(colleagues, one.key, from, actor).find(({ id }) => id === to[one.key]));
	const without = held.filter((_, place) => !takers[place]);
	if (without.length > 0) throw new WithNobody(without);
	for (const [place, { key }] of held.entries()) {
		const taker = takers[place];
		const holding = HOLDINGS.find((one) => one.key === key);
		if (taker) await holding?.handOver(writing, actor, { from, to: taker }, now);
	}
	const still = await heldBy(writing, from, now);
	if (still.length > 0) throw new WithNobody(still);
	return held;
}

/**
 * A colleague of the council leaves. `to` names, for each key of what they hold, the id of who takes it. Whoever is
 * disabled already may still be left behind properly.
 */
export async function leave(
	db: Database,
	actor: Actor,
	staffId: string,
	to: Readonly<Record<string, string>>,
	now: Date
): Promise<Left> {
	try {
		return await inTransaction(db, async (writing): Promise<Left> => {
			const theirs = await decidingAbout(writing, actor, staffId);
			if (theirs?.tenant !== 'council') return { kind: 'not theirs' };
			if (isLastAdministrator(theirs)) return { kind: 'last administrator' };
			const handedOver = await handAllOver(writing, actor, staffId, to, now);
			if (!theirs.disabled) await closeAccount(writing, actor, theirs, now);
			const detail = Object.fromEntries(
				handedOver.flatMap(({ key, count }) => [
					[key, count],
					[`${key} to`, to[key] ?? '']
				])
			);
			await record(writing, actor, { what: 'left', subject: { kind: 'staff', id: staffId }, detail }, now, 'council');
			return { kind: 'left', handedOver };
		});
	} catch (fault) {
		if (fault instanceof WithNobody) return { kind: 'with nobody', held: fault.held };
		throw fault;
	}
}
