/*
 * Answering what people asked about their own data: the list, opening one, saying that it came, answering. Everything is
 * for a safeguarding lead who does not work with whom it is about; for anybody else there is nothing. The copy itself is
 * copies.server.ts.
 */
import { record } from '#lib/audit/record.server.ts';
import type { Recorded } from '#lib/audit/event.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, DataRequestTable, Writing } from '#lib/database/schema.ts';
import { preferredNameOf, subjectOf } from '#lib/people/kept.server.ts';
import { worksWith } from '#lib/people/workers/covering.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { mayAnswer } from './answerer.ts';
import { mayAnswerAbout } from './answerers.server.ts';
import type { Refusal } from './held.ts';
import { refusalsFor } from './holders.server.ts';
import {
	clockRuns,
	givenOf,
	isOverdue,
	stateOf,
	type RequestGiven,
	type RequestKind,
	type RequestState
} from './request.ts';
import { openRequestText, sealRequest } from './sealing.server.ts';
import { tellThem } from './told.server.ts';

/** One line of the list: no name and no words. */
export interface Listed {
	id: string;
	kind: RequestKind;
	askedAt: string;
	dueOn: string;
	state: RequestState;
	clockRuns: boolean;
	overdue: boolean;
	hasAccount: boolean;
	/** The actor works with them: another safeguarding lead answers, and nothing of it is shown. */
	forAnother: boolean;
}

const listed = (row: DataRequestTable, today: string, forAnother = false): Listed => ({
	id: row.id,
	kind: row.kind as RequestKind,
	askedAt: row.asked_at,
	dueOn: row.due_on,
	state: stateOf(row),
	clockRuns: clockRuns(row),
	overdue: isOverdue(row, today),
	hasAccount: row.young_person_id !== null,
	forAnother
});

const rank = (one: Listed) => (one.state === 'answered' ? 2 : one.clockRuns ? 0 : 1);

/** Every request, what is due first before what is answered; nothing for whoever does not answer. */
export async function requestsFor(db: Database, actor: Actor, today: string): Promise<Listed[]> {
	if (!mayAnswer(actor)) return [];
	const rows = await db.selectFrom('data_request').selectAll().execute();
	const own = 'commandLine' in actor ? [] : await worksWith(db, actor.staffId);
	return rows
		.map((row) => listed(row, today, own.includes(row.young_person_id ?? '')))
		.sort((one, other) => rank(one) - rank(other) || one.dueOn.localeCompare(other.dueOn));
}

/** The row, for who may answer it; undefined for anybody else. */
export async function rowOf(db: Database, actor: Actor, id: string): Promise<DataRequestTable | undefined> {
	if (!mayAnswer(actor)) return undefined;
	const row = await db.selectFrom('data_request').selectAll().where('id', '=', id).executeTakeFirst();
	return row && (await mayAnswerAbout(db, actor, row.young_person_id)) ? row : undefined;
}

/** Whether there is such a request for this actor. */
export const isThere = async (db: Database, actor: Actor, id: string): Promise<boolean> =>
	(await rowOf(db, actor, id)) !== undefined;

/** A request as the one who answers it reads it. */
export interface Opened extends Listed {
	youngPersonId: string | null;
	/** How they like to be called; null where nobody wrote it down. */
	name: string | null;
	given: RequestGiven;
	acknowledgedAt: string | null;
	answeredAt: string | null;
	answer: string | null;
	readAt: string | null;
	/** For an erasure: what would stay, and why. */
	stays: Refusal[];
	/** For a copy: whether it was collected, and whether it was given. */
	copy: 'none' | 'collected';
}

/** The event of a request, with whom it is about. */
export function eventOf(what: Recorded, row: Pick<DataRequestTable, 'id' | 'kind' | 'young_person_id'>) {
	const person = row.young_person_id === null ? {} : { person: row.young_person_id };
	return { what, subject: { kind: 'data request' as const, id: row.id }, ...person, detail: { kind: row.kind } };
}

