/*
 * Which account an identity provider's person is: by the link, which is made the first time after our own second factor of
 * that account was shown. Nobody gets an account or a role by it; the advocacy service's people never come in this way.
 */
import { z } from 'zod';
import { record } from '#lib/audit/record.server.ts';
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { SignedIn } from '../actor.ts';
import type { Known } from './provider.server.ts';

/** One of the provider's people: remembered between their coming and their second factor. */
export const linkSchema = z.object({ issuer: z.string(), subject: z.string() });
export type Link = z.infer<typeof linkSchema>;

/** The enabled council account that is linked to the provider's person, by id; null when none is. */
export async function linkedStaff(db: Database, { issuer, subject }: Link): Promise<string | null> {
	const linked = await db
		.selectFrom('single_sign_on')
		.innerJoin('staff', 'staff.id', 'single_sign_on.staff_id')
		.select('staff.id')
		.where('issuer', '=', issuer)
		.where('subject', '=', subject)
		.where('tenant', '=', 'council')
		.where('enrolled', '=', 1)
		.where('disabled', '=', 0)
		.executeTakeFirst();
	return linked?.id ?? null;
}

const linksBeside = (db: Database, { issuer, subject }: Link, staffId: string) =>
	db
		.selectFrom('single_sign_on')
		.select(['subject', 'staff_id'])
		.where('issuer', '=', issuer)
		.where((row) => row.or([row('subject', '=', subject), row('staff_id', '=', staffId)]))
		.execute();

/**
 * The enabled council account with the address of the provider's person, who comes for the first time. Null when there is
 * none, or when the account is another's already: an address can be given anew. An address proves little, so nothing is
 * kept before a second factor of ours was shown.
 */
export async function accountByAddress(
	db: Database,
	known: Pick<Known, 'issuer' | 'subject' | 'email'>
): Promise<{ staffId: string; enrolled: boolean } | null> {
	if (!known.email) return null;
	const staff = await db
		.selectFrom('staff')
		.select(['id', 'enrolled'])
		.where('email', '=', known.email)
		.where('tenant', '=', 'council')
		.where('disabled', '=', 0)
		.executeTakeFirst();
	if (!staff || (await linksBeside(db, known, staff.id)).length > 0) return null;
	return { staffId: staff.id, enrolled: staff.enrolled === 1 };
}

/**
 * Links the provider's person to the account of who has just shown a second factor of it. False when either is linked
 * otherwise meanwhile: then they must not come in.
 */
export async function keepLink(
	writing: Writing,
	actor: SignedIn,
	{ issuer, subject }: Link,
	now: Date
): Promise<boolean> {
	const { staffId: staff_id, tenant } = actor;
	await exclusiveLock(writing.selectFrom('staff').select('id').where('id', '=', staff_id), writing).execute();
	const there = await linksBeside(writing, { issuer, subject }, staff_id);
	if (there.length > 0) return there.every((one) => one.subject === subject && one.staff_id === staff_id);
	if (tenant !== 'council') return false;
	const kept = await writing
		.insertInto('single_sign_on')
		.values({ issuer, subject, staff_id })
		.onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
		.executeTakeFirst();
	if (!kept.numInsertedOrUpdatedRows) return false;
	await record(writing, actor, { what: 'single sign-on linked', subject: { kind: 'staff', id: staff_id } }, now);
	return true;
}

/** Forgets which of the provider's people somebody is: the next time their address counts again. */
export async function unlink(writing: Writing, staffId: string): Promise<void> {
	await writing.deleteFrom('single_sign_on').where('staff_id', '=', staffId).execute();
}
