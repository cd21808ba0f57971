/*
 * A database and its keyring belong together: made in one go, checked at each start, so that a wrong or empty
 * keyring is noticed before anything is sealed with it.
 */
import { randomBytes } from 'node:crypto';
import type { Database } from '#lib/database/schema.ts';
import { readSetting, writeSetting } from '#lib/settings/setting.server.ts';
import { hashOf, KEY_BYTES } from './envelope.ts';
import type { Keyring } from './keyring.server.ts';
import { COUNCIL_KEY, tenantKeyVersions } from './records.server.ts';

const IDENTITY = 'tenant/identity';
const SETTING = 'keyring';

export type Pairing = 'paired' | 'new' | 'the keyring is missing' | 'another keyring';

/** Whether this keyring is this database's. 'new' means that neither knows the other yet. */
export async function pairingOf(db: Database, keyring: Keyring): Promise<Pairing> {
	const expected = await readSetting(db, SETTING);
	const identity = keyring.get(IDENTITY)?.toString('base64url');
	if (!expected) return identity ? 'another keyring' : 'new';
	if (!identity) return 'the keyring is missing';
	// The first version is gone once its keys were changed and the old ones destroyed; any version will do.
	const hasKey = tenantKeyVersions(keyring, 'council').length > 0;
	return hashOf(identity) === expected && hasKey ? 'paired' : 'another keyring';
}

/** Makes the first keys of a new database; does nothing when they are paired. */
export async function pair(db: Database, keyring: Keyring): Promise<Pairing> {
	const pairing = await pairingOf(db, keyring);
	if (pairing !== 'new') return pairing;
	keyring.getOrDraw(COUNCIL_KEY);
	const identity = randomBytes(KEY_BYTES);
	keyring.put(IDENTITY, identity);
	await writeSetting(db, SETTING, hashOf(identity.toString('base64url')));
	return 'paired';
}
