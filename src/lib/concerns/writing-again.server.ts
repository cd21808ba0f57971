/*
 * A young person writes again in a thread of theirs: it is unseen again, with a clock of its own, and open again if it was
 * closed. Sending the first time is in asking.server.ts.
 */
import { NOBODY, record } from '#lib/audit/record.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { idOfSending } from '#lib/secrets/once.server.ts';
import { readSettings } from '#lib/settings/settings.server.ts';
import { about } from './board/threads.server.ts';
import { dueOn } from './concern.ts';
import { readWords } from './given.ts';
import { ownConcerns, type Whose } from './mine.server.ts';
import { sealConcern } from './sealing.server.ts';
import { countSending } from './sendings.server.ts';
import { tellStaff } from './told.server.ts';

export type WrittenAgain =
	{ kind: 'written' } | { kind: 'empty' | 'too long' } | { kind: 'not theirs' } | { kind: 'wait'; seconds: number };

/** Writes into the thread; a second time by the same form it is the same message. `once` was drawn for the form. */
export async function writeAgain(
	db: Database,
	keyring: Keyring,
	whose: Whose,
	{ id, words, once }: { id: string; words: string; once: string },
	now: Date
): Promise<WrittenAgain> {
	const read = readWords(words);
	if ('fault' in read) return { kind: read.fault };
	const concern = await ownConcerns(db, whose)
		.select('young_person_id')
		.where('concern.id', '=', id)
		.executeTakeFirst();
	if (!concern) return { kind: 'not theirs' };
	const message = idOfSending(keyring, 'message', id, once);
	if (await isThere(db, message)) return { kind: 'written' };
	const seconds = await countSending(db, keyring, `in ${id}`, { open: concern.young_person_id === null, now });
	if (seconds !== null) return { kind: 'wait', seconds };
	const clocks = await readSettings(db, ['clock: worrying message', 'clock: worrying message answered']);
	const words_sealed = sealConcern(keyring, 'words_sealed', message, concern.young_person_id, read.words);
	const due = dueOn(dayOf(now), clocks['clock: worrying message']);
	const answerBy = dueOn(dayOf(now), clocks['clock: worrying message answered']);
	return inTransaction(db, (writing) => append(writing, whose, { id, message, words_sealed, due, answerBy }, now));
}

async function isThere(db: Database, message: string): Promise<boolean> {
	const row = await db.selectFrom('concern_message').select('id').where('id', '=', message).executeTakeFirst();
	return row !== undefined;
}

interface Again {
	id: string;
	message: string;
	words_sealed: string;
	/** ISO days: read, and answered, by the end of it. */
	due: string;
	answerBy: string;
}

async function append(
	writing: Writing,
	whose: Whose,
	{ id, message, words_sealed, due, answerBy }: Again,
	now: Date
): Promise<WrittenAgain> {
	const mine = ownConcerns(writing, whose).selectAll('concern').where('concern.id', '=', id);
	const row = await exclusiveLock(mine, writing).executeTakeFirst();
	if (!row) return { kind: 'not theirs' };
	if (await isThere(writing, message)) return { kind: 'written' };
	const last = await writing
		.selectFrom('concern_message')
		.select((one) => one.fn.max('place').as('place'))
		.where('concern_id', '=', id)
		.executeTakeFirst();
	const place = Number(last?.place ?? 0) + 1;
	const at = now.toISOString();
	await writing
		.insertInto('concern_message')
		.values({
			id: message,
			concern_id: id,
			place,
			at,
			side: 'young person',
			staff_id: null,
			words_sealed,
			read_at: null
		})
		.execute();
	// What nobody has looked at, or answered, keeps the earlier day: writing more must not make a child wait longer.
	const waits = row.seen_at === null && row.closed_at === null;
	await writing
		.updateTable('concern')
		.set({
			due_on: waits ? row.due_on : due,
			answer_by: row.answer_by ?? answerBy,
			seen_at: null,
			seen_by: null,
			answered_at: null,
			closed_at: null,
			closed_by: null
		})
		.where('id', '=', id)
		.execute();
	const by = 'concern' in whose ? NOBODY : whose;
	await record(writing, by, { what: 'concern sent', ...about(row), detail: { again: place } }, now);
	const told = { what: 'concern written to', once: `message ${message} ${at}` } as const;
	await tellStaff(writing, { ...row, closed_at: null }, told, now);
	return { kind: 'written' };
}
