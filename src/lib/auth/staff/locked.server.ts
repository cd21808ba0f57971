/*
 * Writing down that somebody's door is shut for a while after wrong tries: once for each time it shuts, not for each try.
 */
import { NOBODY, record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { guessLimit } from '../guesses.server.ts';
import { actorOf } from '../sessions.server.ts';

export interface Locked {
	/** Which limit was hit, as it is counted. */
	what: string;
	step: 'password' | 'second factor' | 'second factor, all day';
	/** Whose door it is; null when there is no such account. */
	staffId: string | null;
	/** How long it stays shut. */
	seconds: number;
}

/** Records 'sign-in locked', the first time that this limit refuses within those seconds. */
export async function noteLocked(db: Database, keyring: Keyring, locked: Locked, now: Date): Promise<void> {
	const { what, step, staffId, seconds } = locked;
	const once = guessLimit(db, keyring, { points: 1, seconds }, () => now.getTime());
	if ((await once.tryOnce(`locked ${what}`)) !== null) return;
	const theirs = staffId === null ? null : await actorOf(db, staffId);
	const subject = staffId === null ? {} : { subject: { kind: 'staff', id: staffId } as const };
	await inTransaction(db, (writing) =>
		record(writing, NOBODY, { what: 'sign-in locked', ...subject, detail: { step } }, now, theirs?.tenant)
	);
}
