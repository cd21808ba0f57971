/*
 * What every change of the ways in needs: the account is locked, the session that asks must still stand, others end, and
 * it is noted. A session that a new card has just ended changes nothing more.
 */
import { record } from '#lib/audit/record.server.ts';
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { YoungPersonSignedIn } from '../../actor.ts';
import { sessionsIn } from '../../sessions.server.ts';
import type { AccountEventKind } from '../account-event.ts';
import { noteAccountEvent } from '../account-events.server.ts';

/** Where the change is asked for: the device in coarse words, and the id of its session. */
export interface Here {
	device: string;
	session: string;
}

/** Runs a change with the account locked; 'signed out' when the session ended meanwhile, and then nothing happens. */
export async function changing<T extends string>(
	db: Database,
	{ accountId }: YoungPersonSignedIn,
	here: Here,
	work: (writing: Writing) => Promise<T>
): Promise<T | 'signed out'> {
	return inTransaction(db, async (writing) => {
		const own = writing.selectFrom('young_account').select('id').where('id', '=', accountId);
		await exclusiveLock(own, writing).executeTakeFirst();
		const stands = await writing
			.selectFrom('session')
			.select('token_hash')
			.where('token_hash', '=', here.session)
			.where('holder_kind', '=', 'young person')
			.where('holder_id', '=', accountId)
			.executeTakeFirst();
		return stands ? work(writing) : 'signed out';
	});
}

/** Notes a change, for the young person and, without saying which, in the record; all their other sessions end. */
export async function noteChange(
	writing: Writing,
	actor: YoungPersonSignedIn,
	what: AccountEventKind,
	{ device, session }: Here,
	now: Date
): Promise<void> {
	await sessionsIn(writing).closeAll({ kind: 'young person', id: actor.accountId }, session);
	await noteAccountEvent(writing, actor.youngPersonId, { what, device }, now);
	await record(writing, actor, { what: 'way in changed' }, now);
}
