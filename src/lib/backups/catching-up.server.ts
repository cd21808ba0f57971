/*
 * What a database from the past must learn before anybody uses it: the newest form, who was erased since, and that what was
 * under way then is over. Done before it is in place; putting it there is in restoring.server.ts.
 */
import type { Ledger } from '#lib/audit/ledger.server.ts';
import { record } from '#lib/audit/record.server.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { replayErasures } from '#lib/data-rights/erasures.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import { migrate } from '#lib/database/migrate.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { endLeases } from '#lib/jobs/restored.server.ts';
import { settleOldNotices } from '#lib/notices/restored.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { pairingOf } from '#lib/secrets/pairing.server.ts';
import { ownersWithoutKey } from '#lib/secrets/health/records.server.ts';
import type { Manifest } from './manifest.ts';
import { CannotRestore } from './refusal.ts';

export interface CaughtUp {
	/** Migrations that were newer than the backup. */
	applied: string[];
	/** People and things that were erased since the backup, and are erased again. */
	erasedAgain: number;
	/** Notices that waited in the backup and are not sent. */
	notSent: number;
	/** Young people whose keys are not there: what is sealed about them cannot be read. */
	unreadable: number;
}

/** Whether what is sealed in it was sealed with this keyring. */
export const isPairedWith = async (db: Database, keyring: Keyring): Promise<boolean> =>
	(await pairingOf(db, keyring)) === 'paired';

/** Brings a restored database up to now. @throws when the ledger was changed: nobody could say who was erased. */
export async function catchUp(
	db: Database,
	{ keyring, ledger }: { keyring: Keyring; ledger: Ledger },
	actor: Actor,
	manifest: Manifest,
	now: Date,
	/** `ledgerHad`: how many lines, of which some are lost for good; null when all are there. */
	{ withoutKeys, ledgerHad }: { withoutKeys: boolean; ledgerHad: number | null }
): Promise<CaughtUp> {
	const applied = await migrate(db);
	const notSent = await inTransaction(db, async (writing) => {
		await endLeases(writing);
		const settled = await settleOldNotices(writing, now);
		const { place } = manifest.chains.council;
		const detail = { madeAt: manifest.madeAt, recordEndedAt: place, noticesNotSent: settled, ledgerHad };
		const subject = { kind: 'backup', id: manifest.madeAt } as const;
		await record(writing, actor, { what: 'backup restored', subject, detail }, now);
		return settled;
	});
	// Who was erased needs no key any more.
	const erasedAgain = await replayErasures(db, keyring, ledger, now);
	const unreadable = (await ownersWithoutKey(db, keyring, 'council')).lost.length;
	if (unreadable > 0 && !withoutKeys) throw new CannotRestore('keys missing', undefined, unreadable);
	return { applied, notSent, erasedAgain, unreadable };
}
