/*
 * Opening and closing a colleague's account, and letting them enrol anew when a password or a device is lost. What they
 * hold is handed over in leaving.server.ts.
 */
import { record } from '#lib/audit/record.server.ts';
import type { Recorded } from '#lib/audit/event.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { Actor } from '../actor.ts';
import { drawEntryCode } from '../entry-codes.server.ts';
import { sessionsIn } from '../sessions.server.ts';
import { enrolAnew } from '../staff/enrolments.server.ts';
import { decidingAbout, isLastAdministrator, type Deciding } from './deciding.server.ts';
import { takeRole } from './giving.server.ts';
import { withdrawRequestsFor } from './role-requests.server.ts';

export type Refused = { kind: 'not theirs' | 'last administrator' };

const note = (writing: Writing, actor: Actor, { id, tenant }: Deciding, what: Recorded, now: Date) =>
	record(writing, actor, { what, subject: { kind: 'staff', id } }, now, tenant);

/** Closes an account in the caller's transaction: nobody comes in by it from this moment, by no way. */
export async function closeAccount(writing: Writing, actor: Actor, theirs: Deciding, now: Date): Promise<void> {
	await writing.updateTable('staff').set({ disabled: 1 }).where('id', '=', theirs.id).execute();
	await sessionsIn(writing).closeAll({ kind: 'staff', id: theirs.id });
	await writing.deleteFrom('enrolment').where('staff_id', '=', theirs.id).execute();
	await withdrawRequestsFor(writing, actor, theirs.id, now);
	await note(writing, actor, theirs, 'account disabled', now);
}

/** Closes a colleague's account at once; what they hold stays theirs until it is handed over. */
export async function disableColleague(
	db: Database,
	actor: Actor,
	staffId: string,
	now: Date
): Promise<{ kind: 'disabled' } | Refused> {
	return inTransaction(db, async (writing): Promise<{ kind: 'disabled' } | Refused> => {
		const theirs = await decidingAbout(writing, actor, staffId);
		if (!theirs) return { kind: 'not theirs' };
		if (isLastAdministrator(theirs)) return { kind: 'last administrator' };
		if (!theirs.disabled) await closeAccount(writing, actor, theirs, now);
		return { kind: 'disabled' };
	});
}

export type Enabled = { kind: 'enabled' } | { kind: 'not theirs' } | { kind: 'administrator only' };

/**
 * Opens a closed account again with the roles it had, but for the administrator's: on the pages that takes two people
 * again, so one who was nothing else gets another role first.
 */
export async function enableColleague(db: Database, actor: Actor, staffId: string, now: Date): Promise<Enabled> {
	return inTransaction(db, async (writing): Promise<Enabled> => {
		const theirs = await decidingAbout(writing, actor, staffId);
		if (!theirs) return { kind: 'not theirs' };
		if (!theirs.disabled) return { kind: 'enabled' };
		if (!('commandLine' in actor) && theirs.roles.includes('administrator')) {
			if (theirs.roles.length === 1) return { kind: 'administrator only' };
			await takeRole(writing, actor, theirs, 'administrator', now);
		}
		await writing.updateTable('staff').set({ disabled: 0 }).where('id', '=', staffId).execute();
		await note(writing, actor, theirs, 'account enabled', now);
		return { kind: 'enabled' };
	});
}

export type EnrolmentSent =
	| { kind: 'made'; name: string; /** Told once, given in person. */ code: string }
	| { kind: 'not theirs' }
	| { kind: 'disabled' }
	/** Only the command line lets an administrator enrol anew: else one could become two. */
	| { kind: 'administrator' };

/** Makes a new link to enrol with. They are signed out now; the old password and factors stop when the link is used. */
export async function makeEnrolmentAgain(
	db: Database,
	actor: Actor,
	staffId: string,
	now: Date
): Promise<EnrolmentSent> {
	const drawn = await drawEntryCode();
	return inTransaction(db, async (writing): Promise<EnrolmentSent> => {
		const theirs = await decidingAbout(writing, actor, staffId);
		if (!theirs) return { kind: 'not theirs' };
		if (theirs.disabled) return { kind: 'disabled' };
		if (!('commandLine' in actor) && theirs.roles.includes('administrator')) return { kind: 'administrator' };
		await enrolAnew(writing, staffId, drawn, now);
		await note(writing, actor, theirs, 'enrolment link made', now);
		return { kind: 'made', name: theirs.name, code: drawn.printed };
	});
}
