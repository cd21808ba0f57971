/*
 * A young person's own devices: when the door closes here, and signing others out. Listing them is the sessions' own.
 */
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { YoungPersonSignedIn } from '../actor.ts';
import { LIMITS, sessionsIn, type OpenSession } from '../sessions.server.ts';
import { noteAccountEvent } from './account-events.server.ts';

/** In how many seconds a session ends: of quiet from now on, and altogether, whatever is done in it. */
export function closesIn({ began }: Pick<OpenSession, 'began'>, now: Date): { quiet: number; altogether: number } {
	const { idle, absolute } = LIMITS['young person'];
	return { quiet: idle * 60, altogether: Math.ceil(absolute * 60 - (now.getTime() - began.getTime()) / 1000) };
}

/** Signs one's other devices out: one by its id, or all but this one. False when there was none of that id. */
export async function signDevicesOut(
	db: Database,
	{ accountId, youngPersonId }: YoungPersonSignedIn,
	which: { one: string } | { allBut: string },
	device: string,
	now: Date
): Promise<boolean> {
	const holder = { kind: 'young person', id: accountId } as const;
	return inTransaction(db, async (writing) => {
		const sessions = sessionsIn(writing);
		if ('one' in which && !(await sessions.closeDevice(holder, which.one))) return false;
		if ('allBut' in which) await sessions.closeAll(holder, which.allBut);
		const what = 'one' in which ? 'device signed out' : 'other devices signed out';
		await noteAccountEvent(writing, youngPersonId, { what, device }, now);
		return true;
	});
}
