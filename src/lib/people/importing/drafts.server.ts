/*
 * Files that wait for a yes: sealed, one import at a time for each member of staff, only for them, an hour at most.
 * What the files would do is previews.server.ts.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Actor } from '#lib/auth/actor.ts';
import { dayOf, readDay } from '#lib/calendar/day.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { openRecord, sealRecord, type Place } from '#lib/secrets/records.server.ts';
import type { CsvFile } from '../csv-table.ts';
import { mayKeepRoster } from '../keepers.ts';
import type { ReturnFiles } from '../return.ts';

const HOUR_MS = 3_600_000;

/** An import that waits. */
export type Draft =
	{ kind: 'return'; /** ISO day. */ asOf: string; files: ReturnFiles } | { kind: 'details'; file: CsvFile };

/** What a form gives; a file that was not chosen is null. */
export type ImportGiven =
	| { kind: 'return'; asOf: string; files: Record<keyof ReturnFiles, CsvFile | null> }
	| { kind: 'details'; file: CsvFile | null };

export type Kept = { kind: 'kept'; id: string } | { kind: 'wrong'; reasons: string[] } | { kind: 'not allowed' };

const file = z.object({ name: z.string(), base64: z.string() });
const stored = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('return'), asOf: z.string(), files: z.record(z.string(), file) }),
	z.object({ kind: z.literal('details'), file })
]);

const place = (id: string): Place => ({ table: 'import_draft', id, column: 'sealed' });
const written = ({ name, bytes }: CsvFile) => ({ name, base64: Buffer.from(bytes).toString('base64') });
const readFile = ({ name, base64 }: z.output<typeof file>): CsvFile => ({ name, bytes: Buffer.from(base64, 'base64') });

function checked(given: ImportGiven, today: string): Draft | string[] {
	if (given.kind === 'details')
		return given.file ? { kind: 'details', file: given.file } : ['Choose the details file.'];
	const reasons: string[] = [];
	const asOf = readDay(given.asOf.trim());
	if (!asOf) reasons.push('Give the day that the return speaks of, such as 31/03/2027.');
	else if (asOf > today) reasons.push('The day that the return speaks of is in the future.');
	const { header, episodes, reviews, uasc, oc3 } = given.files;
	if (!header) reasons.push('Choose the HEADER file.');
	if (!episodes) reasons.push('Choose the EPISODES file.');
	if (!asOf || !header || !episodes || reasons.length > 0) return reasons;
	const files = { header, episodes, reviews: reviews ?? undefined, uasc: uasc ?? undefined, oc3: oc3 ?? undefined };
	return { kind: 'return', asOf, files };
}

function pack(draft: Draft): string {
	const files = draft.kind === 'return' ? Object.entries(draft.files).filter(([, one]) => one) : [];
	const plain =
		draft.kind === 'details'
			? { kind: draft.kind, file: written(draft.file) }
			: {
					kind: draft.kind,
					asOf: draft.asOf,
					files: Object.fromEntries(files.map(([name, one]) => [name, written(one as CsvFile)]))
				};
	return gzipSync(JSON.stringify(plain)).toString('base64');
}

function unpack(text: string): Draft {
	const plain = stored.parse(JSON.parse(gunzipSync(Buffer.from(text, 'base64')).toString()));
	if (plain.kind === 'details') return { kind: 'details', file: readFile(plain.file) };
	const files = Object.entries(plain.files).map(([name, one]) => [name, readFile(one)]);
	return { kind: 'return', asOf: plain.asOf, files: Object.fromEntries(files) as unknown as ReturnFiles };
}

/** Keeps files until their preview was answered; an earlier import of the same person is dropped. */
export async function keepImport(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	given: ImportGiven,
	now: Date
): Promise<Kept> {
	if (!mayKeepRoster(actor) || 'commandLine' in actor) return { kind: 'not allowed' };
	const draft = checked(given, dayOf(now));
	if (Array.isArray(draft)) return { kind: 'wrong', reasons: draft };
	const id = randomId();
	const row = { id, staff_id: actor.staffId, made_at: now.toISOString() };
	const sealed = sealRecord(keyring, place(id), pack(draft));
	await inTransaction(db, async (writing) => {
		await writing.deleteFrom('import_draft').where('staff_id', '=', actor.staffId).execute();
		await writing
			.insertInto('import_draft')
			.values({ ...row, sealed })
			.execute();
	});
	return { kind: 'kept', id };
}

/** The import with this id that waits for this actor; null when there is none, it is another's, or the hour is over. */
export async function importWaiting(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	now: Date
): Promise<Draft | null> {
	if (!mayKeepRoster(actor) || 'commandLine' in actor) return null;
	const row = await db
		.selectFrom('import_draft')
		.select('sealed')
		.where('id', '=', id)
		.where('staff_id', '=', actor.staffId)
		.where('made_at', '>', new Date(now.getTime() - HOUR_MS).toISOString())
		.executeTakeFirst();
	return row ? unpack(openRecord(keyring, place(id), row.sealed)) : null;
}

/** Drops whatever waits for this actor. */
export async function dropImports(db: Database, actor: Actor): Promise<void> {
	if ('commandLine' in actor) return;
	await db.deleteFrom('import_draft').where('staff_id', '=', actor.staffId).execute();
}

/** Drops what has waited for longer than an hour. */
export async function forgetOldImports(db: Database, now: Date): Promise<void> {
	await db
		.deleteFrom('import_draft')
		.where('made_at', '<=', new Date(now.getTime() - HOUR_MS).toISOString())
		.execute();
}
