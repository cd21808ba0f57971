/*
 * Everything that a colleague can hold and that must not be left with nobody when they go: one entry a kind, each with how
 * many and how it is handed over. A module that gives people something to hold adds its entry here.
 */
import type { Database, Writing } from '#lib/database/schema.ts';
import { CASELOAD_ROLES, type CaseloadRole } from '#lib/people/caseload.ts';
import { handOver, holdingsOf } from '#lib/people/caseloads.server.ts';
import { handOverHalves, halvesStillHeld } from '#lib/waves/recovery.server.ts';
import { concernsHeldBy, handOverConcerns, handOverNaming, isNamed } from '#lib/concerns/board/held.server.ts';
import { canBeNamed } from '#lib/concerns/going-up/naming.server.ts';
import { canStandIn } from '#lib/people/workers/cover.ts';
import { coversHeldBy, passCovers } from '#lib/people/workers/covers.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import type { Actor } from '../actor.ts';
import { stateOf } from './colleague.ts';
import type { Colleague } from '../staff/accounts.server.ts';
import { handOverRequests, requestsAskedBy } from './role-requests.server.ts';

export interface HandOver {
	from: string;
	to: { id: string; name: string };
}

export interface Holding {
	/** Names its field on the page. */
	key: string;
	/** What is held, after its number. */
	words: { one: string; many: string };
	/** Who can take it, in words. */
	takers: string;
	/** Whether a colleague with an account in use can take it from another, when the actor hands it over. */
	canTake(colleague: Colleague, from: Colleague, actor: Actor): boolean;
	count(db: Database, staffId: string, now: Date): Promise<number>;
	/** In the caller's transaction. What could not go is still counted afterwards. */
	handOver(writing: Writing, actor: Actor, change: HandOver, now: Date): Promise<unknown>;
}

const caseloadOf = (role: CaseloadRole): Holding => ({
	key: role === 'IRO' ? 'iro-caseload' : 'social-work-caseload',
	words: { one: `young person, as their ${role}`, many: `young people, as their ${role}` },
	takers: `a colleague with the role ${role}`,
	canTake: ({ roles }) => roles.includes(role),
	count: async (db, staffId) => (await holdingsOf(db, staffId)).find((held) => held.role === role)?.count ?? 0,
	handOver: (writing, actor, { from, to }, now) => handOver(writing, actor, { from, to: to.id, role }, now)
});

export const HOLDINGS: readonly Holding[] = [
	...CASELOAD_ROLES.map(caseloadOf),
	{
		key: 'covers',
		words: { one: 'colleague away, whom they cover for', many: 'colleagues away, whom they cover for' },
		takers: 'a colleague with the role that is covered; for a safeguarding lead any of your staff but administrators',
		canTake: (colleague, from) =>
			CASELOAD_ROLES.some((role) => colleague.roles.includes(role) && from.roles.includes(role)) ||
			canStandIn(colleague),
		count: (db, staffId, now) => coversHeldBy(db, staffId, dayOf(now)),
		handOver: (writing, actor, { from, to }, now) => passCovers(writing, actor, { from, to: to.id }, now)
	},
	{
		key: 'concerns',
		words: {
			one: 'message from a young person that they look after',
			many: 'messages from young people that they look after'
		},
		takers: 'a safeguarding lead',
		canTake: ({ roles }) => roles.includes('safeguarding lead'),
		count: concernsHeldBy,
		handOver: (writing, actor, { from, to }, now) => handOverConcerns(writing, actor, { from, to: to.id }, now)
	},
	{
		key: 'concerns-go-up-to',
		words: {
			one: 'name on the list of whom a message goes up to',
			many: 'names on the list of whom a message goes up to'
		},
		takers: 'any of your staff but administrators',
		canTake: (colleague) => canBeNamed(colleague),
		count: isNamed,
		handOver: (writing, actor, change, now) => handOverNaming(writing, actor, change, now)
	},
	{
		key: 'recovery-halves',
		words: {
			one: 'half of a wave’s recovery copy: ask for it, and give it to the colleague',
			many: 'halves of waves’ recovery copies: ask for them, and give them to the colleague'
		},
		takers: 'a colleague who does not hold the other half, and never to you: nobody comes by a key alone',
		// Whoever closes accounts could gather both halves, one leaver after the other.
		canTake: ({ id }, _, actor) => 'commandLine' in actor || id !== actor.staffId,
		count: halvesStillHeld,
		handOver: (writing, actor, change, now) => handOverHalves(writing, actor, change, now)
	},
	{
		key: 'role-requests',
		words: {
			one: 'request that somebody become an administrator',
			many: 'requests that somebody become an administrator'
		},
		takers: 'another administrator',
		canTake: ({ roles }) => roles.includes('administrator'),
		count: requestsAskedBy,
		handOver: (writing, actor, { from, to }, now) => handOverRequests(writing, actor, { from, to: to.id }, now)
	}
];

/** What somebody holds of one kind, as a page can show it. */
export interface Held extends Pick<Holding, 'key' | 'takers'> {
	count: number;
	/** "12 young people, as their IRO". */
	words: string;
}

/** All that somebody holds, kinds with nothing left out. */
export async function heldBy(db: Database, staffId: string, now: Date): Promise<Held[]> {
	const held: Held[] = [];
	for (const { key, takers, words, count } of HOLDINGS) {
		const many = await count(db, staffId, now);
		if (many > 0) held.push({ key, takers, count: many, words: `${many} ${many === 1 ? words.one : words.many}` });
	}
	return held;
}

/** The colleagues who could take one kind from somebody, by the actor's hand: with an account in use, and not who leaves. */
export function whoCanTake(colleagues: readonly Colleague[], key: string, leaving: string, actor: Actor): Colleague[] {
	const from = colleagues.find(({ id }) => id === leaving);
	const holding = HOLDINGS.find((one) => one.key === key);
	if (!from || !holding) return [];
	return colleagues.filter(
		(one) => one.id !== leaving && stateOf(one) === 'in use' && holding.canTake(one, from, actor)
	);
}
