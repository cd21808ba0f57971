/*
 * The first step of a staff sign-in: an email address and a password. What does not exist answers as what is wrong does,
 * and as slowly. The second step is beside; sessions are in ../sessions.server.ts.
 */
import type { Database } from '#lib/database/schema.ts';
import { isSecret } from '#lib/secrets/hashing.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { guessLimit } from '../guesses.server.ts';
import { noteLocked } from './locked.server.ts';
import { plainPassword } from './own/password.ts';

const TRIES = { points: 5, seconds: 300 };

export type PasswordChecked =
	{ kind: 'right'; staffId: string } | { kind: 'no' } | { kind: 'wait'; seconds: number } | { kind: 'busy' };

/** Checks an email address and a password of somebody who is enrolled and not disabled. */
export async function checkPassword(
	db: Database,
	keyring: Keyring,
	email: string,
	password: string,
	now: Date
): Promise<PasswordChecked> {
	const address = email.trim().toLowerCase();
	const limit = guessLimit(db, keyring, TRIES, () => now.getTime());
	const what = `staff ${address}`;
	const seconds = await limit.tryOnce(what);
	const staff = await db
		.selectFrom('staff')
		.select(['id', 'password_hash'])
		.where('email', '=', address)
		.where('enrolled', '=', 1)
		.where('disabled', '=', 0)
		.executeTakeFirst();
	if (seconds !== null) {
		await noteLocked(db, keyring, { what, step: 'password', staffId: staff?.id ?? null, seconds }, now);
		return { kind: 'wait', seconds };
	}
	const right = await isSecret('staff', staff?.password_hash ?? null, plainPassword(password));
	if (right === 'busy') {
		await limit.giveBack(what);
		return { kind: 'busy' };
	}
	if (!right || !staff) return { kind: 'no' };
	await limit.forget(what);
	return { kind: 'right', staffId: staff.id };
}
