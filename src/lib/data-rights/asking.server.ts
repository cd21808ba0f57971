/*
 * Asking: for a copy, for erasing, and complaining, by a young person, by somebody without an account, or written down by
 * staff. The request, the record and the notices stand in one transaction. Answering is answering.server.ts.
 */
import { NOBODY, record, type Recording } from '#lib/audit/record.server.ts';
import type { Actor, YoungPersonSignedIn } from '#lib/auth/actor.ts';
import { drawEntryCode } from '#lib/auth/entry-codes.server.ts';
import { guessLimit } from '#lib/auth/guesses.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, DataRequestTable, Writing } from '#lib/database/schema.ts';
import { childKnown } from '#lib/people/kept.server.ts';
import { hashOf } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { readSettings } from '#lib/settings/settings.server.ts';
import { mayAnswer } from './answerer.ts';
import { dueOn, type RequestGiven, type RequestKind } from './request.ts';
import { sealRequest } from './sealing.server.ts';
import { tellLeads } from './told.server.ts';

/** Complaints without an account, of everybody together: nobody is known by an address, and somebody must read them all. */
const OPEN_COMPLAINTS = { points: 60, seconds: 3600 };

export type Asked =
	/** `dueOn` is an ISO day; `code` opens the answer for who has no account. */
	| { kind: 'asked'; id: string; dueOn: string; code: string | null }
	/** The same form was sent before, or the same thing waits for its answer already. */
	| { kind: 'asked already' }
	| { kind: 'wait'; seconds: number };

interface Asking {
	kind: RequestKind;
	youngPersonId: string | null;
	askedBy: string;
	actor: Recording;
	given: RequestGiven;
	/** Drawn for the form: sent twice, it is one request. */
	once: string;
}

/** By when a request of a day must be answered, as the council has set its clocks. */
async function dueDay(db: Database, kind: RequestKind, today: string): Promise<string> {
	const keys = ['clock: data request', 'clock: complaint acknowledged'] as const;
	const clocks = await readSettings(db, keys);
	return dueOn(kind, today, clocks[kind === 'complaint' ? 'clock: complaint acknowledged' : 'clock: data request']);
}

async function store(writing: Writing, row: DataRequestTable, { actor, youngPersonId }: Asking, now: Date) {
	const stored = await writing
		.insertInto('data_request')
		.values(row)
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	if (!stored.numInsertedOrUpdatedRows) return false;
	const subject = { kind: 'data request', id: row.id } as const;
	const person = youngPersonId === null ? {} : { person: youngPersonId };
	await record(writing, actor, { what: 'data request made', subject, ...person, detail: { kind: row.kind } }, now);
	// Its moment too: a page left open asks again for what was erased since, and that is told again.
	await tellLeads(writing, 'data request waiting', `data request ${row.id} waiting ${row.asked_at}`, now);
	return true;
}

async function ask(db: Database, keyring: Keyring, asking: Asking, now: Date): Promise<Asked> {
	const { kind, youngPersonId, askedBy, given, once } = asking;
	const id = hashOf(`data request ${youngPersonId ?? ''} ${once}`).slice(0, 22);
	const due = await dueDay(db, kind, dayOf(now));
	const drawn = youngPersonId === null ? await drawEntryCode() : null;
	const row: DataRequestTable = {
		id,
		kind,
		young_person_id: youngPersonId,
		selector: drawn?.selector ?? null,
		verifier_hash: drawn?.verifierHash ?? null,
		asked_at: now.toISOString(),
		asked_by: askedBy,
		due_on: due,
		given_sealed: sealRequest(keyring, 'given_sealed', id, youngPersonId, JSON.stringify(given)),
		acknowledged_at: null,
		answered_at: null,
		answered_by: null,
		answer_sealed: null,
		copy_sealed: null,
		read_at: null
	};
	const stored = await inTransaction(db, async (writing) => {
		if (kind !== 'complaint' && youngPersonId !== null && (await waiting(writing, youngPersonId, kind))) return false;
		return store(writing, row, asking, now);
	});
	return stored ? { kind: 'asked', id, dueOn: due, code: drawn?.printed ?? null } : { kind: 'asked already' };
}

/** Whether such a request of theirs waits for its answer. */
async function waiting(db: Database, youngPersonId: string, kind: RequestKind): Promise<boolean> {
	const row = await db
		.selectFrom('data_request')
		.select('id')
		.where('young_person_id', '=', youngPersonId)
		.where('kind', '=', kind)
		.where('answered_at', 'is', null)
		.executeTakeFirst();
	return row !== undefined;
}

/** A young person asks: for a copy, for what only staff can erase, or complains. `words` may be null but for a complaint. */
export const askMyself = (
	db: Database,
	keyring: Keyring,
	{ youngPersonId, ...account }: YoungPersonSignedIn,
	{ kind, words, once }: { kind: RequestKind; words: string | null; once: string },
	now: Date
): Promise<Asked> => {
	const actor = { youngPersonId, ...account };
	const given = { words, name: null, reply: null };
	return ask(db, keyring, { kind, youngPersonId, askedBy: 'young person', actor, given, once }, now);
};

/** Somebody complains without an account. */
export async function complainOpenly(
	db: Database,
	keyring: Keyring,
	given: RequestGiven,
	once: string,
	now: Date
): Promise<Asked> {
	const limit = guessLimit(db, keyring, OPEN_COMPLAINTS, () => now.getTime());
	const seconds = await limit.tryOnce('complaints about data');
	if (seconds !== null) return { kind: 'wait', seconds };
	return ask(
		db,
		keyring,
		{ kind: 'complaint', youngPersonId: null, askedBy: 'somebody', actor: NOBODY, given, once },
		now
	);
}

/** A safeguarding lead writes down what somebody asked by letter, by telephone or in person. Null: nobody has this number. */
export async function writeDown(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	{ child, kind, words, once }: { child: string; kind: RequestKind; words: string | null; once: string },
	now: Date
): Promise<Asked | null> {
	if (!mayAnswer(actor) || 'commandLine' in actor) return null;
	const youngPersonId = await childKnown(db, child);
	if (youngPersonId === null) return null;
	const given = { words, name: null, reply: null };
	return ask(db, keyring, { kind, youngPersonId, askedBy: actor.staffId, actor, given, once }, now);
}
