/*
 * Staff and elected members: adding an account, signing in with a password. Second factors come with the next step.
 * Sessions are in sessions.server.ts.
 */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { isSecret, slowHash } from '#lib/secrets/hashing.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { GUESSING_KEY, guessLimit } from './guesses.server.ts';
import { actsAs, ROLES, type Actor, type Role } from './actor.ts';

const LEAST_PASSWORD = 12;
const TRIES = { points: 5, seconds: 300 };

const staffSchema = z.object({
	email: z.email({ error: 'The email address must look like name@council.example.' }).toLowerCase(),
	name: z.string().trim().min(1, { error: 'Give the name of the person.' }),
	roles: z.array(z.enum(ROLES, { error: `A role is one of: ${ROLES.join(', ')}.` })).min(1, {
		error: `Give at least one role: ${ROLES.join(', ')}.`
	}),
	password: z.string().min(LEAST_PASSWORD, { error: `A password has at least ${LEAST_PASSWORD} characters.` })
});

/** A password that is drawn, not chosen: 100 bits, told once. */
export function drawPassword(): string {
	return randomBytes(15).toString('base64url').match(/.{5}/g)?.join('-') ?? '';
}

export type StaffAdded =
	| { kind: 'added'; id: string }
	| { kind: 'not allowed' }
	| { kind: 'wrong'; reasons: string[] }
	| { kind: 'there already' };

/** Adds an account with its roles. */
export async function addStaff(
	db: Database,
	actor: Actor,
	given: { email: string; name: string; roles: readonly string[]; password: string }
): Promise<StaffAdded> {
	if (!actsAs(actor, 'administrator')) return { kind: 'not allowed' };
	const read = staffSchema.safeParse(given);
	if (!read.success) return { kind: 'wrong', reasons: [...new Set(read.error.issues.map((issue) => issue.message))] };
	const { email, name, roles, password } = read.data;
	if (await db.selectFrom('staff').select('id').where('email', '=', email).executeTakeFirst())
		return { kind: 'there already' };
	const id = randomId();
	const password_hash = await slowHash(password);
	await inTransaction(db, async (writing) => {
		await writing.insertInto('staff').values({ id, email, name, password_hash, disabled: 0 }).execute();
		for (const role of new Set<Role>(roles))
			await writing.insertInto('staff_role').values({ staff_id: id, role }).execute();
	});
	return { kind: 'added', id };
}

export type SignIn =
	{ kind: 'signed in'; staffId: string } | { kind: 'no' } | { kind: 'wait'; seconds: number } | { kind: 'busy' };

/** Checks an email address and a password; what does not exist answers as what is wrong does, and as slowly. */
export async function signIn(
	db: Database,
	keyring: Keyring,
	email: string,
	password: string,
	now: () => number = Date.now
): Promise<SignIn> {
	const address = email.trim().toLowerCase();
	const limit = guessLimit(db, keyring.getOrDraw(GUESSING_KEY), TRIES, now);
	const seconds = await limit.tryOnce(`staff ${address}`);
	if (seconds !== null) return { kind: 'wait', seconds };
	const staff = await db
		.selectFrom('staff')
		.select(['id', 'password_hash'])
		.where('email', '=', address)
		.where('disabled', '=', 0)
		.executeTakeFirst();
	const right = await isSecret('staff', staff?.password_hash ?? null, password);
	if (right === 'busy') {
		await limit.giveBack(`staff ${address}`);
		return { kind: 'busy' };
	}
	if (!right || !staff) return { kind: 'no' };
	await limit.forget(`staff ${address}`);
	return { kind: 'signed in', staffId: staff.id };
}

/** Names and addresses of everybody who may sign in; for finding a second person. */
export async function staffByEmail(db: Database, email: string): Promise<{ id: string; name: string } | null> {
	const found = await db
		.selectFrom('staff')
		.select(['id', 'name'])
		.where('email', '=', email.trim().toLowerCase())
		.where('disabled', '=', 0)
		.executeTakeFirst();
	return found ?? null;
}
