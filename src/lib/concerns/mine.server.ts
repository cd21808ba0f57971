/*
 * What a young person sees of what they sent: how it stands, the thread, what was done. Theirs by their account, or by the
 * code that they showed; anything else is not found.
 */
import type { Role, YoungPersonSignedIn } from '#lib/auth/actor.ts';
import { checkEntryCode, type CodeChecked } from '#lib/auth/entry-codes.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import type { ConcernMessageTable, ConcernTable, Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { forManyRecords } from '#lib/secrets/records.server.ts';
import { whoMaySee } from './board/reach.server.ts';
import { readClosings } from './closing.ts';
import { lateFor, stateOf, type State, type Topic } from './concern.ts';
import { firstNameOf } from './readers.server.ts';
import { openConcernText } from './sealing.server.ts';

/** Whoever showed the code of one concern; it opens that one and no other. */
export interface ShownCode {
	concern: string;
}
export type Whose = YoungPersonSignedIn | ShownCode;

/** The concerns that are somebody's: every query about one's own begins here. */
export function ownConcerns(db: Database, whose: Whose) {
	const all = db.selectFrom('concern');
	return 'concern' in whose
		? all.where('concern.id', '=', whose.concern).where('concern.young_person_id', 'is', null)
		: all.where('concern.young_person_id', '=', whose.youngPersonId);
}

/** Whether it is theirs. */
export async function isMine(db: Database, whose: Whose, id: string): Promise<boolean> {
	const row = await ownConcerns(db, whose).select('concern.id').where('concern.id', '=', id).executeTakeFirst();
	return row !== undefined;
}

/** Somebody of the council as a young person knows them. */
export interface Someone {
	firstName: string;
	role: Role | null;
}

/** How it stands for them: a worker may have read what a safeguarding lead has still to read. */
export type MyState = State | 'worker';

type Written = Pick<ConcernMessageTable, 'side' | 'read_at'>;
const isReadByWorker = (row: ConcernTable, messages: readonly Written[]): boolean =>
	row.seen_at === null && messages.findLast(({ side }) => side !== 'staff')?.read_at != null;

function myStateOf(row: ConcernTable, messages: readonly Written[]): MyState {
	const state = stateOf(row);
	return state === 'unseen' && isReadByWorker(row, messages) ? 'worker' : state;
}

/** One of their concerns, in a list. */
export interface MyConcern {
	id: string;
	topic: Topic;
	state: MyState;
	/** ISO instants. */
	madeAt: string;
	lastAt: string;
	/** Messages of staff that they have not read. */
	unread: number;
}

/** One's own concerns, the latest written to first. */
export async function myConcerns(db: Database, youngPerson: YoungPersonSignedIn): Promise<MyConcern[]> {
	const rows = await ownConcerns(db, youngPerson).selectAll('concern').execute();
	if (rows.length === 0) return [];
	const messages = await db
		.selectFrom('concern_message')
		.innerJoin('concern', 'concern.id', 'concern_message.concern_id')
		.select(['concern_id', 'at', 'side', 'read_at'])
		.where('young_person_id', '=', youngPerson.youngPersonId)
		.orderBy('place')
		.execute();
	return rows
		.map((row): MyConcern => {
			const theirs = messages.filter(({ concern_id }) => concern_id === row.id);
			const lastAt = theirs.map(({ at }) => at).reduce((one, other) => (one > other ? one : other), row.made_at);
			const unread = theirs.filter(({ side, read_at }) => side === 'staff' && read_at === null).length;
			return {
				id: row.id,
				topic: row.topic as Topic,
				state: myStateOf(row, theirs),
				madeAt: row.made_at,
				lastAt,
				unread
			};
		})
		.sort((one, other) => (one.lastAt < other.lastAt ? 1 : -1));
}

