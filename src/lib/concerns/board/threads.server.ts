/*
 * Opening one concern for staff: it is seen from then on, its messages are read, and the record says who opened it. What
 * is done with it is in answers.server.ts and closings.server.ts.
 */
import type { Selectable } from 'kysely';
import { record, recordedAbout, type RecordedEvent } from '#lib/audit/record.server.ts';
import type { Actor, Role } from '#lib/auth/actor.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { ConcernMessageTable, ConcernTable, Database, Writing } from '#lib/database/schema.ts';
import { calledBy } from '#lib/people/names.server.ts';
import { hashOf } from '#lib/secrets/envelope.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { forManyRecords } from '#lib/secrets/records.server.ts';
import { readClosings, readOnFile, type Closing, type OnFile } from '../closing.ts';
import type { Given, Topic, WaitsFor, Wish } from '../concern.ts';
import { openConcernText } from '../sealing.server.ts';
import { whoWrote } from './board.server.ts';
import { openGiven } from './given.server.ts';
import { findConcern, whoMaySee, type Reach } from './reach.server.ts';
import { clockInWords, standingOf, type Standing } from './standing.ts';

export interface Message {
	id: string;
	at: string;
	fromThem: boolean;
	/** The colleague who wrote it; null for the young person's own. */
	by: string | null;
	words: string;
	/** When the other side first read it. */
	readAt: string | null;
}

type By<T> = Omit<T, 'by'> & { by: string };

export interface Thread {
	id: string;
	who: string;
	/** young_person.id; null without an account. */
	person: string | null;
	/** Whether the roster says that post to where they live is not safe. */
	addressUnsafe: boolean;
	topic: Topic;
	wish: Wish;
	aboutWorker: boolean;
	given: Given;
	madeAt: string;
	standing: Standing;
	clock: string;
	/** Who saw it first since they last wrote. */
	seen: { at: string; by: string } | null;
	messages: Message[];
	assigned: { id: string; name: string } | null;
	/** To whom it went because nobody had looked, or answered, oldest first. */
	wentUp: { at: string; to: string | null; waitsFor: WaitsFor }[];
	closings: By<Closing>[];
	onFile: boolean;
	onFileHistory: By<OnFile>[];
	events: RecordedEvent[];
	/** Who could look after it: everybody who may see it. */
	able: { id: string; name: string; roles: Role[] }[];
	/** Putting it on the child's record is for the safeguarding lead and who covers for one. */
	mayFile: boolean;
	/** What the page saw, for whatever is done next. */
	print: string;
}

/** Changes when somebody else writes, assigns, files, closes or opens again. */
export function printOf(
	{ assigned_to, closed_at, on_file }: Pick<Selectable<ConcernTable>, 'assigned_to' | 'closed_at' | 'on_file'>,
	messages: number
): string {
	return hashOf(JSON.stringify([messages, assigned_to, closed_at, on_file])).slice(0, 22);
}

/** The subject and the person of an event about a concern. */
export const about = ({ id, young_person_id }: Pick<Selectable<ConcernTable>, 'id' | 'young_person_id'>) => ({
	subject: { kind: 'concern', id } as const,
	...(young_person_id === null ? {} : { person: young_person_id })
});

/**
 * Whether this opening stops the clock: it runs for the safeguarding lead, who covers for one, or to whom it went up; a
 * worker who may read it too does not stop it.
 */
async function stopsTheClock(writing: Writing, id: string, { everything, toldAs }: Reach): Promise<boolean> {
	if (everything || toldAs.length === 0) return everything;
	const told = await writing
		.selectFrom('concern_escalation')
		.select('level')
		.where('concern_id', '=', id)
		.where('to_staff_id', 'in', toldAs)
		.executeTakeFirst();
	return told !== undefined;
}

/** Marks it as seen and read, and records who opened it; null when it is not the actor's to open. */
async function see(writing: Writing, actor: Actor, id: string, now: Date) {
	const found = await findConcern(writing, actor, id, dayOf(now));
	if (!found || !('staffId' in actor)) return null;
	const at = now.toISOString();
	const { concern, reach } = found;
	if (concern.seen_at === null && (await stopsTheClock(writing, id, reach))) {
		const seen = { seen_at: at, seen_by: actor.staffId };
		await writing.updateTable('concern').set(seen).where('id', '=', id).where('seen_at', 'is', null).execute();
	}
	await writing
		.updateTable('concern_message')
		.set({ read_at: at })
		.where('concern_id', '=', id)
		.where('side', '=', 'young person')
		.where('read_at', 'is', null)
		.execute();
	await record(writing, actor, { what: 'concern opened', ...about(concern) }, now);
	return findConcern(writing, actor, id, dayOf(now));
}

