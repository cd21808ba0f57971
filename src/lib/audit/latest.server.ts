/*
 * What was recorded lately, across subjects: when something last was, and all of some kinds since a day. What was recorded
 * about one thing is read in record.server.ts.
 */
import type { Tenant } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import type { AuditEvent, Recorded } from './event.ts';
import { LINE_COLUMNS, lineOf, type RecordedEvent } from './record.server.ts';

/** The latest instant of an event by the id of its subject. */
export async function latestOf(
	db: Database,
	tenant: Tenant,
	what: Recorded,
	subjectKind: NonNullable<AuditEvent['subject']>['kind']
): Promise<Map<string, string>> {
	const rows = await db
		.selectFrom('audit_event')
		.select((row) => ['subject_id as id', row.fn.max('at').as('at')])
		.where('tenant', '=', tenant)
		.where('subject_kind', '=', subjectKind)
		.where('what', '=', what)
		.groupBy('subject_id')
		.execute();
	return new Map(rows.flatMap(({ id, at }) => (id === null ? [] : [[id, at]])));
}

/** An event with what tells it apart, who did it and whom it is about. */
export interface LatelyRecorded extends RecordedEvent {
	/** Its place in the chain of the tenant. */
	place: number;
	actorId: string | null;
	subjectId: string | null;
}

/** All events of these kinds since an instant, newest first. Who may see them is decided by the caller's module. */
export async function recordedSince(
	db: Database,
	tenant: Tenant,
	kinds: readonly Recorded[],
	since: Date
): Promise<LatelyRecorded[]> {
	const rows = await db
		.selectFrom('audit_event')
		.select([...LINE_COLUMNS, 'place', 'actor_id', 'subject_id'])
		.where('tenant', '=', tenant)
		.where('what', 'in', kinds)
		.where('at', '>=', since.toISOString())
		.orderBy('place', 'desc')
		.execute();
	return rows.map((row) => ({
		...lineOf(row),
		place: row.place,
		actorId: row.actor_id,
		subjectId: row.subject_id
	}));
}

/** How many events are older than an instant, over all tenants. */
export async function eventsBefore(db: Database, before: Date): Promise<number> {
	const row = await db
		.selectFrom('audit_event')
		.select((event) => event.fn.countAll<number>().as('count'))
		.where('at', '<', before.toISOString())
		.executeTakeFirstOrThrow();
	return Number(row.count);
}
