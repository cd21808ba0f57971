/*
 * The record as an administrator reads it: the council's events by filter, newest first, fifty a page, each in words and
 * without content. A young person is a mark where staff worked on their details, and no mark in all they do themselves.
 */
import type { Selectable } from 'kysely';
import type { Actor } from '#lib/auth/actor.ts';
import { actsAs } from '#lib/auth/actor.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import type { AuditEventTable, Database } from '#lib/database/schema.ts';
import { keyedHash } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { ROSTER_WORK, type SubjectKind } from '../event.ts';
import { lineOf } from '../record.server.ts';
import { kindsOf, OTHERS, spanOf, type Other, type RecordFilter } from './filter.ts';
import { detailInWords, recordedInWords, settingInWords, SUBJECT_WORDS } from './words.ts';

const PAGE = 50;
const MARKS = 'record/marks';
const LETTERS = 'ABCDEFGHJKLMNPQRSTVWXYZ23456789';

/** One event in words. */
export interface ListedEvent {
	place: number;
	at: Date;
	who: string;
	what: string;
	/** About whom or what; null where it is about nothing. */
	about: string | null;
	besides: string;
}

export interface RecordPage {
	events: ListedEvent[];
	/** Places for the pages before and after; null where there is none. */
	older: number | null;
	newer: number | null;
	/** For choosing who. */
	staff: { id: string; name: string }[];
}

/** Whoever may read the record: administrators, and the operator. */
export const mayReadRecord = (actor: Actor): boolean =>
	actsAs(actor, 'administrator') && ('commandLine' in actor || actor.tenant === 'council');

/** What tells one young person, wave or release from another in the record: the same each time, and no way back. */
export function marksOf(keyring: Keyring): (id: string) => string {
	const key = keyring.getOrDraw(MARKS);
	return (id) => {
		const hash = Buffer.from(keyedHash(key, id), 'base64url');
		return [...hash.subarray(0, 5)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
	};
}

/** What has no mark, so that nobody who learns whose it is could read in the record what else is theirs. */
const UNMARKED: readonly string[] = ['concern', 'data request', 'notice', 'record', 'roster', 'backup', 'key'];

/**
 * Whether an event may say by a mark what it is about. Who has a colleague open a page learns whose mark it is: it must
 * lead to nothing but other work of staff on the same details.
 */
const isMarked = (what: string, subjectKind: string): boolean =>
	subjectKind === 'young person' ? (ROSTER_WORK as readonly string[]).includes(what) : !UNMARKED.includes(subjectKind);

const filtered = (db: Database, filter: RecordFilter) => {
	const { from, before } = spanOf(filter);
	const kinds = kindsOf(filter);
	const other = OTHERS[filter.who as Other];
	let query = db.selectFrom('audit_event').selectAll().where('tenant', '=', 'council');
	if (other) query = query.where('actor_kind', '=', other.actorKind);
	else if (filter.who) query = query.where('actor_kind', '=', 'staff').where('actor_id', '=', filter.who);
	if (kinds) query = query.where('what', 'in', kinds);
	if (filter.about) query = query.where('subject_kind', '=', filter.about);
	if (from) query = query.where('at', '>=', from);
	if (before) query = query.where('at', '<', before);
	return query;
};

/** Says events of the council in words; what it needs to know is read once. */
async function teller(db: Database, keyring: Keyring) {
	const colleagues = await colleaguesOf(db, 'council');
	const names = new Map(colleagues.map(({ id, name }) => [id, name]));
	const mark = marksOf(keyring);
	const whoOf = (row: Selectable<AuditEventTable>): string => {
		if (row.actor_kind === 'young person') return 'A young person';
		if (row.actor_kind === 'nobody') return 'Nobody signed in';
		return row.actor_name;
	};
	const aboutOf = (what: string, kind: string, id: string): string => {
		const called = SUBJECT_WORDS[kind as SubjectKind] ?? kind;
		if (kind === 'staff') return names.get(id) ?? called;
		if (kind === 'setting') return settingInWords(id);
		return isMarked(what, kind) ? `${called} ${mark(id)}` : called;
	};
	const tell = (row: Selectable<AuditEventTable>): ListedEvent => ({
		place: row.place,
		at: new Date(row.at),
		who: whoOf(row),
		what: recordedInWords(row.what),
		about: row.subject_kind === null ? null : aboutOf(row.what, row.subject_kind, row.subject_id ?? ''),
		besides: detailInWords(lineOf(row).detail)
	});
	return { tell, staff: colleagues.map(({ id, name }) => ({ id, name })) };
}

/** One page of the record for who may read it; null for anybody else. */
export async function listRecord(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	filter: RecordFilter
): Promise<RecordPage | null> {
	if (!mayReadRecord(actor)) return null;
	const { tell, staff } = await teller(db, keyring);
	const { before, after } = filter;
	const from = filtered(db, filter).limit(PAGE + 1);
	const rows =
		after === null
			? await (before === null ? from : from.where('place', '<', before)).orderBy('place', 'desc').execute()
			: await from.where('place', '>', after).orderBy('place').execute();
	const isMore = rows.length > PAGE;
	const shown = rows.slice(0, PAGE);
	if (after !== null) shown.reverse();
	const [first, last] = [shown[0]?.place ?? null, shown.at(-1)?.place ?? null];
	return {
		events: shown.map(tell),
		older: after === null ? (isMore ? last : null) : (last ?? after + 1),
		newer: after === null ? (before === null ? null : (first ?? before - 1)) : isMore ? first : null,
		staff
	};
}

/** Every event that fits a filter, oldest first, a portion at a time. */
export async function* everyEvent(db: Database, keyring: Keyring, filter: RecordFilter): AsyncGenerator<ListedEvent[]> {
	const { tell } = await teller(db, keyring);
	for (let last = 0; ;) {
		const rows = await filtered(db, filter).where('place', '>', last).orderBy('place').limit(1000).execute();
		if (rows.length > 0) yield rows.map(tell);
		last = rows.at(-1)?.place ?? last;
		if (rows.length < 1000) return;
	}
}
