/*
 * Keeping a council's recordings: adding, replacing and removing them, each with its line in the record, and finding those
 * of a page. What may be recorded, and what a sound is, are rules beside this file.
 */
import { z } from 'zod';
import type { Actor } from '#lib/auth/actor.ts';
import { nameAndAddressOf } from '#lib/auth/staff/accounts.server.ts';
import { record } from '#lib/audit/record.server.ts';
import { chunks } from '#lib/database/chunks.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { Language } from '#lib/i18n/translate.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { mayRecord, readSound, SOUND_TYPES, textHashOf, type NoSound } from './recording.ts';
import { allTexts } from './texts.ts';

export type Added =
	| { kind: 'added' | 'replaced'; id: string }
	| { kind: 'refused'; reason: NoSound | 'not asked' }
	| { kind: 'not allowed' };

/** Text → id of its recording, for those that have one. */
export type RecordedTexts = Record<string, string>;

async function recordingOf(writing: Writing, hash: string, language: Language) {
	return writing
		.selectFrom('recording')
		.select(['id', 'words'])
		.where('text_hash', '=', hash)
		.where('language', '=', language)
		.executeTakeFirst();
}

/** Puts a sound to a text that the survey asks, in place of an earlier one. */
export async function addRecording(
	db: Database,
	actor: Actor,
	{ text, language, sound }: { text: string; language: Language; sound: Uint8Array },
	now: Date
): Promise<Added> {
	if (!mayRecord(actor)) return { kind: 'not allowed' };
	if (!allTexts(language).includes(text)) return { kind: 'refused', reason: 'not asked' };
	const read = readSound(sound);
	if ('fault' in read) return { kind: 'refused', reason: read.fault };
	const hash = textHashOf(text, language);
	const fresh = {
		id: randomId(),
		words: text,
		type: read.type,
		bytes: sound.length,
		sound: Buffer.from(sound).toString('base64'),
		added_at: now.toISOString(),
		added_by: 'staffId' in actor ? actor.staffId : actor.name
	};
	return inTransaction(db, async (writing) => {
		const before = await recordingOf(writing, hash, language);
		await writing
			.insertInto('recording')
			.values({ ...fresh, text_hash: hash, language })
			.onConflict((conflict) => conflict.columns(['text_hash', 'language']).doUpdateSet(fresh))
			.execute();
		const detail = { language, type: read.type, bytes: sound.length, replaced: before?.id ?? null };
		const subject = { kind: 'recording', id: fresh.id } as const;
		await record(writing, actor, { what: 'recording added', subject, detail }, now);
		return { kind: before ? 'replaced' : 'added', id: fresh.id };
	});
}

export type Removed = { kind: 'removed'; words: string } | { kind: 'not found' } | { kind: 'not allowed' };

/** Takes a recording away; its text falls silent. */
export async function removeRecording(db: Database, actor: Actor, id: string, now: Date): Promise<Removed> {
	if (!mayRecord(actor)) return { kind: 'not allowed' };
	return inTransaction(db, async (writing) => {
		const gone = await writing.deleteFrom('recording').where('id', '=', id).returning('words').executeTakeFirst();
		if (!gone) return { kind: 'not found' };
		const subject = { kind: 'recording', id } as const;
		await record(writing, actor, { what: 'recording removed', subject }, now);
		return { kind: 'removed', words: gone.words };
	});
}

/** Which of these texts have a recording. */
export async function recordedOf(db: Database, texts: readonly string[], language: Language): Promise<RecordedTexts> {
	const ids = new Map<string, string>();
	const hashes = new Map(texts.map((text) => [text, textHashOf(text, language)]));
	for (const some of chunks([...new Set(hashes.values())])) {
		const rows = await db
			.selectFrom('recording')
			.select(['id', 'text_hash'])
			.where('language', '=', language)
			.where('text_hash', 'in', some)
			.execute();
		for (const row of rows) ids.set(row.text_hash, row.id);
	}
	const found = [...hashes].flatMap(([text, hash]) => {
		const id = ids.get(hash);
		return id === undefined ? [] : [[text, id] as const];
	});
	return Object.fromEntries(found);
}

const soundRow = z.object({ type: z.enum(SOUND_TYPES), sound: z.base64() });

/** The sound behind an address, for everybody who has it; null where there is none. */
export async function soundOf(
	db: Database,
	id: string
): Promise<{ type: string; sound: Uint8Array<ArrayBuffer> } | null> {
	const row = await db.selectFrom('recording').select(['type', 'sound']).where('id', '=', id).executeTakeFirst();
	if (!row) return null;
	const { type, sound } = soundRow.parse(row);
	return { type, sound: new Uint8Array(Buffer.from(sound, 'base64')) };
}

/** A recording as staff see it. */
export interface Recording {
	id: string;
	textHash: string;
	words: string;
	bytes: number;
	at: Date;
	by: string;
}

/** Every recording in a language, without its sound; none for whoever may not record. */
export async function recordingsIn(db: Database, actor: Actor, language: Language): Promise<Recording[]> {
	if (!mayRecord(actor)) return [];
	const rows = await db
		.selectFrom('recording')
		.select(['id', 'text_hash', 'words', 'bytes', 'added_at', 'added_by'])
		.where('language', '=', language)
		.orderBy('added_at')
		.orderBy('id')
		.execute();
	const names = new Map<string, string>();
	for (const id of new Set(rows.map(({ added_by }) => added_by))) {
		names.set(id, (await nameAndAddressOf(db, id))?.name ?? 'Somebody who has left');
	}
	return rows.map((row) => ({
		id: row.id,
		textHash: row.text_hash,
		words: row.words,
		bytes: row.bytes,
		at: new Date(row.added_at),
		by: names.get(row.added_by) ?? ''
	}));
}
