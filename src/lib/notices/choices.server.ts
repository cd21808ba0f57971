/*
 * If and how each young person wants to be told, with the address sealed under their own key. Only they see and change it;
 * the record and what happened with their account say that they did, not what they chose.
 */
import type { CommandLine, YoungPersonSignedIn } from '#lib/auth/actor.ts';
import { record } from '#lib/audit/record.server.ts';
import { noteAccountEvent } from '#lib/auth/young/account-events.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { openRecord, sealRecord, type Place } from '#lib/secrets/records.server.ts';
import { NO_CHOICE, type Choice } from './choice.ts';
import { notify } from './outbox.server.ts';

const DAY_MS = 86_400_000;
const MOST_TRIALS = 3;

const placeOf = (youngPersonId: string): Place => ({
	table: 'notice_choice',
	id: youngPersonId,
	column: 'address_sealed',
	owner: youngPersonId
});

/** How somebody wants to be told: asked by themselves, or by the server that is about to. */
export async function choiceOf(
	db: Database,
	keyring: Keyring,
	actor: CommandLine | Pick<YoungPersonSignedIn, 'youngPersonId'>,
	youngPersonId: string
): Promise<Choice> {
	if ('youngPersonId' in actor && actor.youngPersonId !== youngPersonId) return NO_CHOICE;
	const row = await db
		.selectFrom('notice_choice')
		.selectAll()
		.where('young_person_id', '=', youngPersonId)
		.executeTakeFirst();
	if (!row) return NO_CHOICE;
	return {
		way: row.channel as Choice['way'],
		address: row.address_sealed === null ? null : openRecord(keyring, placeOf(youngPersonId), row.address_sealed),
		quietFrom: row.quiet_from,
		quietTo: row.quiet_to
	};
}

/**
 * Keeps one's own choice, read before by readChoice; with "none" the address is forgotten. Whoever holds the phone while it
 * is signed in could do this: it stands among what happened with the account, to be looked at.
 */
export async function chooseNotices(
	db: Database,
	keyring: Keyring,
	youngPerson: YoungPersonSignedIn,
	{ way, address, quietFrom, quietTo }: Choice,
	device: string,
	now: Date
): Promise<void> {
	const { youngPersonId: id } = youngPerson;
	const row = {
		channel: way,
		address_sealed: way === 'none' || address === null ? null : sealRecord(keyring, placeOf(id), address),
		quiet_from: quietFrom,
		quiet_to: quietTo,
		changed_at: now.toISOString()
	};
	await inTransaction(db, async (writing) => {
		await writing
			.insertInto('notice_choice')
			.values({ young_person_id: id, ...row })
			.onConflict((conflict) => conflict.column('young_person_id').doUpdateSet(row))
			.execute();
		const subject = { kind: 'young person', id } as const;
		await noteAccountEvent(writing, id, { what: 'how you are told changed', device }, now);
		await record(writing, youngPerson, { what: 'notice choice changed', subject }, now);
	});
}

/** Stops all of them; the quiet hours stay as they were. */
export async function stopNotices(
	db: Database,
	keyring: Keyring,
	youngPerson: YoungPersonSignedIn,
	device: string,
	now: Date
): Promise<void> {
	const choice = await choiceOf(db, keyring, youngPerson, youngPerson.youngPersonId);
	await chooseNotices(db, keyring, youngPerson, { ...choice, way: 'none', address: null }, device, now);
}

/**
 * Sends one to oneself, to see what it looks like: three a day at most, for the number may be somebody else's.
 * @returns 'none' when they chose to get nothing.
 */
export async function tryNotices(
	db: Database,
	keyring: Keyring,
	youngPerson: YoungPersonSignedIn,
	now: Date
): Promise<'on its way' | 'enough for today' | 'none'> {
	const { youngPersonId: id } = youngPerson;
	const { way } = await choiceOf(db, keyring, youngPerson, id);
	if (way === 'none') return 'none';
	return inTransaction(db, async (writing) => {
		const tried = await writing
			.selectFrom('notice')
			.select('id')
			.where('recipient_kind', '=', 'young person')
			.where('recipient_id', '=', id)
			.where('what', '=', 'trying it out')
			.where('made_at', '>', new Date(now.getTime() - DAY_MS).toISOString())
			.execute();
		if (tried.length >= MOST_TRIALS) return 'enough for today';
		const to = { kind: 'young person', id } as const;
		await notify(writing, { to, what: 'trying it out', once: `trial ${randomId()}` }, now);
		return 'on its way';
	});
}
