/*
 * The written emergency way, at the server's own command line: an administrator who is locked out enrols anew, or a
 * colleague becomes one when there are not two who could decide it. The reason stands in the record.
 */
import { record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { CommandLine } from '../actor.ts';
import { drawEntryCode } from '../entry-codes.server.ts';
import { enrolAnew } from '../staff/enrolments.server.ts';
import { decidingAbout } from './deciding.server.ts';
import { giveRole } from './giving.server.ts';

export type Rescued =
	| { kind: 'rescued'; name: string; code: string; becameAdministrator: boolean }
	| { kind: 'nobody' }
	| { kind: 'disabled' }
	| { kind: 'another tenant' }
	/** Two administrators can act: they decide, on the pages. */
	| { kind: 'two can decide' };

/** A fresh link to enrol with, all sessions ended; with `makeAdministrator` the role too, when nobody else can agree. */
export async function rescueStaff(
	db: Database,
	actor: CommandLine,
	staffId: string,
	{ reason, makeAdministrator }: { reason: string; makeAdministrator: boolean },
	now: Date
): Promise<Rescued> {
	const drawn = await drawEntryCode();
	return inTransaction(db, async (writing): Promise<Rescued> => {
		const theirs = await decidingAbout(writing, actor, staffId);
		if (!theirs) return { kind: 'nobody' };
		if (theirs.disabled) return { kind: 'disabled' };
		const becomes = makeAdministrator && !theirs.roles.includes('administrator');
		if (becomes && theirs.tenant !== 'council') return { kind: 'another tenant' };
		if (becomes && theirs.administrators.acting.length > 1) return { kind: 'two can decide' };
		if (becomes) await giveRole(writing, actor, theirs, 'administrator', now, { reason });
		await enrolAnew(writing, staffId, drawn, now);
		const event = { what: 'account rescued', subject: { kind: 'staff', id: staffId }, detail: { reason } } as const;
		await record(writing, actor, event, now, theirs.tenant);
		return { kind: 'rescued', name: theirs.name, code: drawn.printed, becameAdministrator: becomes };
	});
}
