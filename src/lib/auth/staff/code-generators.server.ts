/*
 * Authenticator apps (TOTP, RFC 6238): six digits every thirty seconds from a secret that rests sealed. The library
 * computes; which step was taken last is ours, so that no code is taken twice.
 */
import { Secret, TOTP } from 'otpauth';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { openRecord, sealRecord, type Place } from '#lib/secrets/records.server.ts';

const PERIOD = 30;
/** One step of drift either way, as RFC 6238 recommends at most. */
const WINDOW = 1;
const SECRET_BYTES = 20;

const place = (staffId: string): Place => ({ table: 'code_generator', id: staffId, column: 'secret_sealed' });

function generatorFor(secret: string, label = ''): TOTP {
	return new TOTP({ issuer: 'Earshot', label, period: PERIOD, digits: 6, secret: Secret.fromBase32(secret) });
}

/** A fresh secret in base 32. */
export const drawGeneratorSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What an authenticator app reads from the QR code. */
export const generatorAddress = (secret: string, email: string): string => generatorFor(secret, email).toString();

/** The code of a secret at an instant; for tests and the demonstration. */
export function codeAt(secret: string, now: Date): string {
	return generatorFor(secret).generate({ timestamp: now.getTime() });
}

/** The 30-second step whose code this is, or null; with a step of drift either way. */
export function stepOf(secret: string, typed: string, now: Date): number | null {
	const token = typed.replace(/\s/g, '');
	if (!/^\d{6}$/.test(token)) return null;
	const delta = generatorFor(secret).validate({ token, timestamp: now.getTime(), window: WINDOW });
	return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta;
}

/** Sets somebody's generator, in the place of an earlier one. */
export async function storeGenerator(
	writing: Writing,
	keyring: Keyring,
	staffId: string,
	secret: string,
	lastStep: number
): Promise<void> {
	const row = { secret_sealed: sealRecord(keyring, place(staffId), secret), last_step: lastStep };
	await writing
		.insertInto('code_generator')
		.values({ staff_id: staffId, ...row })
		.onConflict((conflict) => conflict.column('staff_id').doUpdateSet(row))
		.execute();
}

/** Somebody's secret, or null when they have no generator. */
export async function generatorSecretOf(db: Database, keyring: Keyring, staffId: string): Promise<string | null> {
	const row = await db
		.selectFrom('code_generator')
		.select('secret_sealed')
		.where('staff_id', '=', staffId)
		.executeTakeFirst();
	return row ? openRecord(keyring, place(staffId), row.secret_sealed) : null;
}

/** Whether somebody has a generator. */
export async function hasGenerator(db: Database, staffId: string): Promise<boolean> {
	const row = await db
		.selectFrom('code_generator')
		.select('staff_id')
		.where('staff_id', '=', staffId)
		.executeTakeFirst();
	return row !== undefined;
}

/** Ends somebody's generator; false when there was none. That another factor is left is the caller's to see to. */
export async function removeGenerator(writing: Writing, staffId: string): Promise<boolean> {
	const gone = await writing.deleteFrom('code_generator').where('staff_id', '=', staffId).executeTakeFirst();
	return gone.numDeletedRows > 0n;
}

/** The next code that would be taken, or null; for the demonstration, where nobody has the app. */
export async function nextCodeOf(db: Database, keyring: Keyring, staffId: string, now: Date): Promise<string | null> {
	const row = await db.selectFrom('code_generator').selectAll().where('staff_id', '=', staffId).executeTakeFirst();
	if (!row) return null;
	const present = Math.floor(now.getTime() / 1000 / PERIOD);
	const step = Math.max(present, row.last_step + 1);
	if (step > present + WINDOW) return null;
	return codeAt(openRecord(keyring, place(staffId), row.secret_sealed), new Date(step * PERIOD * 1000));
}

/** True when a code is right and was not taken before: it is taken by this, once, whoever asks at the same time. */
export async function takeGeneratorCode(
	db: Database,
	keyring: Keyring,
	staffId: string,
	typed: string,
	now: Date
): Promise<boolean> {
	const secret = await generatorSecretOf(db, keyring, staffId);
	const step = secret === null ? null : stepOf(secret, typed, now);
	if (step === null) return false;
	const taken = await db
		.updateTable('code_generator')
		.set({ last_step: step })
		.where('staff_id', '=', staffId)
		.where('last_step', '<', step)
		.executeTakeFirst();
	return taken.numUpdatedRows > 0n;
}