/** Opens a request, which is recorded; null when there is none for this actor. */
export async function openRequest(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	now: Date,
	today: string
): Promise<Opened | null> {
	const row = await rowOf(db, actor, id);
	if (!row) return null;
	const owner = row.young_person_id;
	await inTransaction(db, (writing) => record(writing, actor, eventOf('data request opened', row), now));
	const given = givenOf(openRequestText(keyring, 'given_sealed', id, owner, row.given_sealed));
	const subject = owner === null || row.kind !== 'erasure' ? null : await subjectOf(db, owner);
	return {
		...listed(row, today),
		youngPersonId: owner,
		name: owner === null ? given.name : await preferredNameOf(db, keyring, owner),
		given,
		acknowledgedAt: row.acknowledged_at,
		answeredAt: row.answered_at,
		answer: row.answer_sealed && openRequestText(keyring, 'answer_sealed', id, owner, row.answer_sealed),
		readAt: row.read_at,
		stays: subject ? await refusalsFor(db, subject, today) : [],
		copy: row.copy_sealed === null ? 'none' : 'collected'
	};
}

/** The row, held for this transaction, while it is not answered; undefined otherwise. */
export async function unanswered(writing: Writing, actor: Actor, id: string): Promise<DataRequestTable | undefined> {
	if (!mayAnswer(actor)) return undefined;
	const waits = writing.selectFrom('data_request').selectAll().where('id', '=', id).where('answered_at', 'is', null);
	const row = await exclusiveLock(waits, writing).executeTakeFirst();
	return row && (await mayAnswerAbout(writing, actor, row.young_person_id)) ? row : undefined;
}

export type Done = { kind: 'done' } | { kind: 'done before' } | { kind: 'not theirs' };

async function whyNot(writing: Writing, actor: Actor, id: string): Promise<Done> {
	return { kind: (await rowOf(writing, actor, id)) ? 'done before' : 'not theirs' };
}

/** Says to them that their request came. */
export async function acknowledge(db: Database, actor: Actor, id: string, now: Date): Promise<Done> {
	return inTransaction(db, async (writing): Promise<Done> => {
		const row = await unanswered(writing, actor, id);
		if (!row || row.acknowledged_at !== null) return whyNot(writing, actor, id);
		await writing
			.updateTable('data_request')
			.set({ acknowledged_at: now.toISOString() })
			.where('id', '=', id)
			.execute();
		await record(writing, actor, eventOf('data request acknowledged', row), now);
		if (row.young_person_id) await tellThem(writing, row.young_person_id, `data request ${id} acknowledged`, now);
		return { kind: 'done' };
	});
}

/** Writes the answer in the transaction of whatever it answers with; it is read in their account, or by their code. */
export async function writeAnswer(
	writing: Writing,
	keyring: Keyring,
	actor: Actor,
	row: DataRequestTable,
	words: string,
	now: Date
): Promise<void> {
	const at = now.toISOString();
	await writing
		.updateTable('data_request')
		.set({
			acknowledged_at: row.acknowledged_at ?? at,
			answered_at: at,
			answered_by: 'commandLine' in actor ? null : actor.staffId,
			answer_sealed: sealRequest(keyring, 'answer_sealed', row.id, row.young_person_id, words)
		})
		.where('id', '=', row.id)
		.execute();
	await record(writing, actor, eventOf('data request answered', row), now);
	if (row.young_person_id) await tellThem(writing, row.young_person_id, `data request ${row.id} answered`, now);
}

/** Answers a complaint or an erasure in words; a copy is given instead, or refused in words. */
export async function answer(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	words: string,
	now: Date
): Promise<Done> {
	return inTransaction(db, async (writing): Promise<Done> => {
		const row = await unanswered(writing, actor, id);
		if (!row) return whyNot(writing, actor, id);
		await writeAnswer(writing, keyring, actor, row, words, now);
		// What was collected and not given has no use any more.
		await writing.updateTable('data_request').set({ copy_sealed: null }).where('id', '=', id).execute();
		return { kind: 'done' };
	});
}