/** How many messages wait to be read; for the first page. */
export async function waitingForMe(db: Database, { youngPersonId }: YoungPersonSignedIn): Promise<number> {
	const { count } = await db
		.selectFrom('concern_message')
		.innerJoin('concern', 'concern.id', 'concern_message.concern_id')
		.select((row) => row.fn.countAll().as('count'))
		.where('young_person_id', '=', youngPersonId)
		.where('side', '=', 'staff')
		.where('read_at', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(count);
}

export interface MyMessage {
	at: string;
	/** Null: they wrote it themselves. */
	by: Someone | null;
	words: string;
	/** Staff wrote it, and it is read here for the first time. */
	isNew: boolean;
	/** They wrote it, and somebody at the council has read it. */
	isRead: boolean;
}

/** A concern as its young person reads it. */
export interface MyThread {
	id: string;
	topic: Topic;
	state: MyState;
	madeAt: string;
	/** The ISO day by whose end it must have been seen, and whether that day is over and nobody has looked. */
	dueOn: string;
	isLate: boolean;
	/** The ISO day by whose end they must have had an answer, where that day is over and nobody has answered. */
	answerWasDue: string | null;
	/** By a safeguarding lead, who covers for one, or to whom it went up. */
	seen: { at: string; by: Someone } | null;
	/** A worker read the latest, and none of those has. */
	isReadByWorker: boolean;
	answeredAt: string | null;
	closed: { at: string; by: Someone; /** What was done, in words for them. */ done: string } | null;
	messages: MyMessage[];
	/** Everybody who can read it today. */
	readers: Someone[];
	/** Whom it was sent to as well, and who works with them no more: they cannot read it now. */
	noLonger: Someone | null;
}

/** How staff are named to a young person: by first name, and the role that matters here. */
function someoneOf(colleagues: Awaited<ReturnType<typeof colleaguesOf>>): (id: string | null) => Someone {
	const KNOWN = ['IRO', 'social worker', 'safeguarding lead'] as const;
	return (id) => {
		const colleague = colleagues.find((one) => one.id === id);
		const role = KNOWN.find((one) => colleague?.roles.includes(one)) ?? null;
		return { firstName: firstNameOf(colleague?.name ?? ''), role };
	};
}

/** Opens one of theirs, and notes what staff wrote as read; null when it is not theirs. */
export async function openMine(
	db: Database,
	keyring: Keyring,
	whose: Whose,
	id: string,
	now: Date
): Promise<MyThread | null> {
	const row = await ownConcerns(db, whose).selectAll('concern').where('concern.id', '=', id).executeTakeFirst();
	if (!row) return null;
	const rows = await db
		.selectFrom('concern_message')
		.selectAll()
		.where('concern_id', '=', id)
		.orderBy('place')
		.execute();
	await db
		.updateTable('concern_message')
		.set({ read_at: now.toISOString() })
		.where('concern_id', '=', id)
		.where('side', '=', 'staff')
		.where('read_at', 'is', null)
		.where('place', '<=', rows.at(-1)?.place ?? 0)
		.execute();
	const someone = someoneOf(await colleaguesOf(db, 'council'));
	const readers = (await whoMaySee(db, row, dayOf(now))).map((one) => one.id);
	const opening = forManyRecords(keyring);
	const owner = row.young_person_id;
	const late = row.closed_at === null ? lateFor(row, dayOf(now)) : null;
	return {
		id,
		topic: row.topic as Topic,
		state: myStateOf(row, rows),
		madeAt: row.made_at,
		dueOn: row.due_on,
		isLate: late?.waitsFor === 'reading',
		answerWasDue: late?.waitsFor === 'an answer' ? late.dueDay : null,
		seen: row.seen_at ? { at: row.seen_at, by: someone(row.seen_by) } : null,
		isReadByWorker: isReadByWorker(row, rows),
		answeredAt: row.answered_at,
		closed: closedOf(opening, row, someone),
		readers: readers.map(someone),
		noLonger: row.worker_id !== null && !readers.includes(row.worker_id) ? someone(row.worker_id) : null,
		messages: rows.map((message) => ({
			at: message.at,
			by: message.side === 'staff' ? someone(message.staff_id) : null,
			words: openConcernText(opening, 'words_sealed', message.id, owner, message.words_sealed),
			isNew: message.side === 'staff' && message.read_at === null,
			isRead: message.side !== 'staff' && message.read_at !== null
		}))
	};
}

function closedOf(keyring: Keyring, row: ConcernTable, someone: (id: string | null) => Someone): MyThread['closed'] {
	if (row.closed_at === null) return null;
	const sealed = row.closing_sealed;
	const text = sealed && openConcernText(keyring, 'closing_sealed', row.id, row.young_person_id, sealed);
	return { at: row.closed_at, by: someone(row.closed_by), done: readClosings(text || null).at(-1)?.forThem ?? '' };
}

/** Whose code somebody typed; wrong, unknown and never a code answer alike. */
export async function showCode(
	db: Database,
	keyring: Keyring,
	typed: string,
	now: Date
): Promise<CodeChecked<ShownCode>> {
	const find = async (selector: string) => {
		const row = await db
			.selectFrom('concern')
			.select(['id', 'verifier_hash'])
			.where('selector', '=', selector)
			.where('young_person_id', 'is', null)
			.executeTakeFirst();
		return row?.verifier_hash ? { id: row.id, verifier_hash: row.verifier_hash } : null;
	};
	const checked = await checkEntryCode(db, keyring, 'young people', typed, find, () => now.getTime());
	return checked.kind === 'right' ? { kind: 'right', row: { concern: checked.row.id } } : checked;
}