async function messagesOf(
	db: Database,
	keyring: Keyring,
	{ id, young_person_id }: Selectable<ConcernTable>,
	nameOf: (id: string | null) => string
): Promise<{ rows: Selectable<ConcernMessageTable>[]; messages: Message[] }> {
	const rows = await db
		.selectFrom('concern_message')
		.selectAll()
		.where('concern_id', '=', id)
		.orderBy('place')
		.execute();
	const messages = rows.map((row) => ({
		id: row.id,
		at: row.at,
		fromThem: row.side === 'young person',
		by: row.side === 'young person' ? null : nameOf(row.staff_id),
		words: openConcernText(keyring, 'words_sealed', row.id, young_person_id, row.words_sealed),
		readAt: row.read_at
	}));
	return { rows, messages };
}

/** Who was told because nobody had looked, or answered: one line for each time and person, however many steps it was. */
async function wentUpTo(db: Database, id: string, nameOf: (id: string | null) => string) {
	const rows = await db
		.selectFrom('concern_escalation')
		.select(['at', 'to_staff_id', 'waits_for'])
		.where('concern_id', '=', id)
		.orderBy('due_on')
		.orderBy('level')
		.execute();
	const lines = rows.map(({ at, to_staff_id: to, waits_for }) => {
		return { at, to: to === null ? null : nameOf(to), waitsFor: waits_for as WaitsFor };
	});
	return [...new Map(lines.map((line) => [`${line.at} ${line.to ?? ''}`, line])).values()];
}

/** Opens a concern for an actor; null when there is none, or not for them. */
export async function openConcern(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	id: string,
	now: Date
): Promise<Thread | null> {
	const found = await inTransaction(db, (writing) => see(writing, actor, id, now));
	if (!found) return null;
	const { concern, reach } = found;
	const today = dayOf(now);
	const opening = forManyRecords(keyring);
	const owner = concern.young_person_id;
	const names = new Map((await colleaguesOf(db, 'council')).map((one) => [one.id, one.name]));
	const nameOf = (staffId: string | null) => names.get(staffId ?? '') ?? 'somebody who left';
	const opened = (column: 'closing_sealed' | 'on_file_sealed') =>
		concern[column] === null ? null : openConcernText(opening, column, id, owner, concern[column]);
	const { rows, messages } = await messagesOf(db, opening, concern, nameOf);
	const given = openGiven(opening, concern);
	const called = owner === null ? undefined : (await calledBy(db, opening, [owner])).get(owner);
	const last = rows.at(-1);
	const standable = { ...concern, last_side: last?.side ?? 'young person', last_at: last?.at ?? concern.made_at };
	const named = <T extends { by: string }>(one: T) => ({ ...one, by: nameOf(one.by) });
	return {
		id,
		who: whoWrote(called?.name, owner === null ? given.name : null),
		person: owner,
		addressUnsafe: called?.addressUnsafe ?? false,
		topic: concern.topic as Topic,
		wish: concern.wish as Wish,
		aboutWorker: concern.about_worker === 1,
		given,
		madeAt: concern.made_at,
		standing: standingOf(standable, today),
		clock: clockInWords(standable, today),
		seen: concern.seen_at === null ? null : { at: concern.seen_at, by: nameOf(concern.seen_by) },
		messages,
		assigned: concern.assigned_to === null ? null : { id: concern.assigned_to, name: nameOf(concern.assigned_to) },
		wentUp: await wentUpTo(db, id, nameOf),
		closings: readClosings(opened('closing_sealed')).map(named),
		onFile: concern.on_file === 1,
		onFileHistory: readOnFile(opened('on_file_sealed')).map(named),
		events: await recordedAbout(db, 'council', { kind: 'concern', id }),
		able: (await whoMaySee(db, concern, today)).map(({ id: one, name, roles }) => ({ id: one, name, roles })),
		mayFile: reach.everything && owner !== null,
		print: printOf(concern, messages.length)
	};
}
