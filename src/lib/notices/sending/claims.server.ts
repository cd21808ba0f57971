/*
 * Notices on their way as rows: claimed for a while by one sender, begun, and ended. Whoever lost the lease writes nothing
 * over the next one's. What goes out and how is decided in sending.server.ts.
 */
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, NoticeTable } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Way } from '../choice.ts';

/** Longer than any channel waits for an answer: whoever takes it over can be sure that the first is done. */
const LEASE_MS = 2 * 60_000;
const PORTION = 12;

const leaseFrom = (now: Date) => new Date(now.getTime() + LEASE_MS).toISOString();

export interface Claimed extends Pick<
	NoticeTable,
	'id' | 'recipient_kind' | 'recipient_id' | 'what' | 'made_at' | 'attempts'
> {
	holder: string;
	/** It was begun before, and may have gone out. */
	triedBefore: boolean;
}

/** How it ended: for good, or due again; and how often it was tried by then. */
export type Ended = { tries: number } & (
	| { state: 'sent'; because: null }
	| { state: 'not sent' | 'dead'; because: string }
	| { state: 'waiting'; because: string; due: Date }
);

/** What tells the same: several of these to one young person, and only the first is claimed now. */
const alike = (row: Pick<NoticeTable, 'id' | 'recipient_kind' | 'recipient_id' | 'what'>) =>
	row.recipient_kind === 'staff' ? row.id : `${row.recipient_id} ${row.what}`;

/** Takes a small portion of what is due and nobody's, longest due first; empty when there is none. */
export function claimDue(db: Database, who: string, now: Date): Promise<Claimed[]> {
	const at = now.toISOString();
	const holder = `${who} ${randomId()}`;
	return inTransaction(db, async (writing) => {
		const query = writing
			.selectFrom('notice')
			.select(['id', 'recipient_kind', 'recipient_id', 'what', 'made_at', 'attempts', 'channel'])
			.where('state', 'in', ['waiting', 'sending'])
			.where('due_at', '<=', at)
			.where((row) => row.or([row('leased_until', 'is', null), row('leased_until', '<=', at)]))
			.orderBy('due_at')
			.orderBy('id')
			.limit(PORTION);
		const rows = await exclusiveLock(query, writing).execute();
		const first = new Map<string, (typeof rows)[number]>();
		for (const row of rows) if (!first.has(alike(row))) first.set(alike(row), row);
		const claimed = [...first.values()];
		if (claimed.length === 0) return [];
		await writing
			.updateTable('notice')
			.set({ leased_by: holder, leased_until: leaseFrom(now) })
			.where(
				'id',
				'in',
				claimed.map(({ id }) => id)
			)
			.execute();
		return claimed.map(({ channel, ...row }) => ({
			...row,
			holder,
			triedBefore: channel !== null
		}));
	});
}

/** Whether another notice that says the same went out to them after this one was made: then it told of this one too. */
export async function wasTold(db: Database, { id, recipient_id, what, made_at }: Claimed): Promise<boolean> {
	const told = await db
		.selectFrom('notice')
		.select('id')
		.where('recipient_kind', '=', 'young person')
		.where('recipient_id', '=', recipient_id)
		.where('what', '=', what)
		.where('state', '=', 'sent')
		.where('ended_at', '>', made_at)
		.where('id', '!=', id)
		.executeTakeFirst();
	return told !== undefined;
}

/** Commits that it is begun, before anything leaves, with the whole lease ahead; false when it is another sender's by now. */
export async function begin(db: Database, { id, holder, attempts }: Claimed, way: Way, now: Date): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('notice')
		.set({ state: 'sending', channel: way, attempts: attempts + 1, because: null, leased_until: leaseFrom(now) })
		.where('id', '=', id)
		.where('leased_by', '=', holder)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** Writes how it ended; false when it is another sender's by now. */
export async function end(db: Database, { id, holder }: Claimed, ended: Ended, now: Date): Promise<boolean> {
	const again = ended.state === 'waiting' ? { due_at: ended.due.toISOString() } : { ended_at: now.toISOString() };
	const { state, because, tries } = ended;
	const { numUpdatedRows } = await db
		.updateTable('notice')
		.set({ state, because, attempts: tries, leased_by: null, leased_until: null, ...again })
		.where('id', '=', id)
		.where('leased_by', '=', holder)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}
