/*
 * Accounts as bare rows, for tests of what stands behind a sign-in: nobody waits for a slow hash. Who must really sign in
 * is enrolled by src/cli/demonstration/enrolled.ts or joins with a card.
 */
import { tenantOf, type Role, type SignedIn } from '#lib/auth/actor.ts';
import { keepOpening } from '#lib/audit/openings.server.ts';
import type { Holder } from '#lib/auth/sessions.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';

/** A member of staff with these roles of one tenant, as an actor. */
export async function staffMember(db: Database, roles: readonly Role[], name = 'Ann Other'): Promise<SignedIn> {
	const id = randomId();
	const tenant = tenantOf(roles[0] ?? 'IRO');
	const email = `${id.toLowerCase()}@council.example`;
	await db
		.insertInto('staff')
		.values({ id, email, name, tenant, password_hash: null, enrolled: 1, disabled: 0 })
		.execute();
	for (const role of roles) await db.insertInto('staff_role').values({ staff_id: id, role }).execute();
	return { staffId: id, name, tenant, roles };
}

/** A young person of the roster, by id. */
export async function youngPerson(db: Database, id: string = randomId()): Promise<string> {
	const facts = {
		sex: '2',
		ethnic_group: 'WBRI',
		standing: 'in care',
		born: '2012-05-01',
		imported_as_of: '2026-01-01'
	};
	const blank = { language: null, iro: null, social_worker: null, team: null, district: null, details_sealed: null };
	await db
		.insertInto('young_person')
		.values({ id, child: id, ...facts, ...blank })
		.execute();
	return id;
}

/** A young person's account, as who holds sessions; its name and ways in are no real ones. */
export async function youngAccount(db: Database): Promise<Holder & { youngPersonId: string }> {
	const [id, youngPersonId] = [randomId(), await youngPerson(db)];
	await db
		.insertInto('young_account')
		.values({
			id,
			young_person_id: youngPersonId,
			user_name_hash: randomId(),
			user_name_sealed: 'not sealed',
			pictures_hash: null,
			words_hash: null,
			made_at: '2027-01-01T00:00:00.000Z'
		})
		.execute();
	return { kind: 'young person', id, youngPersonId };
}

/** Somebody has said why they open a young person whom they do not work with: good for an hour. */
export async function saidWhy(
	db: Database,
	keyring: Keyring,
	staffId: string,
	youngPersonId: string,
	now: Date
): Promise<void> {
	const reason = { why: 'asked', words: 'They rang and asked me to.' };
	await inTransaction(db, (writing) => keepOpening(writing, keyring, { youngPersonId, staffId }, reason, now));
}
