/*
 * What is written down when somebody takes a release away as a file. The files themselves are in export.ts and csv.ts.
 */
import { record } from '#lib/audit/record.server.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';

/** Notes who took which release away, in which form. */
export async function noteExported(
	db: Database,
	actor: Actor,
	releaseId: string,
	form: 'JSON' | 'CSV' | 'JSON and CSV',
	now: Date
): Promise<void> {
	const subject = { kind: 'release', id: releaseId } as const;
	await inTransaction(db, (writing) => record(writing, actor, { what: 'exported', subject, detail: { form } }, now));
}
