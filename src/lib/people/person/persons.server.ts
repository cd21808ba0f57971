/*
 * One young person's page for staff: what the roster knows, who works with them, what may be sent, and what was done.
 * Never anything about survey answers. Opening it is recorded for whoever is not their own worker.
 */
import { ROSTER_WORK } from '#lib/audit/event.ts';
import { record, recordedAbout, type RecordedEvent } from '#lib/audit/record.server.ts';
import type { Actor } from '#lib/auth/actor.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { ageOn, dayOf } from '#lib/calendar/day.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { areaOfDistrict, type Area } from '#lib/settings/district.ts';
import { readSettings } from '#lib/settings/settings.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { CASELOAD_ROLES, WORKER_COLUMNS, type CaseloadRole } from '../caseload.ts';
import type { TheirPerson, TheirRecord } from '../caseloads.server.ts';
import type { SealedDetails } from '../detail.ts';
import { correctableBy } from './correction.ts';
import { openRecordOf, type OpenedRecord } from './reasons.server.ts';
import { participationWords } from './review-code.ts';
import { whatMayBeSent, type Sending } from './sending.ts';

/** One kind of worker of a young person. */
export interface Worker {
	role: CaseloadRole;
	/** The colleague whose caseload they are in. */
	colleague: { id: string; name: string; disabled: boolean; since: string } | null;
	/** The name in the council's file, where it is another's or nobody's account. */
	named: string | null;
}

export interface YoungPersonPage extends SealedDetails, Omit<TheirPerson, 'preferredName'> {
	age: number;
	unaccompanied: boolean;
	language: string | null;
	interpreter: boolean;
	team: string | null;
	district: string | null;
	/** Whether that district is in the council's area. */
	area: Area;
	accountWanted: boolean;
	/** The day of the last return that named them; '' for who was added by hand. */
	importedAsOf: string;
	addedOn: string | null;
	workers: Worker[];
	sending: Sending[];
	/** Reviews of the return, latest first. */
	reviews: { held: string; words: string }[];
	/** What staff did with their details and cards, newest first: never what they themselves did here. */
	events: RecordedEvent[];
	mayCorrect: boolean;
}

async function workersOf(db: Database, person: TheirRecord['row']): Promise<Worker[]> {
	const rows = await db.selectFrom('caseload').selectAll().where('young_person_id', '=', person.id).execute();
	const colleagues = await colleaguesOf(db, 'council');
	return CASELOAD_ROLES.map((role) => {
		const row = rows.find((one) => one.role === role);
		const held = colleagues.find((one) => one.id === row?.staff_id);
		const colleague = held && row ? { id: held.id, name: held.name, disabled: held.disabled, since: row.since } : null;
		const named = person[WORKER_COLUMNS[role]];
		return { role, colleague, named: named === colleague?.name ? null : named };
	});
}

export type Opened = { kind: 'opened'; page: YoungPersonPage } | Exclude<OpenedRecord, { kind: 'theirs' }>;

/** Opens the page of a young person for an actor, who says why first where they do not work together. */
export async function openYoungPerson(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	now: Date
): Promise<Opened> {
	const today = dayOf(now);
	const found = await openRecordOf(db, keyring, actor, id, now);
	if (found.kind !== 'theirs') return found;
	const { person, row, details } = found;
	if (!person.ties.some(({ via }) => via === 'own')) {
		const subject = { kind: 'young person', id } as const;
		await inTransaction(db, (writing) => record(writing, actor, { what: 'young person opened', subject }, now));
	}
	const { districts } = await readSettings(db, ['districts']);
	const reviews = await db
		.selectFrom('statutory_review')
		.select(['held', 'participation_code'])
		.where('young_person_id', '=', id)
		.orderBy('held', 'desc')
		.execute();
	const page = {
		...person,
		...details,
		age: ageOn(person.born, today),
		unaccompanied: row.unaccompanied === 1,
		language: row.language,
		interpreter: row.interpreter === 1,
		team: row.team,
		district: row.district,
		area: areaOfDistrict(row.district, districts),
		accountWanted: row.account_wanted === 1,
		importedAsOf: row.imported_as_of,
		addedOn: row.added_on,
		workers: await workersOf(db, row),
		sending: whatMayBeSent(person, today),
		reviews: reviews.map(({ held, participation_code }) => ({ held, words: participationWords(participation_code) })),
		events: await recordedAbout(db, 'council', { kind: 'young person', id }, 20, ROSTER_WORK),
		mayCorrect: correctableBy(actor, person.ties).length > 0
	};
	return { kind: 'opened', page };
}
