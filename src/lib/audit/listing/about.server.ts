/*
 * What was recorded about one young person by others, for their own eyes: as subject, or because the subject is theirs.
 * What they did themselves is not among it. Saying it in their words is people/person/openers.server.ts.
 */
import type { Database } from '#lib/database/schema.ts';
import type { Recorded } from '../event.ts';

/** One thing that somebody else did about them. */
export interface DoneAbout {
	place: number;
	at: Date;
	what: Recorded;
	/** staff.id; null for the server and its operator. */
	staffId: string | null;
	actorName: string;
}

/** The latest events of these kinds about a young person by others, newest first, before a place if one is given. */
export async function doneAbout(
	db: Database,
	youngPersonId: string,
	kinds: readonly Recorded[],
	{ before, most }: { before: number | null; most: number }
): Promise<DoneAbout[]> {
	let query = db
		.selectFrom('audit_event')
		.select(['place', 'at', 'what', 'actor_kind', 'actor_id', 'actor_name'])
		.where('tenant', '=', 'council')
		.where('what', 'in', kinds)
		.where('actor_kind', 'in', ['staff', 'command line'])
		.where((where) =>
			where.or([
				where('about_person', '=', youngPersonId),
				// Rows from before it was kept whom they are about.
				where.and([
					where('about_person', 'is', null),
					where('subject_kind', '=', 'young person'),
					where('subject_id', '=', youngPersonId)
				])
			])
		);
	if (before !== null) query = query.where('place', '<', before);
	const rows = await query.orderBy('place', 'desc').limit(most).execute();
	return rows.map(({ place, at, what, actor_kind, actor_id, actor_name }) => ({
		place,
		at: new Date(at),
		what: what as Recorded,
		staffId: actor_kind === 'staff' ? actor_id : null,
		actorName: actor_name
	}));
}
