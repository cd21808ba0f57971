/*
 * The administrator's view of the council's people: the list, and one of them with what they hold and what was recorded.
 * The advocacy service's people are never in it. Changes are beside.
 */
import { latestOf } from '#lib/audit/latest.server.ts';
import { recordedAbout, type RecordedEvent } from '#lib/audit/record.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { actsAs, type SignedIn } from '../actor.ts';
import { colleaguesOf, type Colleague } from '../staff/accounts.server.ts';
import { heldBy, type Held } from './holdings.server.ts';

export interface ListedColleague extends Colleague {
	/** ISO instant of the last sign-in, or null. */
	lastSignedIn: string | null;
}

/** Whether somebody looks after the council's accounts. */
export const mayLookAfterAccounts = (actor: SignedIn): boolean =>
	actor.tenant === 'council' && actsAs(actor, 'administrator');

/** Everybody of the council, by name; nobody for who is no administrator. */
export async function listColleagues(db: Database, actor: SignedIn): Promise<ListedColleague[]> {
	if (!mayLookAfterAccounts(actor)) return [];
	const latest = await latestOf(db, 'council', 'signed in', 'staff');
	const colleagues = await colleaguesOf(db, 'council');
	return colleagues.map((one) => ({ ...one, lastSignedIn: latest.get(one.id) ?? null }));
}

export interface ColleagueSeen extends ListedColleague {
	/** It is the actor: nobody changes their own account here. */
	isSelf: boolean;
	/** The ISO instant until which a link to enrol waits, or null. */
	linkUntil: string | null;
	holds: Held[];
	history: RecordedEvent[];
}

/** One colleague of the council; null when there is none for the actor. */
export async function findColleague(db: Database, actor: SignedIn, staffId: string): Promise<Colleague | null> {
	if (!mayLookAfterAccounts(actor)) return null;
	return (await colleaguesOf(db, 'council')).find(({ id }) => id === staffId) ?? null;
}

/** One colleague with all that is known of them; null when there is none for the actor. */
export async function colleagueInFull(
	db: Database,
	actor: SignedIn,
	staffId: string,
	now: Date
): Promise<ColleagueSeen | null> {
	const one = (await listColleagues(db, actor)).find(({ id }) => id === staffId);
	if (!one) return null;
	const link = await db
		.selectFrom('enrolment')
		.select('expires_at')
		.where('staff_id', '=', staffId)
		.where('expires_at', '>', now.toISOString())
		.executeTakeFirst();
	return {
		...one,
		isSelf: staffId === actor.staffId,
		linkUntil: link?.expires_at ?? null,
		holds: await heldBy(db, staffId, now),
		history: await recordedAbout(db, 'council', { kind: 'staff', id: staffId })
	};
}
