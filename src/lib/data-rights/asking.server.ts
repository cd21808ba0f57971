/*
 * Asking: for a copy, for erasing, and complaining, by a young person, by somebody without an account, or written down by
 * staff. The request, the record and the notices stand in one transaction. Answering is answering.server.ts.
 */
import { NOBODY, record, type Recording } from '#lib/audit/record.server.ts';
import type { Actor, YoungPersonSignedIn } from '#lib/auth/actor.ts';
import { drawEntryCode, type DrawnCode } from '#lib/auth/entry-codes.server.ts';
import { guessLimit } from '#lib/auth/guesses.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, DataRequestTable, Writing } from '#lib/database/schema.ts';
import { childKnown } from '#lib/people/kept.server.ts';
import { hashOf } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { bytesOfCode, codeOfSending, CODES_TRIED, type Sending } from '#lib/secrets/once.server.ts';
import { readSettings } from '#lib/settings/settings.server.ts';
import { mayAnswer } from './answerer.ts';
import { worksWithThem } from './answerers.server.ts';
import { dueOn, type RequestGiven, type RequestKind } from './request.ts';
import { sealRequest } from './sealing.server.ts';
import { tellLeads } from './told.server.ts';

/** Complaints without an account, of everybody together: nobody is known by an address, and somebody must read them all. */
const OPEN_COMPLAINTS = { points: 60, seconds: 3600 };
/** So long the browser that complained hears its code again: for a second tap, not for whoever has the device next. */
const TOLD_AGAIN_MS = 20 * 60_000;

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

type Stored = 'stored' | 'there already' | 'code taken';

async function store(
	writing: Writing,
	row: DataRequestTable,
	{ actor, youngPersonId }: Asking,
	now: Date
): Promise<Stored> {
	const stored = await writing
		.insertInto('data_request')
		.values(row)
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	if (!stored.numInsertedOrUpdatedRows) {
		const same = await writing.selectFrom('data_request').select('id').where('id', '=', row.id).executeTakeFirst();
		return same ? 'there already' : 'code taken';
	}
	const subject = { kind: 'data request', id: row.id } as const;
	const person = youngPersonId === null ? {} : { person: youngPersonId };
	await record(writing, actor, { what: 'data request made', subject, ...person, detail: { kind: row.kind } }, now);
	// Its moment too: a page left open asks again for what was erased since, and that is told again.
	const once = `data request ${row.id} waiting ${row.asked_at}`;
	await tellLeads(writing, { what: 'data request waiting', once, about: youngPersonId }, now);
	return 'stored';
}

const idOf = (youngPersonId: string | null, once: string): string =>
	hashOf(`data request ${youngPersonId ?? ''} ${once}`).slice(0, 22);

async function ask(
	db: Database,
	keyring: Keyring,
	asking: Asking,
	now: Date,
	drawn: DrawnCode | null = null
): Promise<Asked | { kind: 'code taken' }> {
	const { kind, youngPersonId, askedBy, given, once } = asking;
	const id = idOf(youngPersonId, once);
	const due = await dueDay(db, kind, dayOf(now));
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
	const stored = await inTransaction(db, async (writing): Promise<Stored> => {
		if (kind !== 'complaint' && youngPersonId !== null && (await waiting(writing, youngPersonId, kind)))
			return 'there already';
		return store(writing, row, asking, now);
	});
	if (stored === 'stored') return { kind: 'asked', id, dueOn: due, code: drawn?.printed ?? null };
	return { kind: stored === 'code taken' ? stored : 'asked already' };
}

/** The same for somebody whom we know: there is no code that could be taken. */
async function askKnown(db: Database, keyring: Keyring, asking: Asking, now: Date): Promise<Asked> {
	const asked = await ask(db, keyring, asking, now);
	if (asked.kind === 'code taken') throw new Error('a request without a code found it taken');
	return asked;
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
	return askKnown(db, keyring, { kind, youngPersonId, askedBy: 'young person', actor, given, once }, now);
};

/** The complaint that this form sent before, with its code for the browser that sent it; null when it sent none. */
async function complainedBefore(db: Database, keyring: Keyring, sending: Sending, now: Date): Promise<Asked | null> {
	const id = idOf(null, sending.once);
	const row = await db
		.selectFrom('data_request')
		.select(['selector', 'asked_at', 'due_on'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row) return null;
	const isFresh = now.getTime() - Date.parse(row.asked_at) < TOLD_AGAIN_MS;
	const code = isFresh ? codeOfSending(keyring, sending, row.selector) : null;
	return code === null ? { kind: 'asked already' } : { kind: 'asked', id, dueOn: row.due_on, code };
}

/** Somebody complains without an account; sent twice by one browser, it is one complaint with one code. */
export async function complainOpenly(
	db: Database,
	keyring: Keyring,
	given: RequestGiven,
	sending: Sending,
	now: Date
): Promise<Asked> {
	const before = await complainedBefore(db, keyring, sending, now);
	if (before) return before;
	const limit = guessLimit(db, keyring, OPEN_COMPLAINTS, () => now.getTime());
	const seconds = await limit.tryOnce('complaints about data');
	if (seconds !== null) return { kind: 'wait', seconds };
	const complaint = { kind: 'complaint', youngPersonId: null, askedBy: 'somebody', actor: NOBODY } as const;
	for (let attempt = 0; attempt < CODES_TRIED; attempt += 1) {
		const drawn = await drawEntryCode(bytesOfCode(keyring, sending, attempt));
		const asked = await ask(db, keyring, { ...complaint, given, once: sending.once }, now, drawn);
		if (asked.kind === 'asked already') return (await complainedBefore(db, keyring, sending, now)) ?? asked;
		if (asked.kind !== 'code taken') return asked;
	}
	throw new Error('every code that was drawn is somebody’s already');
}

/**
 * A safeguarding lead writes down what somebody asked by letter, by telephone or in person. Null: nobody has this number.
 * Of whom they work with themself another lead does.
 */
export async function writeDown(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	{ child, kind, words, once }: { child: string; kind: RequestKind; words: string | null; once: string },
	now: Date
): Promise<Asked | { kind: 'for another lead' } | null> {
	if (!mayAnswer(actor) || 'commandLine' in actor) return null;
	const youngPersonId = await childKnown(db, child);
	if (youngPersonId === null) return null;
	if (await worksWithThem(db, actor, youngPersonId)) return { kind: 'for another lead' };
	const given = { words, name: null, reply: null };
	return askKnown(db, keyring, { kind, youngPersonId, askedBy: actor.staffId, actor, given, once }, now);
}
