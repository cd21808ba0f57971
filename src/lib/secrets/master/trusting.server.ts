/*
 * What changes keys outside a tenant's own rotation, each with its line in the record: the service's key pair, the key the
 * council trusts, and the master key. The keys themselves are ../advocacy.server.ts and rewrapping.server.ts.
 */
import { actsAs, type Actor, type Tenant } from '#lib/auth/actor.ts';
import { record } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import {
	fingerprintOf,
	isTrusted,
	makeAdvocacyKeys,
	trustAdvocacyKey,
	type AdvocacyKeysMade,
	type Trusted
} from '../advocacy.server.ts';
import { hashOf } from '../envelope.ts';
import type { Keyring } from '../keyring.server.ts';
import { rewrapKeyring, type Rewrapped } from './rewrapping.server.ts';

type Detail = Readonly<Record<string, string | number>> & { what: string; fingerprint: string };

function note(db: Database, actor: Actor, detail: Detail, now: Date, tenant: Tenant): Promise<void> {
	const subject = { kind: 'key', id: detail.fingerprint } as const;
	return inTransaction(db, (writing) => record(writing, actor, { what: 'keys changed', subject, detail }, now, tenant));
}

/** The council seals to this public key of the service from now on; written down before, for it decides who can read. */
export async function trustService(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	publicKey: string,
	now: Date
): Promise<Trusted | { kind: 'not allowed' }> {
	if (!actsAs(actor, 'administrator')) return { kind: 'not allowed' };
	const fingerprint = fingerprintOf(publicKey);
	if (fingerprint !== null && !isTrusted(keyring, publicKey))
		await note(db, actor, { what: 'advocacy key trusted', fingerprint }, now, 'council');
	return trustAdvocacyKey(keyring, publicKey);
}

/** Makes a key pair in the service's own keyring, with a line in the service's record. */
export async function makeServiceKeys(
	db: Database,
	service: Keyring,
	actor: Actor,
	now: Date
): Promise<AdvocacyKeysMade | { kind: 'not allowed' }> {
	if (!actsAs(actor, 'administrator')) return { kind: 'not allowed' };
	const made = await makeAdvocacyKeys(service);
	if (made.kind !== 'made') return made;
	const fingerprint = fingerprintOf(made.publicKey) ?? '';
	await note(db, actor, { what: 'advocacy key pair made', fingerprint }, now, 'advocacy');
	return made;
}

/** Wraps every key of a folder under the next master key; that it began is written down before, how it ended after. */
export async function changeMasterKey(
	db: Database,
	actor: Actor,
	folder: string,
	keys: { present: Uint8Array; next: Uint8Array },
	clock: () => Date,
	report?: (done: number, total: number) => void
): Promise<Rewrapped | null> {
	if (!actsAs(actor, 'administrator')) return null;
	const fingerprint = hashOf(`master key ${Buffer.from(keys.next).toString('base64')}`).slice(0, 16);
	const about = { what: 'master key', fingerprint };
	await note(db, actor, { ...about, state: 'begun' }, clock(), 'council');
	const done = rewrapKeyring(folder, keys, report);
	const { rewrapped, unreadable } = done;
	const state = unreadable.length > 0 ? 'left behind' : 'ended';
	await note(db, actor, { ...about, state, rewrapped, unreadable: unreadable.length }, clock(), 'council');
	return done;
}
