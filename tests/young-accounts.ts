/*
 * Young people with accounts, by the real operations: for tests whose matter is an account, a card, or what comes after.
 */
import { randomUUID } from 'node:crypto';
import { makeCard, readCard } from '#lib/auth/young/cards/joining-cards.server.ts';
import { beginJoining, join, type ChosenWay } from '#lib/auth/young/joinings.server.ts';
import type { YoungPersonSignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { inviteYoungPeople, OPERATOR } from './waves/opened.ts';

export const PICTURES: ChosenWay = { way: 'pictures', pictures: ['sun', 'cat', 'rocket', 'cat'] };
export const WORDS: ChosenWay = { way: 'secret words', words: 'blue dogs eat cake' };

/** Somebody of 14 in care; gives their id. */
export async function youngPersonIn(db: Database, now: Date): Promise<string> {
	const [id = ''] = await inviteYoungPeople(db, 1, now.toISOString().slice(0, 10));
	return id;
}

/** A fresh card for them, as somebody would type it. */
export async function cardFor(db: Database, keyring: Keyring, youngPersonId: string, now: Date): Promise<string> {
	const made = await makeCard(db, keyring, OPERATOR, youngPersonId, now);
	if (made.kind !== 'made') throw new Error(`no card: ${made.kind}`);
	return made.code;
}

/** Joins with a typed card. @throws when it does not open the door. */
export async function joinWith(
	db: Database,
	keyring: Keyring,
	code: string,
	{ userName, chosen }: { userName: string; chosen: ChosenWay },
	now: Date
): Promise<YoungPersonSignedIn> {
	const read = await readCard(db, keyring, code, now);
	if (read.kind !== 'right') throw new Error(`the card is ${read.kind}`);
	const joining = await beginJoining(db, read.row, 'a test', now);
	const joined = await join(db, keyring, joining, { userName, chosen, device: 'a test' }, now);
	if (joined.kind !== 'joined') throw new Error(`not joined: ${joined.kind}`);
	return joined.youngPerson;
}

/** Somebody with an account. */
export async function joinedYoungPerson(
	db: Database,
	keyring: Keyring,
	now: Date,
	{ userName = `Otter ${randomUUID().slice(0, 8)}`, chosen = PICTURES } = {}
): Promise<YoungPersonSignedIn & { userName: string }> {
	const id = await youngPersonIn(db, now);
	const code = await cardFor(db, keyring, id, now);
	return { ...(await joinWith(db, keyring, code, { userName, chosen }, now)), userName };
}
