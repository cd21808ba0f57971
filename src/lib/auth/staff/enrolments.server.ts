/*
 * Enrolling: a member of staff with a one-time code chooses a password and a second factor in one go. The code is the
 * only way in before that, and the only way back after something was forgotten.
 */
import { record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { checkEntryCode, type CodeChecked, type DrawnCode } from '../entry-codes.server.ts';
import type { SignedIn } from '../actor.ts';
import { removePasskeys } from '../passkeys.server.ts';
import { actorOf, sessionsIn } from '../sessions.server.ts';
import { unlink } from '../single-sign-on/links.server.ts';
import { removeGenerator } from './code-generators.server.ts';
import { storeRecoveryCodes } from './recovery-codes.server.ts';
import { storeFactor, type SecondFactor } from './own/second-factors.server.ts';

export const ENROLMENT_DAYS = 7;

/**
 * Stores an enrolment, and forgets an earlier one of the same person. Drawing its code (`drawEntryCode`) is slow and
 * belongs outside the transaction.
 */
export async function storeEnrolment(writing: Writing, staffId: string, drawn: DrawnCode, now: Date): Promise<void> {
	await writing.deleteFrom('enrolment').where('staff_id', '=', staffId).execute();
	await writing
		.insertInto('enrolment')
		.values({
			selector: drawn.selector,
			verifier_hash: drawn.verifierHash,
			staff_id: staffId,
			made_at: now.toISOString(),
			expires_at: new Date(now.getTime() + ENROLMENT_DAYS * 86_400_000).toISOString()
		})
		.execute();
}

/** Signs somebody out everywhere and lets them enrol anew: what they have stays good until the code is used. */
export async function enrolAnew(writing: Writing, staffId: string, drawn: DrawnCode, now: Date): Promise<void> {
	await sessionsIn(writing).closeAll({ kind: 'staff', id: staffId });
	await unlink(writing, staffId);
	await storeEnrolment(writing, staffId, drawn, now);
}

export interface Enrolling {
	selector: string;
	staffId: string;
	name: string;
	email: string;
}

/** Whose enrolment a typed code is, while it has not run out and the account is not disabled. */
export async function openEnrolment(
	db: Database,
	keyring: Keyring,
	typed: string,
	now: Date
): Promise<CodeChecked<Enrolling>> {
	const find = (selector: string) =>
		db
			.selectFrom('enrolment')
			.innerJoin('staff', 'staff.id', 'enrolment.staff_id')
			.select(['verifier_hash', 'selector', 'staff.id as staffId', 'name', 'email'])
			.where('selector', '=', selector)
			.where('expires_at', '>', now.toISOString())
			.where('disabled', '=', 0)
			.executeTakeFirst();
	const checked = await checkEntryCode(db, keyring, 'staff', typed, find, () => now.getTime());
	if (checked.kind !== 'right') return checked;
	const { selector, staffId, name, email } = checked.row;
	return { kind: 'right', row: { selector, staffId, name, email } };
}

/** What was chosen, as the pages confirmed it. */
export interface Chosen {
	/** Argon2id (`hashPassword`). */
	passwordHash: string;
	factor: SecondFactor;
	recoveryCodes: readonly string[];
}

/**
 * Ends an enrolment: password, second factor and recovery codes are set together, everything of before is void (a
 * link of single sign-on too), all sessions end, the code is spent. Null when the code was spent, replaced or ran out meanwhile, or the account was
 * disabled; then nothing changes.
 */
export async function finishEnrolment(
	db: Database,
	keyring: Keyring,
	{ selector, staffId }: Pick<Enrolling, 'selector' | 'staffId'>,
	{ passwordHash: password_hash, factor, recoveryCodes }: Chosen,
	now: Date
): Promise<SignedIn | null> {
	return inTransaction(db, async (writing) => {
		const actor = await actorOf(writing, staffId);
		if (!actor) return null;
		const spent = await writing
			.deleteFrom('enrolment')
			.where('selector', '=', selector)
			.where('staff_id', '=', staffId)
			.where('expires_at', '>', now.toISOString())
			.executeTakeFirst();
		if (spent.numDeletedRows === 0n) return null;
		await writing.updateTable('staff').set({ password_hash, enrolled: 1 }).where('id', '=', staffId).execute();
		const holder = { kind: 'staff', id: staffId } as const;
		await removePasskeys(writing, holder);
		await sessionsIn(writing).closeAll(holder);
		await removeGenerator(writing, staffId);
		await unlink(writing, staffId);
		await storeFactor(writing, keyring, staffId, factor, now);
		await storeRecoveryCodes(writing, keyring, staffId, recoveryCodes);
		await record(writing, actor, { what: 'enrolled', subject: { kind: 'staff', id: staffId } }, now);
		return actor;
	});
}
