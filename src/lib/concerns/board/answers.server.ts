/*
 * Answering a young person, and who looks after their concern. Each with its event and its notice in one transaction.
 */
import { record } from '#lib/audit/record.server.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { dayOf } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import { notify } from '#lib/notices/outbox.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { MOST_WORDS } from '../concern.ts';
import { tidyWords } from '../given.ts';
import { sealConcern } from '../sealing.server.ts';
import { changing, tellThem, type Refused, type Shown } from './changing.server.ts';
import { whoMaySee } from './reach.server.ts';
import { about } from './threads.server.ts';

/** Words as somebody typed them; null for none. Line ends of a browser count as one letter. */
export const typed = (words: string): string | null => tidyWords(words) || null;

export type Answered =
	| { kind: 'answered' }
	| { kind: 'no words' }
	| { kind: 'too long'; letters: number }
	/** It is closed: open it again first. */
	| { kind: 'closed' }
	| Refused;

/** Writes an answer beneath what the page had shown, and tells the young person that something waits. */
export async function answerConcern(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	given: Shown & { words: string },
	now: Date
): Promise<Answered> {
	const words = typed(given.words);
	return changing(db, actor, given, now, async ({ writing, actor: by, concern, messages }): Promise<Answered> => {
		if (words === null) return { kind: 'no words' };
		if (words.length > MOST_WORDS) return { kind: 'too long', letters: words.length };
		if (concern.closed_at !== null) return { kind: 'closed' };
		const [id, at] = [randomId(), now.toISOString()];
		const written = await writing
			.insertInto('concern_message')
			.values({
				id,
				concern_id: concern.id,
				place: (messages.at(-1)?.place ?? 0) + 1,
				at,
				side: 'staff',
				staff_id: by.staffId,
				words_sealed: sealConcern(keyring, 'words_sealed', id, concern.young_person_id, words),
				read_at: null
			})
			// Whoever wrote at the same moment has the place: their words are to be read first.
			.onConflict((conflict) => conflict.columns(['concern_id', 'place']).doNothing())
			.executeTakeFirst();
		if (!written.numInsertedOrUpdatedRows) return { kind: 'changed in between' };
		const answered = { answered_at: concern.answered_at ?? at, answer_by: null };
		await writing.updateTable('concern').set(answered).where('id', '=', concern.id).execute();
		await record(writing, by, { what: 'concern answered', ...about(concern) }, now);
		await tellThem(writing, concern, `message ${id}`, now);
		return { kind: 'answered' };
	});
}

export type Assigned =
	| { kind: 'assigned'; to: { id: string; name: string } }
	/** Not a colleague who may see it and whose account is in use. */
	| { kind: 'nobody can' }
	| Refused;

/** Gives a concern to somebody who may see it, oneself or a colleague; a colleague is told. */
export async function assignConcern(
	db: Database,
	actor: Actor,
	given: Shown & { to: string },
	now: Date
): Promise<Assigned> {
	return changing(db, actor, given, now, async ({ writing, actor: by, concern }): Promise<Assigned> => {
		const to = (await whoMaySee(writing, concern, dayOf(now))).find(({ id }) => id === given.to);
		if (!to) return { kind: 'nobody can' };
		const assigned: Assigned = { kind: 'assigned', to: { id: to.id, name: to.name } };
		if (concern.assigned_to === to.id) return assigned;
		await writing.updateTable('concern').set({ assigned_to: to.id }).where('id', '=', concern.id).execute();
		await record(writing, by, { what: 'concern assigned', ...about(concern), detail: { to: to.id } }, now);
		if (to.id !== by.staffId) {
			const once = `concern ${concern.id} given to ${to.id} ${now.toISOString()}`;
			await notify(writing, { to: { kind: 'staff', id: to.id }, what: 'concern waiting', once }, now);
		}
		return assigned;
	});
}
