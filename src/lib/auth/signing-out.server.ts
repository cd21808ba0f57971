/*
 * Signing out: the session ends and the record says so, together. Leaving quickly does not wait for any of this.
 */
import { record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { sessionsIn, type OpenSession } from './sessions.server.ts';

/** Ends a session of whoever holds it. */
export async function signOut(db: Database, session: OpenSession, now: Date): Promise<void> {
	const who = session.actor ?? session.youngPerson;
	await inTransaction(db, async (writing) => {
		const ended = await sessionsIn(writing).closeDevice(session.holder, session.id);
		const id = session.youngPerson?.youngPersonId ?? session.holder.id;
		if (ended && who)
			await record(writing, who, { what: 'signed out', subject: { kind: session.holder.kind, id } }, now);
	});
}
