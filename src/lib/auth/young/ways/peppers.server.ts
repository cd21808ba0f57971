/*
 * What is hashed with the pepper, a key outside the database: user names, so that they are found without being readable,
 * and what a young person remembers, so that a stolen database alone cannot be guessed at.
 */
import { keyedHash } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { plainUserName } from '../user-name.ts';
import { plainWords } from './secret-words.ts';
import type { Remembered } from './way-in.ts';

const pepper = (keyring: Keyring) => keyring.getOrDraw('tenant/pepper');

/** The same for every way of writing one name. */
export function hashOfUserName(keyring: Keyring, userName: string): string {
	return keyedHash(pepper(keyring), `user name ${plainUserName(userName)}`);
}

/** What the slow hash is made of and checked against: of one account and one way only. */
export function pepperedSecret(keyring: Keyring, accountId: string, remembered: Remembered): string {
	const text = remembered.way === 'pictures' ? remembered.pictures.join(' ') : plainWords(remembered.words);
	return keyedHash(pepper(keyring), JSON.stringify([remembered.way, accountId, text]));
}
