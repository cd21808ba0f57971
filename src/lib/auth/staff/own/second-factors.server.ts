/*
 * Setting up and ending the second factors of a member of staff: authenticator app, passkeys, recovery codes. Never the
 * last one away. Showing them is second-step.server.ts.
 */
import { z } from 'zod';
import { record } from '#lib/audit/record.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { SignedIn } from '../../actor.ts';
import { newPasskeySchema, passkeysOf, removePasskey, storePasskey, type Passkey } from '../../passkeys.server.ts';
import type { Holder } from '../../sessions.server.ts';
import { hasGenerator, removeGenerator, storeGenerator } from '../code-generators.server.ts';
import { drawRecoveryCodes, recoveryCodesLeft, storeRecoveryCodes } from '../recovery-codes.server.ts';

/** A second factor that was confirmed and is not kept yet. */
export const secondFactorSchema = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('generator'),
		secret: z.string(),
		/** Of the code that confirmed it. */ step: z.number()
	}),
	z.object({ kind: z.literal('passkey'), passkey: newPasskeySchema, name: z.string() })
]);
export type SecondFactor = z.infer<typeof secondFactorSchema>;

const MOST_NAME = 60;
/** What somebody calls a passkey; never empty. */
export const passkeyName = (typed: string): string => typed.trim().slice(0, MOST_NAME) || 'Passkey';

const staffHolder = (id: string): Holder => ({ kind: 'staff', id });

/** Keeps a confirmed factor. @throws when the passkey is somebody else's already: no honest device makes such a one. */
export async function storeFactor(
	writing: Writing,
	keyring: Keyring,
	staffId: string,
	factor: SecondFactor,
	now: Date
): Promise<void> {
	if (factor.kind === 'generator') return storeGenerator(writing, keyring, staffId, factor.secret, factor.step);
	const { passkey, name } = factor;
	if (!(await storePasskey(writing, staffHolder(staffId), passkey, name, dayOf(now))))
		throw new Error('a new passkey has the id of another');
}

export interface Factors {
	generator: boolean;
	passkeys: Passkey[];
	recoveryCodes: number;
}

/** Everything that somebody has to prove who they are with, beside the password. */
export async function factorsOf(db: Database, staffId: string): Promise<Factors> {
	return {
		generator: await hasGenerator(db, staffId),
		passkeys: await passkeysOf(db, staffHolder(staffId)),
		recoveryCodes: await recoveryCodesLeft(db, staffId)
	};
}

/** Two changes to one person's factors wait for each other: each sees what the other left. */
async function holdStaff(writing: Writing, staffId: string): Promise<void> {
	await exclusiveLock(writing.selectFrom('staff').select('id').where('id', '=', staffId), writing).execute();
}

const changed = (writing: Writing, actor: SignedIn, detail: Record<string, string>, now: Date) =>
	record(writing, actor, { what: 'second factor changed', subject: { kind: 'staff', id: actor.staffId }, detail }, now);

const inWords = (kind: SecondFactor['kind']) => (kind === 'generator' ? 'authenticator app' : 'passkey');

/** Adds a factor of one's own; a second authenticator app takes the place of the first. */
export async function addFactor(
	db: Database,
	keyring: Keyring,
	actor: SignedIn,
	factor: SecondFactor,
	now: Date
): Promise<void> {
	await inTransaction(db, async (writing) => {
		await holdStaff(writing, actor.staffId);
		const replaced = factor.kind === 'generator' && (await hasGenerator(writing, actor.staffId));
		await storeFactor(writing, keyring, actor.staffId, factor, now);
		await changed(writing, actor, { factor: inWords(factor.kind), change: replaced ? 'replaced' : 'added' }, now);
	});
}

/** Ends one of one's own factors, unless it is the last. */
export async function removeFactor(
	db: Database,
	actor: SignedIn,
	which: { kind: 'generator' } | { kind: 'passkey'; id: string },
	now: Date
): Promise<'removed' | 'the last one' | 'not there'> {
	return inTransaction(db, async (writing) => {
		await holdStaff(writing, actor.staffId);
		const { generator, passkeys } = await factorsOf(writing, actor.staffId);
		const isThere = which.kind === 'generator' ? generator : passkeys.some(({ id }) => id === which.id);
		if (!isThere) return 'not there';
		if (Number(generator) + passkeys.length === 1) return 'the last one';
		if (which.kind === 'generator') await removeGenerator(writing, actor.staffId);
		else await removePasskey(writing, staffHolder(actor.staffId), which.id);
		await changed(writing, actor, { factor: inWords(which.kind), change: 'removed' }, now);
		return 'removed';
	});
}

/** Makes new recovery codes of one's own, told once; the earlier ones are void. */
export async function renewRecoveryCodes(
	db: Database,
	keyring: Keyring,
	actor: SignedIn,
	now: Date
): Promise<string[]> {
	const codes = drawRecoveryCodes();
	await inTransaction(db, async (writing) => {
		await holdStaff(writing, actor.staffId);
		await storeRecoveryCodes(writing, keyring, actor.staffId, codes);
		await changed(writing, actor, { factor: 'recovery codes', change: 'replaced' }, now);
	});
	return codes;
}
