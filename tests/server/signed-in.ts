/*
 * A session without its pages, for tests whose matter is elsewhere: the cookie that a browser would hold. The pages of
 * signing in have tests of their own.
 */
import { sessionsIn, SESSION_COOKIE, type Holder } from '#lib/auth/sessions.server.ts';
import type { Database } from '#lib/database/schema.ts';

/** Opens a session and gives its token, the value of `__Host-session`. */
export function sessionTokenOf(db: Database, holder: Holder, now: Date = new Date()): Promise<string> {
	return sessionsIn(db).open(holder, { means: 'passkey', device: 'a test' }, now);
}

/** The whole `Cookie` header of such a session. */
export async function cookieOf(db: Database, holder: Holder, now: Date = new Date()): Promise<string> {
	return `${SESSION_COOKIE}=${await sessionTokenOf(db, holder, now)}`;
}

type Clock = 'created_at' | 'seen_at' | 'proven_at';

/** Sets one clock of every session that somebody has so many minutes back. */
export async function ageSession(db: Database, holderId: string, column: Clock, minutes: number): Promise<void> {
	const then = new Date(Date.now() - minutes * 60_000).toISOString();
	await db.updateTable('session').set(column, then).where('holder_id', '=', holderId).execute();
}
