/*
 * A young person changes how they come in: adds a way, changes one, takes one away, never the last. What makes such a
 * change safe is in changing.server.ts.
 */
import { dayOf } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { YoungPersonSignedIn } from '../../actor.ts';
import { removePasskeys, storePasskey, type NewPasskey } from '../../passkeys.server.ts';
import { readCard } from '../cards/joining-cards.server.ts';
import { stopCardsOf } from '../cards/stopped-cards.server.ts';
import { changing, noteChange, type Here } from './changing.server.ts';
import type { Remembered, Way } from './way-in.ts';
import { hashOfRemembered, setRemembered, waysOf } from './ways-in.server.ts';

/** Adds something to remember, or changes it; then all other sessions end. */
export async function rememberWay(
	db: Database,
	keyring: Keyring,
	actor: YoungPersonSignedIn,
	remembered: Remembered,
	here: Here,
	now: Date
): Promise<'kept' | 'signed out'> {
	const hash = await hashOfRemembered(keyring, actor.accountId, remembered);
	return changing(db, actor, here, async (writing) => {
		const had = (await waysOf(writing, actor)).includes(remembered.way);
		await setRemembered(writing, actor.accountId, remembered.way, hash);
		await noteChange(writing, actor, `${remembered.way} ${had ? 'changed' : 'added'}`, here, now);
		return 'kept';
	});
}

/** Adds the lock of a device, checked before by checkNewPasskey; 'known' when it is somebody's already. */
export async function addDeviceLock(
	db: Database,
	actor: YoungPersonSignedIn,
	passkey: NewPasskey,
	here: Here,
	now: Date
): Promise<'kept' | 'known' | 'signed out'> {
	const holder = { kind: 'young person', id: actor.accountId } as const;
	return changing(db, actor, here, async (writing) => {
		if (!(await storePasskey(writing, holder, passkey, here.device, dayOf(now)))) return 'known';
		await noteChange(writing, actor, 'passkey added', here, now);
		return 'kept';
	});
}

export type CardAdded = { kind: 'added' } | { kind: 'no' } | { kind: 'busy' } | { kind: 'wait'; seconds: number };

/** Makes the card that somebody joined with sign them in every time: only their own, and not one that was stopped. */
export async function addCard(
	db: Database,
	keyring: Keyring,
	actor: YoungPersonSignedIn,
	typed: string,
	here: Here,
	now: Date
): Promise<CardAdded> {
	const read = await readCard(db, keyring, typed, now);
	if (read.kind !== 'right') return read;
	const { selector, youngPersonId } = read.row;
	if (youngPersonId !== actor.youngPersonId) return { kind: 'no' };
	const added = await changing(db, actor, here, async (writing) => {
		const kept = await writing
			.updateTable('joining_card')
			.set({ state: 'signs in' })
			.where('selector', '=', selector)
			.where('young_person_id', '=', actor.youngPersonId)
			.where('state', '=', 'used')
			.executeTakeFirst();
		if (kept.numUpdatedRows === 0n) return 'no';
		await noteChange(writing, actor, 'card added', here, now);
		return 'added';
	});
	return { kind: added === 'added' ? 'added' : 'no' };
}

/** Takes a way away, and ends all other sessions; 'the last' when none would be left: two at once leave one. */
export async function removeWay(
	db: Database,
	actor: YoungPersonSignedIn,
	way: Way,
	here: Here,
	now: Date
): Promise<'removed' | 'the last' | 'not there' | 'signed out'> {
	const { accountId, youngPersonId } = actor;
	return changing(db, actor, here, async (writing) => {
		const ways = await waysOf(writing, actor);
		if (!ways.includes(way)) return 'not there';
		if (ways.length === 1) return 'the last';
		if (way === 'card') await stopCardsOf(writing, youngPersonId, ['signs in']);
		else if (way === 'passkey') await removePasskeys(writing, { kind: 'young person', id: accountId });
		else await setRemembered(writing, accountId, way, null);
		await noteChange(writing, actor, `${way} removed`, here, now);
		return 'removed';
	});
}
