/*
 * Two invented young people who have joined, and a fresh card for a third: by the real operations, with ways in that are
 * printed. They are in the caseload of the first reviewing officer. For `npm run demo` only.
 */
import type { SignedIn } from '#lib/auth/actor.ts';
import { actorOf } from '#lib/auth/sessions.server.ts';
import { staffByEmail } from '#lib/auth/staff/accounts.server.ts';
import { makeCard, readCard } from '#lib/auth/young/cards/joining-cards.server.ts';
import { beginJoining, join } from '#lib/auth/young/joinings.server.ts';
import type { Remembered } from '#lib/auth/young/ways/way-in.ts';
import { dayOf } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import { findTheirPerson } from '#lib/people/caseloads.server.ts';
import { peopleFor } from '#lib/people/list/lists.server.ts';
import { inOrder } from '#lib/people/list/listing.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';

const AGES = { from: 11, to: 16 };

interface YoungSignIn {
	userName: string;
	chosen: Remembered;
	/** How they come in, in the printed list. */
	told: string;
}

export const YOUNG_SIGN_INS: readonly YoungSignIn[] = [
	{
		userName: 'Brave Otter',
		chosen: { way: 'pictures', pictures: ['sun', 'boat', 'fish', 'kite'] },
		told: 'my pictures, in this order: sun, boat, fish, kite'
	},
	{
		userName: 'Quiet Comet',
		chosen: { way: 'secret words', words: 'three green umbrellas' },
		told: 'my secret words: three green umbrellas'
	}
];

/** The reviewing officer who gives the cards, and whom they are for: one young person more than have joined. */
async function officerAndTheirs(db: Database, keyring: Keyring, now: Date): Promise<{ iro: SignedIn; ids: string[] }> {
	const account = await staffByEmail(db, 'iro@demo.example');
	const iro = account && (await actorOf(db, account.id));
	if (!iro) throw new Error('the demonstration has no reviewing officer');
	const ids: string[] = [];
	for (const { id, age } of inOrder(await peopleFor(db, keyring, iro, now))) {
		if (age < AGES.from || age > AGES.to) continue;
		const person = await findTheirPerson(db, keyring, iro, id, dayOf(now));
		if (person?.mayMakeCard && person.standing === 'in care' && !person.optedOut) ids.push(id);
		if (ids.length > YOUNG_SIGN_INS.length) return { iro, ids };
	}
	throw new Error('the demonstration’s reviewing officer has too small a caseload');
}

/** Makes a card for somebody of the caseload; its code. */
async function cardFor(db: Database, keyring: Keyring, iro: SignedIn, id: string, now: Date): Promise<string> {
	const made = await makeCard(db, keyring, iro, id, now);
	if (made.kind !== 'made') throw new Error('the demonstration’s card was not made');
	return made.code;
}

/** Lets them join. */
export async function joinEverybody(db: Database, keyring: Keyring, now: Date): Promise<void> {
	const { iro, ids } = await officerAndTheirs(db, keyring, now);
	for (const [place, { userName, chosen }] of YOUNG_SIGN_INS.entries()) {
		const card = await readCard(db, keyring, await cardFor(db, keyring, iro, ids[place] ?? '', now), now);
		if (card.kind !== 'right') throw new Error(`the demonstration’s card: ${card.kind}`);
		const device = 'Chrome on an Android device';
		const joining = await beginJoining(db, card.row, device, now);
		const joined = await join(db, keyring, joining, { userName, chosen, device }, now);
		if (joined.kind !== 'joined') throw new Error(`${userName} did not join: ${joined.kind}`);
	}
}

/** A joining card that can be used at once; an earlier one that nobody used stops. Who joined before is asked to come back. */
export async function freshJoiningCard(db: Database, keyring: Keyring, now: Date): Promise<string> {
	const { iro, ids } = await officerAndTheirs(db, keyring, now);
	return cardFor(db, keyring, iro, ids.at(-1) ?? '', now);
}

/** The list as it is printed. */
export function tellYoungSignIns(): string[] {
	return YOUNG_SIGN_INS.map(({ userName, told }) => `  ${userName}   ${told}`);
}
