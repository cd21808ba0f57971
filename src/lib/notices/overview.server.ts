/*
 * The administrator's view of what goes out: counts, what waits longest, what was given up and why, and trying it again. A
 * young person is never named here, nor what a notice is about.
 */
import { actsAs, type Actor, type SignedIn } from '#lib/auth/actor.ts';
import { record } from '#lib/audit/record.server.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import { offeredWays } from './channels/channels.server.ts';
import { notify } from './outbox.server.ts';

export const STATES = ['waiting', 'sending', 'sent', 'not sent', 'dead'] as const;
export type State = (typeof STATES)[number];

const MOST_SHOWN = 100;
const TEST_PAUSE_MS = 60_000;

/** One that was given up. */
export interface GivenUp {
	id: string;
	what: string;
	/** A colleague's name, or that it is a young person. */
	recipient: string;
	way: string | null;
	made: Date;
	ended: Date | null;
	tries: number;
	because: string;
}

export interface Overview {
	counts: Record<State, number>;
	/** Since when the longest has been due that has not gone out; null when none is due. */
	longestDue: Date | null;
	/** The latest, a hundred at most. */
	givenUp: GivenUp[];
}

/** Who may see how notices stand. */
export const maySeeNotices = (actor: Actor): boolean => actsAs(actor, 'administrator');

/** How the notices stand; null for who may not see it. */
export async function noticesOverview(db: Database, actor: Actor, now: Date): Promise<Overview | null> {
	if (!maySeeNotices(actor)) return null;
	const states = await db
		.selectFrom('notice')
		.select(['state', (row) => row.fn.countAll<number>().as('count')])
		.groupBy('state')
		.execute();
	const counts = { waiting: 0, sending: 0, sent: 0, 'not sent': 0, dead: 0 };
	for (const { state, count } of states) counts[state as State] = Number(count);
	const due = await db
		.selectFrom('notice')
		.select((row) => row.fn.min('due_at').as('due'))
		.where('state', 'in', ['waiting', 'sending'])
		.where('due_at', '<=', now.toISOString())
		.executeTakeFirst();
	const dead = await db
		.selectFrom('notice')
		.selectAll()
		.where('state', '=', 'dead')
		.orderBy('ended_at', 'desc')
		.limit(MOST_SHOWN)
		.execute();
	const colleagues = [...(await colleaguesOf(db, 'council')), ...(await colleaguesOf(db, 'advocacy'))];
	const names = new Map(colleagues.map(({ id, name }) => [id, name]));
	return {
		counts,
		longestDue: due?.due ? new Date(due.due) : null,
		givenUp: dead.map((row) => ({
			id: row.id,
			what: row.what,
			recipient:
				row.recipient_kind === 'staff' ? (names.get(row.recipient_id) ?? 'a former colleague') : 'a young person',
			way: row.channel,
			made: new Date(row.made_at),
			ended: row.ended_at === null ? null : new Date(row.ended_at),
			tries: row.attempts,
			because: row.because ?? ''
		}))
	};
}

/**
 * Tries one again that was given up, or all of them, from the beginning. What may have gone out after all is asked of the
 * channel first, as at every other try.
 * @returns how many; 0 for who may not, and when there was none.
 */
export function tryAgain(db: Database, actor: Actor, which: { id: string } | 'all', now: Date): Promise<number> {
	if (!maySeeNotices(actor)) return Promise.resolve(0);
	return inTransaction(db, async (writing) => {
		const dead = writing.selectFrom('notice').select('id').where('state', '=', 'dead').orderBy('id').limit(500);
		const query = which === 'all' ? dead : dead.where('id', '=', which.id);
		const rows = await exclusiveLock(query, writing).execute();
		for (const { id } of rows) {
			await writing
				.updateTable('notice')
				.set({ state: 'waiting', due_at: now.toISOString(), attempts: 0, ended_at: null, because: null })
				.where('id', '=', id)
				.execute();
			await record(writing, actor, { what: 'notice tried again', subject: { kind: 'notice', id } }, now);
		}
		return rows.length;
	});
}

/** 'no way out' where no email is set up. */
export type TestSent = 'on its way' | 'one is on its way' | 'no way out' | 'not allowed';
type Configured = Pick<Configuration, 'channels' | 'origin'>;

/** Sends a test message to oneself, one a minute at most. */
export function sendTest(db: Database, actor: SignedIn, configuration: Configured, now: Date): Promise<TestSent> {
	if (!maySeeNotices(actor)) return Promise.resolve('not allowed');
	return sendTestTo(db, actor, actor.staffId, configuration, now);
}

/** The operator sends one to a colleague, found by their address before. */
export function sendTestTo(
	db: Database,
	actor: Actor,
	staffId: string,
	configuration: Configured,
	now: Date
): Promise<TestSent> {
	if (!('commandLine' in actor) && actor.staffId !== staffId) return Promise.resolve('not allowed');
	if (!offeredWays(configuration).includes('email')) return Promise.resolve('no way out');
	return inTransaction(db, async (writing) => {
		const one = await writing
			.selectFrom('notice')
			.select('id')
			.where('recipient_kind', '=', 'staff')
			.where('recipient_id', '=', staffId)
			.where('what', '=', 'trying it out')
			.where('made_at', '>', new Date(now.getTime() - TEST_PAUSE_MS).toISOString())
			.executeTakeFirst();
		if (one) return 'one is on its way';
		const to = { kind: 'staff', id: staffId } as const;
		await notify(writing, { to, what: 'trying it out', once: `test ${randomId()}` }, now);
		return 'on its way';
	});
}
