/*
 * Why somebody opened a young person who is not in their caseload: kept sealed under the young person's own key, for them
 * to read. Who must say why, and what they may say, is people/person/.
 */
import { z } from 'zod';
import type { Database, Writing } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { forManyRecords, openRecord, sealRecord, type Place } from '#lib/secrets/records.server.ts';

const given = z.object({ why: z.string(), words: z.string() });

/** What somebody gave as their reason: one of a few kinds, and a sentence of their own. */
export type GivenReason = z.infer<typeof given>;

/** For how long one reason is good, for one person and one young person. */
export const OPENING_MINUTES = 60;

const placeOf = (id: string, owner: string): Place => ({ table: 'opening', id, column: 'reason_sealed', owner });

/** Keeps a reason; it is good from now on for an hour. */
export async function keepOpening(
	writing: Writing,
	keyring: Keyring,
	{ youngPersonId, staffId }: { youngPersonId: string; staffId: string },
	reason: GivenReason,
	now: Date
): Promise<void> {
	const id = randomId();
	await writing
		.insertInto('opening')
		.values({
			id,
			young_person_id: youngPersonId,
			staff_id: staffId,
			at: now.toISOString(),
			until: new Date(now.getTime() + OPENING_MINUTES * 60_000).toISOString(),
			reason_sealed: sealRecord(keyring, placeOf(id, youngPersonId), JSON.stringify(reason))
		})
		.execute();
}

/** Until when somebody may look at a young person without another reason; null when they must say why first. */
export async function openUntil(db: Database, youngPersonId: string, staffId: string, now: Date): Promise<Date | null> {
	const at = now.toISOString();
	const row = await db
		.selectFrom('opening')
		.select((one) => one.fn.max('until').as('until'))
		.where('young_person_id', '=', youngPersonId)
		.where('staff_id', '=', staffId)
		.where('until', '>', at)
		.where('at', '<=', at)
		.executeTakeFirst();
	return row?.until ? new Date(row.until) : null;
}

/** One reason that was given for opening a young person. */
export interface Opening {
	staffId: string;
	at: string;
	until: string;
	reason: GivenReason;
}

/** Every reason that was good at some time since an instant, for the young person to read; newest first. */
export async function openingsOf(
	db: Database,
	keyring: Keyring,
	youngPersonId: string,
	since: string
): Promise<Opening[]> {
	const opening = forManyRecords(keyring);
	const rows = await db
		.selectFrom('opening')
		.selectAll()
		.where('young_person_id', '=', youngPersonId)
		.where('until', '>=', since)
		.orderBy('at', 'desc')
		.execute();
	return rows.map(({ id, staff_id, at, until, reason_sealed }) => ({
		staffId: staff_id,
		at,
		until,
		reason: given.parse(JSON.parse(openRecord(opening, placeOf(id, youngPersonId), reason_sealed)))
	}));
}
