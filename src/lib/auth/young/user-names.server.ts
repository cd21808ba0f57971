/*
 * Which user names are taken, and ideas for free ones. Only whoever holds a joining card or an account is told: signing
 * in never says whether a name exists.
 */
import { randomInt } from 'node:crypto';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { openRecord, sealRecord, type Place } from '#lib/secrets/records.server.ts';
import type { YoungPersonSignedIn } from '../actor.ts';
import { guessLimit, type Tries } from '../guesses.server.ts';
import { hashOfUserName } from './ways/peppers.server.ts';
import { userNameIdea } from './user-name.ts';

/** Of one card, or one account. */
const LOOKS: Tries = { points: 20, seconds: 3600 };

/** Whose account it is: its id, and the young person whose key seals their name. */
export type Whose = Pick<YoungPersonSignedIn, 'accountId' | 'youngPersonId'>;

const placeOf = ({ accountId, youngPersonId }: Whose): Place => ({
	table: 'young_account',
	id: accountId,
	column: 'user_name_sealed',
	owner: youngPersonId
});

/** A name as it is stored: found by its hash, read with the keyring. */
export function storedUserName(keyring: Keyring, whose: Whose, userName: string) {
	return {
		user_name_hash: hashOfUserName(keyring, userName),
		user_name_sealed: sealRecord(keyring, placeOf(whose), userName)
	};
}

/** The name of an account, as its holder wrote it. */
export function openUserName(keyring: Keyring, whose: Whose, sealed: string): string {
	return openRecord(keyring, placeOf(whose), sealed);
}

/** Whether somebody else has the name, in whatever way it is written. */
export async function isTaken(db: Database, keyring: Keyring, userName: string, but = ''): Promise<boolean> {
	const row = await db
		.selectFrom('young_account')
		.select('id')
		.where('user_name_hash', '=', hashOfUserName(keyring, userName))
		.where('id', '<>', but)
		.executeTakeFirst();
	return row !== undefined;
}

export type NameLook = { kind: 'free' } | { kind: 'taken' } | { kind: 'wait'; seconds: number };

/**
 * Whether a name is free, for whoever holds the card (its selector) or has the account (its id) named by `looker`: that
 * account's own name is. Only so many times an hour, so that nobody finds out who else is here.
 */
export async function lookForName(
	db: Database,
	keyring: Keyring,
	looker: string,
	userName: string,
	now: Date
): Promise<NameLook> {
	const limit = guessLimit(db, keyring, LOOKS, () => now.getTime());
	const seconds = await limit.tryOnce(`young look ${looker}`);
	if (seconds !== null) return { kind: 'wait', seconds };
	return { kind: (await isTaken(db, keyring, userName, looker)) ? 'taken' : 'free' };
}

/** Ideas that nobody has yet. */
export async function freeUserNames(db: Database, keyring: Keyring, count: number): Promise<string[]> {
	const free = new Set<string>();
	while (free.size < count) {
		const idea = userNameIdea((below) => randomInt(below));
		if (!(await isTaken(db, keyring, idea))) free.add(idea);
	}
	return [...free];
}
