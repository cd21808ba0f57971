/*
 * The guard of every page about one young person: who neither works with them nor covers for who does says why first, and
 * the young person can read it. One reason is good for an hour. Everything that opens one of them asks here.
 */
import { keepOpening, openUntil } from '#lib/audit/openings.server.ts';
import { record } from '#lib/audit/record.server.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { findTheirRecord, type TheirRecord } from '../caseloads.server.ts';
import { readReason } from './reason.ts';

/** Whether an actor must say why before anything of this young person is shown. The operator has every file anyway. */
async function mustSayWhy(db: Database, actor: Actor, { person }: TheirRecord, now: Date): Promise<boolean> {
	if ('commandLine' in actor || person.ties.length > 0) return false;
	return (await openUntil(db, person.id, actor.staffId, now)) === null;
}

export type OpenedRecord =
	| ({ kind: 'theirs' } & TheirRecord)
	| { kind: 'needs reason' }
	/** There is nobody with this id, or not for them. */
	| { kind: 'not theirs' };

/** The record of a young person for an actor: at once where they work together, else while a reason is good. */
export async function openRecordOf(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	now: Date
): Promise<OpenedRecord> {
	const found = await findTheirRecord(db, keyring, actor, id, dayOf(now));
	if (!found) return { kind: 'not theirs' };
	return (await mustSayWhy(db, actor, found, now)) ? { kind: 'needs reason' } : { kind: 'theirs', ...found };
}

/** What the page that asks why shows; null for who need not say, and for who may not look at all. */
export async function askedWhy(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	now: Date
): Promise<{ preferredName: string | null; child: string; until: Date | null } | null> {
	const found = await findTheirRecord(db, keyring, actor, id, dayOf(now));
	if (!found || 'commandLine' in actor || found.person.ties.length > 0) return null;
	const { preferredName, child } = found.person;
	return { preferredName, child, until: await openUntil(db, id, actor.staffId, now) };
}

export type ReasonGiven =
	{ kind: 'given' } | { kind: 'wrong'; faults: Partial<Record<'why' | 'words', string>> } | { kind: 'not theirs' };

/** Keeps why somebody opens a young person; from then on they may look for an hour. */
export async function giveReason(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	form: Readonly<Record<string, unknown>>,
	now: Date
): Promise<ReasonGiven> {
	if (!(await askedWhy(db, keyring, actor, id, now)) || 'commandLine' in actor) return { kind: 'not theirs' };
	const read = readReason(form);
	if (read.kind === 'wrong') return read;
	const { reason } = read;
	await inTransaction(db, async (writing) => {
		await keepOpening(writing, keyring, { youngPersonId: id, staffId: actor.staffId }, reason, now);
		const subject = { kind: 'young person', id } as const;
		await record(writing, actor, { what: 'reason given', subject, detail: { why: reason.why } }, now);
	});
	return { kind: 'given' };
}
