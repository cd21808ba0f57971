/*
 * Appending to the record: one chain for each tenant, every row with the hash of the one before. It runs inside the
 * transaction of what it records, so that neither stands without the other. Nothing here changes or removes a row.
 */
import type { Actor, Tenant, YoungPersonSignedIn } from '#lib/auth/actor.ts';
import { exclusiveLock } from '#lib/database/dialect.server.ts';
import type { AuditEventTable, Database, Writing } from '#lib/database/schema.ts';
import { hashOf } from '#lib/secrets/envelope.ts';
import type { AuditEvent, Recorded } from './event.ts';

/** Somebody who is not signed in: a locked sign-in has no one to name. */
export const NOBODY = { nobody: true } as const;

export type Recording = Actor | YoungPersonSignedIn | typeof NOBODY;

/**
 * The hash of a row: SHA-256, base64url, over all its other columns in the order of the table. Whom it is about came later:
 * it counts where it is there, so that the rows from before still fit.
 */
export function hashOfEvent(row: Omit<AuditEventTable, 'hash'>): string {
	const columns = [
		row.tenant,
		row.place,
		row.at,
		row.actor_kind,
		row.actor_id,
		row.actor_name,
		row.what,
		row.subject_kind,
		row.subject_id,
		row.detail,
		row.previous,
		...(row.about_person === null ? [] : [row.about_person])
	];
	return hashOf(JSON.stringify(columns));
}

function actorColumns(actor: Recording): Pick<AuditEventTable, 'tenant' | 'actor_kind' | 'actor_id' | 'actor_name'> {
	const tenant: Tenant = 'tenant' in actor ? actor.tenant : 'council';
	if ('nobody' in actor) return { tenant, actor_kind: 'nobody', actor_id: null, actor_name: '' };
	if ('commandLine' in actor) return { tenant, actor_kind: 'command line', actor_id: null, actor_name: actor.name };
	if ('accountId' in actor)
		return { tenant, actor_kind: 'young person', actor_id: actor.youngPersonId, actor_name: '' };
	return { tenant, actor_kind: 'staff', actor_id: actor.staffId, actor_name: actor.name };
}

/** Whom an event is about: the one named, or the young person who is its subject. */
function personOf({ subject, person }: AuditEvent): string | null {
	return person ?? (subject?.kind === 'young person' ? subject.id : null);
}

/** Appends one event to the chain of the actor's tenant, or of the one named, in the caller's transaction. */
export async function record(
	writing: Writing,
	actor: Recording,
	event: AuditEvent,
	now: Date,
	inTenant?: Tenant
): Promise<void> {
	const by = actorColumns(actor);
	const tenant = inTenant ?? by.tenant;
	const end = await exclusiveLock(
		writing.selectFrom('audit_chain').selectAll().where('tenant', '=', tenant),
		writing
	).executeTakeFirstOrThrow();
	const row = {
		...by,
		tenant,
		place: end.place + 1,
		at: now.toISOString(),
		what: event.what,
		subject_kind: event.subject?.kind ?? null,
		subject_id: event.subject?.id ?? null,
		about_person: personOf(event),
		detail: JSON.stringify(event.detail ?? {}),
		previous: end.hash
	};
	const hash = hashOfEvent(row);
	await writing
		.insertInto('audit_event')
		.values({ ...row, hash })
		.execute();
	await writing.updateTable('audit_chain').set({ place: row.place, hash }).where('tenant', '=', tenant).execute();
}

/** One line of the record, for pages. */
export interface RecordedEvent {
	at: string;
	actorKind: string;
	actorName: string;
	what: string;
	detail: Record<string, string | number | boolean | null>;
}

/** The columns of a line. */
export const LINE_COLUMNS = ['at', 'actor_kind', 'actor_name', 'what', 'detail'] as const;

/** A row of the record as a line of it. */
export function lineOf(row: Pick<AuditEventTable, (typeof LINE_COLUMNS)[number]>): RecordedEvent {
	const detail = JSON.parse(row.detail) as RecordedEvent['detail'];
	return { at: row.at, actorKind: row.actor_kind, actorName: row.actor_name, what: row.what, detail };
}

/** The latest events about one thing, of some kinds or all, newest first. Who may see them is decided by the caller's module. */
export async function recordedAbout(
	db: Database,
	tenant: Tenant,
	subject: { kind: string; id: string },
	most = 50,
	kinds?: readonly Recorded[]
): Promise<RecordedEvent[]> {
	let query = db
		.selectFrom('audit_event')
		.select(LINE_COLUMNS)
		.where('tenant', '=', tenant)
		.where('subject_kind', '=', subject.kind)
		.where('subject_id', '=', subject.id);
	if (kinds) query = query.where('what', 'in', kinds);
	const rows = await query.orderBy('place', 'desc').limit(most).execute();
	return rows.map(lineOf);
}
