/*
 * Concerns as rows, as a young person's sending leaves them, for tests of the staff's side: no page, no hashing.
 */
import type { Given, Topic, Wish } from '#lib/concerns/concern.ts';
import { sealConcern } from '#lib/concerns/sealing.server.ts';
import { flag } from '#lib/database/flag.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';

export interface Sent {
	/** young_person.id; null without an account. */
	person?: string | null;
	words?: string;
	topic?: Topic;
	wish?: Wish;
	aboutWorker?: boolean;
	workerId?: string | null;
	given?: Partial<Given>;
	at: Date;
	/** ISO day. */
	dueOn: string;
	/** ISO day by which it must be answered; null for no clock. */
	answerBy?: string | null;
}

/** Writes one, and gives its id. */
export async function sentConcern(db: Database, keyring: Keyring, sent: Sent): Promise<string> {
	const { person = null, words = 'I want to talk to somebody.', topic = 'family', wish = 'safeguarding lead' } = sent;
	const [id, message] = [randomId(), randomId()];
	const given: Given = { name: null, reply: 'here', address: null, safeWhen: null, ...sent.given };
	await db
		.insertInto('concern')
		.values({
			id,
			young_person_id: person,
			selector: null,
			verifier_hash: null,
			made_at: sent.at.toISOString(),
			wish,
			topic,
			about_worker: flag(sent.aboutWorker ?? false),
			worker_id: sent.workerId ?? null,
			given_sealed: sealConcern(keyring, 'given_sealed', id, person, JSON.stringify(given)),
			due_on: sent.dueOn,
			answer_by: sent.answerBy ?? null,
			seen_at: null,
			seen_by: null,
			answered_at: null,
			assigned_to: null,
			closed_at: null,
			closed_by: null,
			closing_sealed: null,
			on_file: 0,
			on_file_sealed: null
		})
		.execute();
	await writtenBy(db, keyring, { concern: id, person, message, words, at: sent.at, place: 1 });
	return id;
}

/** What a young person writes beneath; unseen again, with a due day where one is given. */
export async function writtenBy(
	db: Database,
	keyring: Keyring,
	one: {
		concern: string;
		person: string | null;
		words: string;
		at: Date;
		place: number;
		message?: string;
		dueOn?: string;
		answerBy?: string;
	}
): Promise<void> {
	const id = one.message ?? randomId();
	await db
		.insertInto('concern_message')
		.values({
			id,
			concern_id: one.concern,
			place: one.place,
			at: one.at.toISOString(),
			side: 'young person',
			staff_id: null,
			words_sealed: sealConcern(keyring, 'words_sealed', id, one.person, one.words),
			read_at: null
		})
		.execute();
	if (!one.dueOn) return;
	const answer = one.answerBy === undefined ? {} : { answer_by: one.answerBy };
	const unseen = { ...answer, seen_at: null, seen_by: null, due_on: one.dueOn, closed_at: null, closed_by: null };
	await db.updateTable('concern').set(unseen).where('id', '=', one.concern).execute();
}

/** Takes every concern out again, and the notices of them. */
export async function withoutConcerns(db: Database): Promise<void> {
	for (const table of ['concern_escalation', 'concern_message', 'concern', 'notice'] as const)
		await db.deleteFrom(table).execute();
}
