/*
 * The copy of everything held about somebody: collecting it, keeping what was decided by hand, and giving it. What is given
 * has nothing of what was hidden; what was collected and not given is nobody's to read but the safeguarding lead's.
 */
import { record } from '#lib/audit/record.server.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, DataRequestTable } from '#lib/database/schema.ts';
import { otherNames, preferredNameOf, subjectOf } from '#lib/people/kept.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { eventOf, rowOf, unanswered, writeAnswer } from '../answering.server.ts';
import { forOthersEyes } from './eyes.ts';
import {
	copyOf,
	decide,
	draftOf,
	givenFrom,
	notLooked,
	textsOf,
	type Copy,
	type CopyDraft,
	type Decided
} from './copy.ts';
import { heldAbout } from '../holders.server.ts';
import { suggestedNames } from './redaction.ts';
import { openRequestText, sealRequest } from '../sealing.server.ts';

export type CopyDone =
	| { kind: 'done' }
	/** So many entries nobody has looked through. */
	| { kind: 'not looked through'; count: number }
	| { kind: 'not theirs' };

const opened = (keyring: Keyring, { id, young_person_id, copy_sealed }: DataRequestTable): Copy | null =>
	copy_sealed === null ? null : copyOf(openRequestText(keyring, 'copy_sealed', id, young_person_id, copy_sealed));

const sealed = (keyring: Keyring, { id, young_person_id }: DataRequestTable, copy: Copy) => ({
	copy_sealed: sealRequest(keyring, 'copy_sealed', id, young_person_id, JSON.stringify(copy))
});

/** Collects everything, in the place of what was collected before; nothing is decided yet. */
export async function collectCopy(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	now: Date
): Promise<CopyDone> {
	const row = await rowOf(db, actor, id);
	const waits = row?.kind === 'copy' && row.answered_at === null;
	const subject = waits && row.young_person_id ? await subjectOf(db, row.young_person_id) : null;
	if (!row || !subject) return { kind: 'not theirs' };
	const sections = forOthersEyes(await heldAbout(db, keyring, subject));
	const suggested = suggestedNames(textsOf(sections), {
		own: [(await preferredNameOf(db, keyring, subject.id)) ?? ''],
		staff: (await colleaguesOf(db, 'council')).map(({ name }) => name),
		others: await otherNames(db, keyring, subject.id)
	});
	const columns = sealed(keyring, row, draftOf(sections, suggested, now.toISOString()));
	await inTransaction(db, async (writing) => {
		await writing
			.updateTable('data_request')
			.set(columns)
			.where('id', '=', id)
			.where('answered_at', 'is', null)
			.execute();
		const event = eventOf('data request opened', row);
		await record(writing, actor, { ...event, detail: { ...event.detail, collected: true } }, now);
	});
	return { kind: 'done' };
}

/** What was collected, while it is looked through; null when there is none for this actor. */
export async function draftFor(db: Database, keyring: Keyring, actor: Actor, id: string): Promise<CopyDraft | null> {
	const row = await rowOf(db, actor, id);
	const copy = row ? opened(keyring, row) : null;
	return copy?.state === 'draft' ? copy : null;
}

/** Keeps what was decided by hand. */
export async function keepDecided(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	{ hide, entries }: { hide: string[]; entries: Readonly<Record<string, Decided>> }
): Promise<CopyDone> {
	return inTransaction(db, async (writing): Promise<CopyDone> => {
		const row = await unanswered(writing, actor, id);
		const copy = row ? opened(keyring, row) : null;
		if (!row || copy?.state !== 'draft') return { kind: 'not theirs' };
		const columns = sealed(keyring, row, decide(copy, hide, entries));
		await writing.updateTable('data_request').set(columns).where('id', '=', id).execute();
		return { kind: 'done' };
	});
}

/** Gives the copy, once every entry was looked through: what was hidden is gone from it for good. */
export async function giveCopy(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	words: string,
	now: Date
): Promise<CopyDone> {
	return inTransaction(db, async (writing): Promise<CopyDone> => {
		const row = await unanswered(writing, actor, id);
		const copy = row ? opened(keyring, row) : null;
		if (!row || copy?.state !== 'draft') return { kind: 'not theirs' };
		const count = notLooked(copy);
		if (count > 0) return { kind: 'not looked through', count };
		const columns = sealed(keyring, row, givenFrom(copy, now.toISOString()));
		await writing.updateTable('data_request').set(columns).where('id', '=', id).execute();
		await writeAnswer(writing, keyring, actor, row, words, now);
		return { kind: 'done' };
	});
}
