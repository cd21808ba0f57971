/*
 * The outbox: a notice is written in the transaction of what it tells of, so that neither stands without the other.
 * Whether, when and how it goes out is decided when it is sent, in sending/.
 */
import type { Writing } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Notice } from './notice.ts';

/** Writes a notice; one that was written before under the same `once` is left as it is. */
export async function notify(writing: Writing, { to, what, once }: Notice, now: Date): Promise<void> {
	const at = now.toISOString();
	await writing
		.insertInto('notice')
		.values({
			id: randomId(),
			once,
			recipient_kind: to.kind,
			recipient_id: to.id,
			what,
			made_at: at,
			due_at: at,
			state: 'waiting',
			channel: null,
			attempts: 0,
			leased_by: null,
			leased_until: null,
			ended_at: null,
			because: null
		})
		.onConflict((conflict) => conflict.column('once').doNothing())
		.execute();
}
