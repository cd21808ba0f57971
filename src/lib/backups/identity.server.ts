/*
 * The key that opens a database's backups: one age identity in the keyring, drawn once. Anybody's ordinary `age` program
 * opens a backup with it.
 */
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { record } from '#lib/audit/record.server.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';

const NAME = 'backup/identity';

/** The identity (`AGE-SECRET-KEY-1…`), or null when no backup was made with this keyring yet. */
export const identityIn = (keyring: Keyring): string | null => keyring.get(NAME)?.toString() ?? null;

/** The identity, drawn the first time; X25519, which every version of age opens. */
export async function backupIdentity(keyring: Keyring): Promise<string> {
	const known = identityIn(keyring);
	if (known) return known;
	const drawn = await generateX25519Identity();
	try {
		keyring.put(NAME, Buffer.from(drawn));
	} catch (fault) {
		if (!keyring.has(NAME)) throw fault; // else another process was quicker, and its identity is the one
	}
	return backupIdentity(keyring);
}

/** Whom backups are encrypted to (`age1…`): no secret. */
export const backupRecipient = async (keyring: Keyring): Promise<string> =>
	identityToRecipient(await backupIdentity(keyring));

/** The identity for somebody's safe; that it was handed out stands in the record. */
export async function takeIdentity(db: Database, keyring: Keyring, actor: Actor, now: Date): Promise<string> {
	const identity = await backupIdentity(keyring);
	const event = { what: 'exported', subject: { kind: 'key', id: NAME } } as const;
	await inTransaction(db, (writing) => record(writing, actor, event, now));
	return identity;
}

/** The identities in a file as age reads them: one a line, with comments. */
export const identitiesIn = (text: string): string[] =>
	text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line.startsWith('AGE-SECRET-KEY-'));
