/*
 * What every change of a concern by staff begins with: it is theirs, and nobody changed it since their page was made.
 * The changes themselves are in answers.server.ts and closings.server.ts.
 */
import type { Selectable } from 'kysely';
import type { Actor, SignedIn } from '#lib/auth/actor.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { ConcernMessageTable, ConcernTable, Database, Writing } from '#lib/database/schema.ts';
import { notify } from '#lib/notices/outbox.server.ts';
import { findConcern, type Reach } from './reach.server.ts';
import { printOf } from './threads.server.ts';

export type Refused =
	| { kind: 'not theirs' }
	/** A colleague, or the young person, did something since the page was made: read first. Nothing was written. */
	| { kind: 'changed in between' };

/** What a page sends with every change: the concern, and what it saw of it. */
export interface Shown {
	concern: string;
	/** `print` of the thread as it was shown. */
	print: string;
}

export interface Held {
	writing: Writing;
	actor: SignedIn;
	concern: Selectable<ConcernTable>;
	reach: Reach;
	messages: Pick<Selectable<ConcernMessageTable>, 'place' | 'side' | 'read_at'>[];
}

/** Runs a change in a transaction that holds the concern for itself. */
export async function changing<T>(
	db: Database,
	actor: Actor,
	{ concern: id, print }: Shown,
	now: Date,
	change: (held: Held) => Promise<T>
): Promise<T | Refused> {
	if (!('staffId' in actor)) return { kind: 'not theirs' };
	return inTransaction(db, async (writing): Promise<T | Refused> => {
		await exclusiveLock(writing.selectFrom('concern').select('id').where('id', '=', id), writing).execute();
		const found = await findConcern(writing, actor, id, dayOf(now));
		if (!found) return { kind: 'not theirs' };
		const messages = await writing
			.selectFrom('concern_message')
			.select(['place', 'side', 'read_at'])
			.where('concern_id', '=', id)
			.orderBy('place')
			.execute();
		if (printOf(found.concern, messages.length) !== print) return { kind: 'changed in between' };
		return change({ writing, actor, ...found, messages });
	});
}

/** Tells a young person with an account that something waits in their own page; who has none comes by with their code. */
export async function tellThem(
	writing: Writing,
	{ young_person_id }: Pick<Selectable<ConcernTable>, 'young_person_id'>,
	once: string,
	now: Date
): Promise<void> {
	if (young_person_id === null) return;
	await notify(writing, { to: { kind: 'young person', id: young_person_id }, what: 'new message', once }, now);
}
