/*
 * Reading one's own requests, the answers and the copy: by whoever has the account, or typed the code; and handing a copy
 * over on paper, by the safeguarding lead. Each file that leaves is recorded.
 */
import { record, type Recording } from '#lib/audit/record.server.ts';
import type { Actor, YoungPersonSignedIn } from '#lib/auth/actor.ts';
import { checkEntryCode, type CodeChecked } from '#lib/auth/entry-codes.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, DataRequestTable } from '#lib/database/schema.ts';
import { subjectOf } from '#lib/people/kept.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { eventOf, rowOf } from './answering.server.ts';
import { copyOf, type GivenCopy } from './copies/copy.ts';
import { forOwnEyes } from './copies/eyes.ts';
import { heldAbout } from './holders.server.ts';
import { givenOf, stateOf, type RequestKind, type RequestState } from './request.ts';
import { openRequestText } from './sealing.server.ts';

/** One's own request, as its asker reads it. */
export interface OwnRequest {
	id: string;
	kind: RequestKind;
	askedAt: string;
	dueOn: string;
	state: RequestState;
	words: string | null;
	answer: string | null;
	answeredAt: string | null;
	/** Whether there is a copy to read. */
	hasCopy: boolean;
	unread: boolean;
}

function ownOf(keyring: Keyring, row: DataRequestTable): OwnRequest {
	const { id, young_person_id: owner } = row;
	return {
		id,
		kind: row.kind as RequestKind,
		askedAt: row.asked_at,
		dueOn: row.due_on,
		state: stateOf(row),
		words: givenOf(openRequestText(keyring, 'given_sealed', id, owner, row.given_sealed)).words,
		answer: row.answer_sealed && openRequestText(keyring, 'answer_sealed', id, owner, row.answer_sealed),
		answeredAt: row.answered_at,
		hasCopy: row.answered_at !== null && row.copy_sealed !== null,
		unread: row.answered_at !== null && row.read_at === null
	};
}

const theirs = (db: Database, { youngPersonId }: YoungPersonSignedIn) =>
	db.selectFrom('data_request').selectAll().where('young_person_id', '=', youngPersonId);

/** One's own requests, latest first. */
export async function ownRequests(db: Database, keyring: Keyring, who: YoungPersonSignedIn): Promise<OwnRequest[]> {
	const rows = await theirs(db, who).orderBy('asked_at', 'desc').orderBy('id').execute();
	return rows.map((row) => ownOf(keyring, row));
}

async function noteRead(db: Database, row: DataRequestTable, now: Date): Promise<void> {
	if (row.answered_at === null || row.read_at !== null) return;
	await db.updateTable('data_request').set({ read_at: now.toISOString() }).where('id', '=', row.id).execute();
}

/** One of one's own requests, with its answer; null when it is not theirs. */
export async function ownRequest(
	db: Database,
	keyring: Keyring,
	who: YoungPersonSignedIn,
	id: string,
	now: Date
): Promise<OwnRequest | null> {
	const row = await theirs(db, who).where('id', '=', id).executeTakeFirst();
	if (!row) return null;
	await noteRead(db, row, now);
	return ownOf(keyring, row);
}

/** The request that a code belongs to, with its answer. */
export async function requestByCode(
	db: Database,
	keyring: Keyring,
	code: string,
	now: Date
): Promise<Exclude<CodeChecked<never>, { kind: 'right' }> | { kind: 'right'; request: OwnRequest }> {
	const find = async (selector: string) => {
		const row = await db.selectFrom('data_request').selectAll().where('selector', '=', selector).executeTakeFirst();
		return row?.verifier_hash ? { ...row, verifier_hash: row.verifier_hash } : null;
	};
	const checked = await checkEntryCode(db, keyring, 'codes', code, find, () => now.getTime());
	if (checked.kind !== 'right') return checked;
	await noteRead(db, checked.row, now);
	return { kind: 'right', request: ownOf(keyring, checked.row) };
}

function givenIn(keyring: Keyring, row: DataRequestTable | undefined): GivenCopy | null {
	if (!row?.copy_sealed || row.answered_at === null) return null;
	const copy = copyOf(openRequestText(keyring, 'copy_sealed', row.id, row.young_person_id, row.copy_sealed));
	return copy.state === 'given' ? copy : null;
}

/** A copy that was given, for whom it is about; null when it is not theirs, not given yet, or let go. */
export async function ownCopy(db: Database, keyring: Keyring, who: YoungPersonSignedIn, id: string) {
	return withOwn(db, keyring, who, givenIn(keyring, await theirs(db, who).where('id', '=', id).executeTakeFirst()));
}

/** What is for their eyes alone is put in as they read it. */
async function withOwn(db: Database, keyring: Keyring, { youngPersonId }: YoungPersonSignedIn, copy: GivenCopy | null) {
	const subject = copy && (await subjectOf(db, youngPersonId));
	return copy && subject ? forOwnEyes(copy, await heldAbout(db, keyring, subject)) : copy;
}

async function exported(db: Database, actor: Recording, row: DataRequestTable, format: string, now: Date) {
	const event = eventOf('exported', row);
	await inTransaction(db, (writing) =>
		record(writing, actor, { ...event, detail: { ...event.detail, format } }, now, 'council')
	);
}

/** The same for a file of it, which is recorded. */
export async function ownCopyFile(
	db: Database,
	keyring: Keyring,
	who: YoungPersonSignedIn,
	id: string,
	format: 'json' | 'pdf',
	now: Date
): Promise<GivenCopy | null> {
	const row = await theirs(db, who).where('id', '=', id).executeTakeFirst();
	const copy = givenIn(keyring, row);
	if (row && copy) await exported(db, who, row, format, now);
	return withOwn(db, keyring, who, copy);
}

/** A copy that was given, as a file to hand over, by who answers; recorded. Null when there is none for this actor. */
export async function copyToHandOver(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	format: 'json' | 'pdf',
	now: Date
): Promise<GivenCopy | null> {
	const row = await rowOf(db, actor, id);
	const copy = givenIn(keyring, row);
	if (row && copy) await exported(db, actor, row, format, now);
	return copy;
}
