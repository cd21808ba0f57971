/*
 * Closing a concern with what was done, opening it again, and putting it on the child's record at the council. Each with
 * its event in one transaction; nothing that was written before is lost.
 */
import type { Selectable } from 'kysely';
import { record } from '#lib/audit/record.server.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { flag } from '#lib/database/flag.ts';
import type { ConcernTable, Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { readSettings } from '#lib/settings/settings.server.ts';
import { readClosings, readOnFile, WHY, type Closing, type OnFile } from '../closing.ts';
import { dueOn, MOST_WORDS } from '../concern.ts';
import { openConcernText, sealConcern } from '../sealing.server.ts';
import { typed } from './answers.server.ts';
import { changing, tellThem, type Refused, type Shown } from './changing.server.ts';
import { about } from './threads.server.ts';

type Kept = 'closing_sealed' | 'on_file_sealed';

/** Opens the list that a column keeps, adds an entry, and seals it anew. */
function withEntry<T>(
	keyring: Keyring,
	concern: Selectable<ConcernTable>,
	column: Kept,
	read: (resting: string | null) => T[],
	entry: T
): string {
	const { id, young_person_id: owner } = concern;
	const resting = concern[column] === null ? null : openConcernText(keyring, column, id, owner, concern[column]);
	return sealConcern(keyring, column, id, owner, JSON.stringify([...read(resting), entry]));
}

export type ClosingFaults = Partial<Record<'forThem' | 'forRecord', string>>;

const tooLong = (words: string | null) =>
	words !== null && words.length > MOST_WORDS
		? `Please keep this to ${MOST_WORDS} letters; yours has ${words.length}. Nothing is lost.`
		: null;

/** What is not right about the words of a closing. */
function faultsIn(forThem: string | null, forRecord: string | null): ClosingFaults {
	const them = forThem === null ? 'Write what was done, for them to read.' : tooLong(forThem);
	const record = tooLong(forRecord);
	return { ...(them ? { forThem: them } : {}), ...(record ? { forRecord: record } : {}) };
}

export type Closed =
	| { kind: 'closed' }
	| { kind: 'wrong'; faults: ClosingFaults }
	/** A safeguarding lead has to read it first: that may be other than who closes it. */
	| { kind: 'not read yet' }
	| { kind: 'closed already' }
	| Refused;

/** Closes a concern that was read, with what was done: for the young person to read, and for the record. */
export async function closeConcern(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	given: Shown & { forThem: string; forRecord: string },
	now: Date
): Promise<Closed> {
	const [forThem, forRecord] = [typed(given.forThem), typed(given.forRecord)];
	const faults = faultsIn(forThem, forRecord);
	return changing(db, actor, given, now, async ({ writing, actor: by, concern, messages }): Promise<Closed> => {
		if (concern.closed_at !== null) return { kind: 'closed already' };
		if (forThem === null || Object.keys(faults).length > 0) return { kind: 'wrong', faults };
		const unread = messages.some(({ side, read_at }) => side === 'young person' && read_at === null);
		if (unread || concern.seen_at === null) return { kind: 'not read yet' };
		const at = now.toISOString();
		const entry: Closing = { forThem, forRecord, by: by.staffId, at };
		const closed = {
			closed_at: at,
			closed_by: by.staffId,
			// What was done is an answer.
			answer_by: null,
			closing_sealed: withEntry(keyring, concern, 'closing_sealed', readClosings, entry)
		};
		await writing.updateTable('concern').set(closed).where('id', '=', concern.id).execute();
		await record(writing, by, { what: 'concern closed', ...about(concern) }, now);
		await tellThem(writing, concern, `concern ${concern.id} closed ${at}`, now);
		return { kind: 'closed' };
	});
}

export type OpenedAgain = { kind: 'open again' } | { kind: 'open already' } | Refused;

/** Opens a closed concern again; what was said at its closing stays. Where they wrote last, an answer is due anew. */
export async function reopenConcern(db: Database, actor: Actor, given: Shown, now: Date): Promise<OpenedAgain> {
	const { 'clock: worrying message answered': clock } = await readSettings(db, ['clock: worrying message answered']);
	return changing(db, actor, given, now, async ({ writing, actor: by, concern, messages }): Promise<OpenedAgain> => {
		if (concern.closed_at === null) return { kind: 'open already' };
		const answer_by = messages.at(-1)?.side === 'young person' ? dueOn(dayOf(now), clock) : null;
		const open = { closed_at: null, closed_by: null, answer_by };
		await writing.updateTable('concern').set(open).where('id', '=', concern.id).execute();
		await record(writing, by, { what: 'concern opened again', ...about(concern) }, now);
		return { kind: 'open again' };
	});
}

export type Filed =
	| { kind: 'filed'; on: boolean }
	| { kind: 'wrong'; words: string }
	/** Without an account there is no child whose record it could be on. */
	| { kind: 'nobody’s record' }
	| Refused;

/**
 * Puts a concern on the child's record at the council, or takes it off again: a safeguarding lead's decision, with why.
 * On it the law keeps it until the 75th birthday (Care Planning, Placement and Case Review Regulations 2010, reg. 50).
 */
export async function putOnFile(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	given: Shown & { on: boolean; why: string },
	now: Date
): Promise<Filed> {
	const why = typed(given.why);
	return changing(db, actor, given, now, async ({ writing, actor: by, concern, reach }): Promise<Filed> => {
		if (!reach.everything) return { kind: 'not theirs' };
		if (why === null || why.length < WHY.least)
			return { kind: 'wrong', words: `Write a sentence why, of at least ${WHY.least} letters.` };
		if (why.length > WHY.most) return { kind: 'wrong', words: `Please keep the reason to ${WHY.most} letters.` };
		if (concern.young_person_id === null) return { kind: 'nobody’s record' };
		const on = flag(given.on);
		if (concern.on_file === on) return { kind: 'filed', on: given.on };
		const entry: OnFile = { on: given.on, why, by: by.staffId, at: now.toISOString() };
		const on_file_sealed = withEntry(keyring, concern, 'on_file_sealed', readOnFile, entry);
		await writing.updateTable('concern').set({ on_file: on, on_file_sealed }).where('id', '=', concern.id).execute();
		await record(writing, by, { what: 'concern put on file', ...about(concern), detail: { on: given.on } }, now);
		return { kind: 'filed', on: given.on };
	});
}
