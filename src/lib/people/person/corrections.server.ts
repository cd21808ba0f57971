/*
 * Correcting one young person by hand. What a form may give is decided in correction.ts; every change is recorded by the
 * names of its fields, never by what was in them.
 */
import { record } from '#lib/audit/record.server.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { hashOf } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { TheirPerson } from '../caseloads.server.ts';
import {
	changedFields,
	correctableBy,
	FIELD_WORDS,
	readCorrection,
	type Correctable,
	type Field
} from './correction.ts';
import { openRecordOf, type OpenedRecord } from './reasons.server.ts';
import { colleagueFaults, storedCorrectable, writeCorrectable } from './records.server.ts';

const stateOf = (stored: Correctable): string => hashOf(JSON.stringify(stored));

export interface Correcting {
	person: TheirPerson;
	stored: Correctable;
	/** What the actor may correct. */
	may: readonly Field[];
	/** Stands for what the page showed; given back with the correction. */
	seen: string;
}

export type CorrectionFound = ({ kind: 'found' } & Correcting) | Exclude<OpenedRecord, { kind: 'theirs' }>;

/** What an actor may correct of a young person, as it is now; 'not theirs' as well when nothing may be. */
export async function correctionOf(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	now: Date
): Promise<CorrectionFound> {
	const found = await openRecordOf(db, keyring, actor, id, now);
	// Who may correct nothing of them is not asked why either.
	if (found.kind === 'needs reason') return correctableBy(actor, []).length > 0 ? found : { kind: 'not theirs' };
	if (found.kind === 'not theirs') return found;
	const { person } = found;
	const may = correctableBy(actor, person.ties);
	if (may.length === 0) return { kind: 'not theirs' };
	const stored = await storedCorrectable(db, found);
	return { kind: 'found', person, stored, may, seen: stateOf(stored) };
}

export type Corrected =
	| { kind: 'corrected'; fields: Field[] }
	| { kind: 'wrong'; reasons: string[] }
	/** Somebody else was quicker; nothing was written. The fields in which the two differ. */
	| { kind: 'changed meanwhile'; fields: Field[] }
	| Exclude<OpenedRecord, { kind: 'theirs' }>;

/**
 * Writes a correction: of the fields that the actor may change, those that differ. `seen` is what `correctionOf` gave;
 * when something was changed since, nothing is overwritten.
 */
export async function correct(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	given: Readonly<Record<string, unknown>>,
	seen: string,
	now: Date
): Promise<Corrected> {
	const today = dayOf(now);
	return inTransaction(db, async (writing): Promise<Corrected> => {
		// Two who save at once wait for one another, so that the second sees what the first has written.
		await exclusiveLock(writing.selectFrom('young_person').select('id').where('id', '=', id), writing).execute();
		const found = await correctionOf(writing, keyring, actor, id, now);
		if (found.kind !== 'found') return found;
		const read = readCorrection(given, found.may, today);
		if (read.kind === 'wrong') return read;
		const reasons = await colleagueFaults(writing, read.given, found.stored);
		if (reasons.length > 0) return { kind: 'wrong', reasons };
		const fields = changedFields(found.stored, read.given);
		if (seen !== found.seen) return { kind: 'changed meanwhile', fields };
		if (fields.length === 0) return { kind: 'corrected', fields };
		await writeCorrectable(writing, keyring, id, { ...found.stored, ...read.given }, fields, today);
		const detail = { fields: fields.map((field) => FIELD_WORDS[field]).join(', ') };
		const subject = { kind: 'young person', id } as const;
		await record(writing, actor, { what: 'young person corrected', subject, detail }, now);
		return { kind: 'corrected', fields };
	});
}
