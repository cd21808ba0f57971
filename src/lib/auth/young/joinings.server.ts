/*
 * Joining with a card: the account is made, or an old one opened afresh, and the card is spent, in one transaction.
 * A new card is the only way back for somebody who forgot: their old ways stop, and all their sessions end.
 */
import { record } from '#lib/audit/record.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { YoungPersonSignedIn } from '../actor.ts';
import { storePasskey, type NewPasskey } from '../passkeys.server.ts';
import { noteAccountEvent } from './account-events.server.ts';
import { useOfCard, type CardState } from './cards/joining-card.ts';
import { noteCardRead } from './cards/read-cards.server.ts';
import type { ReadCard } from './cards/joining-cards.server.ts';
import { closeOldWays, makeAccount } from './openings.server.ts';
import { triesAt } from './tries.server.ts';
import { userNameOf } from './accounts.server.ts';
import { isRemembered, type Remembered } from './ways/way-in.ts';
import { hashOfRemembered, setRemembered } from './ways/ways-in.server.ts';

/**
 * Somebody at the door with a card that is right: what the pages of joining remember between them. An account that there
 * is already stays unnamed: whoever holds a card learns whose it is once it is spent, which its young person then sees.
 */
export interface Joining {
	selector: string;
	/** Of the account that there is, or of the one that will be. */
	accountId: string;
	/** True when there is an account already, which is opened afresh. */
	again: boolean;
}

/** What somebody chose to come in with. */
export type ChosenWay = Remembered | { way: 'passkey'; passkey: NewPasskey } | { way: 'card' };

/** Begins with a card that may be used to join; whoever has an account already is told that their card was read. */
export async function beginJoining(
	db: Database,
	{ selector, youngPersonId }: Pick<ReadCard, 'selector' | 'youngPersonId'>,
	device: string,
	now: Date
): Promise<Joining> {
	const account = await db
		.selectFrom('young_account')
		.select('id')
		.where('young_person_id', '=', youngPersonId)
		.executeTakeFirst();
	if (!account) return { selector, accountId: randomId(), again: false };
	await noteCardRead(db, selector, device, now);
	return { selector, accountId: account.id, again: true };
}

export type Joined =
	{ kind: 'joined'; youngPerson: YoungPersonSignedIn } | { kind: 'taken' } | { kind: 'the card is over' };

/** What was chosen, and the device in coarse words. The name is taken only where there was none. */
interface Given {
	userName: string;
	chosen: ChosenWay;
	device: string;
}

/** Ends the joining: whoever is first with a card has it; the other is told that it is over. */
export async function join(db: Database, keyring: Keyring, joining: Joining, given: Given, now: Date): Promise<Joined> {
	const { chosen } = given;
	const hash = isRemembered(chosen) ? await hashOfRemembered(keyring, joining.accountId, chosen) : null;
	const joined = await inTransaction(db, (writing) => spend(writing, keyring, joining, { ...given, hash }, now));
	// What somebody else tried before is no hindrance to who has just proven who they are.
	if (joined.kind === 'joined') await triesAt(db, keyring, await userNameOf(db, keyring, joining), now).forget();
	return joined;
}

async function spend(
	writing: Writing,
	keyring: Keyring,
	{ selector, accountId, again }: Joining,
	{ userName, chosen, device, hash }: Given & { hash: string | null },
	now: Date
): Promise<Joined> {
	const row = writing.selectFrom('joining_card').selectAll().where('selector', '=', selector);
	const card = await exclusiveLock(row, writing).executeTakeFirst();
	if (!card || useOfCard(card.state as CardState, card.expires_at, now) !== 'joins')
		return { kind: 'the card is over' };
	const youngPersonId = card.young_person_id;
	const youngPerson = { accountId, youngPersonId };
	const holder = { kind: 'young person', id: accountId } as const;

	const account = await writing
		.selectFrom('young_account')
		.select('id')
		.where('young_person_id', '=', youngPersonId)
		.executeTakeFirst();
	if (account?.id !== (again ? accountId : undefined)) return { kind: 'the card is over' };
	if (again) await closeOldWays(writing, youngPerson);
	else if (!(await makeAccount(writing, keyring, youngPerson, userName, now))) return { kind: 'taken' };

	if (chosen.way === 'passkey') {
		const kept = await storePasskey(writing, holder, chosen.passkey, device, dayOf(now));
		if (!kept) throw new Error('a passkey that was made just now is known already');
	}
	if (isRemembered(chosen)) await setRemembered(writing, accountId, chosen.way, hash);
	await writing
		.updateTable('joining_card')
		.set({ state: (chosen.way === 'card' ? 'signs in' : 'used') satisfies CardState })
		.where('selector', '=', selector)
		.execute();
	const what = again ? 'came back with a new card' : 'joined';
	await noteAccountEvent(writing, youngPersonId, { what, device }, now);
	await record(writing, youngPerson, { what: again ? 'way in changed' : 'account joined' }, now);
	return { kind: 'joined', youngPerson };
}
