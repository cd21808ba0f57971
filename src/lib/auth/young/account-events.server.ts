/*
 * What happened with a young person's account, written for their eyes and read by them alone. It runs inside the
 * transaction of what it notes. No member of staff's page may read it.
 */
import type { Database, Writing } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { YoungPersonSignedIn } from '../actor.ts';
import { isWorthALook, type AccountEventKind } from './account-event.ts';

/** Notes one event; `by` is the name of a member of staff, `device` coarse words such as "Chrome on Android". */
export async function noteAccountEvent(
	writing: Database | Writing,
	youngPersonId: string,
	event: { what: AccountEventKind; by?: string; device?: string },
	now: Date
): Promise<void> {
	const { what, by = null, device = null } = event;
	await writing
		.insertInto('account_event')
		.values({ id: randomId(), young_person_id: youngPersonId, at: now.toISOString(), what, by, device })
		.execute();
}

/** One thing that happened, as its young person reads it. */
export interface AccountEvent {
	at: Date;
	what: AccountEventKind;
	by: string | null;
	device: string | null;
	/** They are asked whether it was them. */
	look: boolean;
}

/** What happened with somebody's own account, newest first, at most so many. */
export async function accountEventsOf(
	db: Database,
	{ accountId, youngPersonId }: YoungPersonSignedIn,
	most: number
): Promise<AccountEvent[]> {
	const { made_at } = await db
		.selectFrom('young_account')
		.select('made_at')
		.where('id', '=', accountId)
		.executeTakeFirstOrThrow();
	const rows = await db
		.selectFrom('account_event')
		.select(['at', 'what', 'by', 'device'])
		.where('young_person_id', '=', youngPersonId)
		.orderBy('at', 'desc')
		.orderBy('id')
		.limit(most)
		.execute();
	return rows.map(({ at: iso, what: kind, by, device }) => {
		const [at, what] = [new Date(iso), kind as AccountEventKind];
		return { at, what, by, device, look: isWorthALook(what, at, new Date(made_at)) };
	});
}
