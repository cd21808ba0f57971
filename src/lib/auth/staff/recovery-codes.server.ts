/*
 * Recovery codes: 80 random bits each, shown once, kept as keyed hashes, good for one sign-in each.
 */
import { randomBytes } from 'node:crypto';
import type { Database, Writing } from '#lib/database/schema.ts';
import { CODE_LENGTH, codeFromBytes, printedCode, readCode } from '#lib/secrets/code.ts';
import { keyedHash } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';

const HOW_MANY = 8;
const KEY = 'tenant/recovery-codes';

/** Eight fresh codes of 80 random bits, in groups, as people type them. */
export function drawRecoveryCodes(): string[] {
	return Array.from({ length: HOW_MANY }, () => printedCode(codeFromBytes(randomBytes(CODE_LENGTH))));
}

function hashOfCode(keyring: Keyring, staffId: string, typed: string): string | null {
	const code = readCode(typed);
	return code && keyedHash(keyring.getOrDraw(KEY), `${staffId} ${printedCode(code)}`);
}

/** Keeps the hashes of somebody's codes, in the place of all earlier ones. */
export async function storeRecoveryCodes(
	writing: Writing,
	keyring: Keyring,
	staffId: string,
	codes: readonly string[]
): Promise<void> {
	await writing.deleteFrom('recovery_code').where('staff_id', '=', staffId).execute();
	const hashes = codes.map((code) => hashOfCode(keyring, staffId, code)).filter((hash) => hash !== null);
	if (hashes.length === 0) return;
	const rows = hashes.map((code_hash) => ({ staff_id: staffId, code_hash }));
	await writing.insertInto('recovery_code').values(rows).execute();
}

/** True when the code is one of theirs: it is spent by this. */
export async function takeRecoveryCode(
	db: Database,
	keyring: Keyring,
	staffId: string,
	typed: string
): Promise<boolean> {
	const hash = hashOfCode(keyring, staffId, typed);
	if (!hash) return false;
	const spent = await db
		.deleteFrom('recovery_code')
		.where('staff_id', '=', staffId)
		.where('code_hash', '=', hash)
		.executeTakeFirst();
	return spent.numDeletedRows > 0n;
}

/** How many are left. */
export async function recoveryCodesLeft(db: Database, staffId: string): Promise<number> {
	const rows = await db.selectFrom('recovery_code').select('code_hash').where('staff_id', '=', staffId).execute();
	return rows.length;
}
