/*
 * Which ways in an account has, for its young person alone, and how what they remember is kept. Changing them is beside;
 * there is no function here for staff, who can neither see nor choose.
 */
import type { Database, Writing } from '#lib/database/schema.ts';
import { slowHash } from '#lib/secrets/hashing.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { YoungPersonSignedIn } from '../../actor.ts';
import { pepperedSecret } from './peppers.server.ts';
import type { Remembered, RememberedWay, Way } from './way-in.ts';

const COLUMN = { pictures: 'pictures_hash', 'secret words': 'words_hash' } as const;

/** Where the hash of what is remembered stands. */
export const columnOf = (way: RememberedWay) => COLUMN[way];

/** The slow hash of what was chosen; outside any transaction. */
export function hashOfRemembered(keyring: Keyring, accountId: string, remembered: Remembered): Promise<string> {
	return slowHash(pepperedSecret(keyring, accountId, remembered));
}

/** Sets what is remembered, or forgets it (null). */
export async function setRemembered(
	writing: Writing,
	accountId: string,
	way: RememberedWay,
	hash: string | null
): Promise<void> {
	await writing
		.updateTable('young_account')
		.set({ [COLUMN[way]]: hash })
		.where('id', '=', accountId)
		.execute();
}

/** The ways in of one's own account. */
export async function waysOf(db: Database, { accountId, youngPersonId }: YoungPersonSignedIn): Promise<Way[]> {
	const account = await db
		.selectFrom('young_account')
		.select(['pictures_hash', 'words_hash'])
		.where('id', '=', accountId)
		.executeTakeFirst();
	const passkey = await db
		.selectFrom('passkey')
		.select('id')
		.where('holder_kind', '=', 'young person')
		.where('holder_id', '=', accountId)
		.executeTakeFirst();
	const card = await db
		.selectFrom('joining_card')
		.select('selector')
		.where('young_person_id', '=', youngPersonId)
		.where('state', '=', 'signs in')
		.executeTakeFirst();
	const ways: [Way, unknown][] = [
		['pictures', account?.pictures_hash],
		['secret words', account?.words_hash],
		['passkey', passkey],
		['card', card]
	];
	return ways.filter(([, there]) => there).map(([way]) => way);
}
