/*
 * The board: the concerns that an actor may see, overdue first, without a word of what was written. One thread is opened
 * in threads.server.ts; who may see what is decided in reach.server.ts.
 */
import type { Selectable } from 'kysely';
import type { Actor } from '#lib/auth/actor.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import type { ConcernTable, Database } from '#lib/database/schema.ts';
import { calledBy } from '#lib/people/names.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { forManyRecords } from '#lib/secrets/records.server.ts';
import type { Topic, Wish } from '../concern.ts';
import { nameGiven } from './given.server.ts';
import { concernsWithin, reachOf, type Reach } from './reach.server.ts';
import { clockInWords, inOrder, standingOf, type Standable, type Standing } from './standing.ts';

/** What of the board is shown; it stands in the address. */
export const SHOWN = ['open', 'mine', 'closed'] as const;
export type Shown = (typeof SHOWN)[number];

const A_PAGE = 25;

export interface BoardLine {
	id: string;
	/** How they are called; without an account the name they gave, if any. */
	who: string;
	hasAccount: boolean;
	topic: Topic;
	wish: Wish;
	madeAt: string;
	standing: Standing;
	/** "1 working day late". */
	clock: string;
	/** The name of who looks after it. */
	assigned: string | null;
	/** Whether that is the actor. */
	isMine: boolean;
}

export interface Counts {
	/** Not read in time. */
	overdue: number;
	/** Not answered in time. */
	unanswered: number;
	/** Not read, and in time. */
	unseen: number;
	/** Read, and waiting for an answer, in time. */
	waiting: number;
	answered: number;
	mine: number;
	closed: number;
}

export interface Board {
	lines: BoardLine[];
	counts: Counts;
	/** From 1; only what is closed has more than one. */
	page: number;
	pages: number;
	/** Whether the actor sees everybody's, or only what came to them. */
	seesAll: boolean;
}

type Row = Selectable<ConcernTable> & Standable;

/** Rows within a reach with their latest message, to be narrowed. */
function rowsWithin(db: Database, reach: Reach) {
	return concernsWithin(db, reach)
		.innerJoin('concern_message as last', 'last.concern_id', 'concern.id')
		.where('last.place', '=', (where) =>
			where
				.selectFrom('concern_message as one')
				.select((row) => row.fn.max('one.place').as('place'))
				.whereRef('one.concern_id', '=', 'concern.id')
		)
		.selectAll('concern')
		.select(['last.side as last_side', 'last.at as last_at']);
}

/** How a concern's young person is called on the board: the name of the roster, or what they gave. */
export function whoWrote(name: string | undefined, given: string | null): string {
	return name ?? (given === null ? 'Somebody without an account' : `${given}, without an account`);
}

async function linesOf(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	rows: readonly Row[],
	today: string
): Promise<BoardLine[]> {
	const opening = forManyRecords(keyring);
	const ids = rows.flatMap(({ young_person_id }) => (young_person_id === null ? [] : [young_person_id]));
	const called = await calledBy(db, keyring, ids);
	const names = new Map((await colleaguesOf(db, 'council')).map(({ id, name }) => [id, name]));
	return rows.map((row) => ({
		id: row.id,
		who: whoWrote(
			called.get(row.young_person_id ?? '')?.name,
			row.young_person_id === null ? nameGiven(opening, row) : null
		),
		hasAccount: row.young_person_id !== null,
		topic: row.topic as Topic,
		wish: row.wish as Wish,
		madeAt: row.made_at,
		standing: standingOf(row, today),
		clock: clockInWords(row, today),
		assigned: row.assigned_to === null ? null : (names.get(row.assigned_to) ?? 'somebody who left'),
		isMine: 'staffId' in actor && row.assigned_to === actor.staffId
	}));
}

/** How many are closed within a reach. */
async function countClosed(db: Database, reach: Reach): Promise<number> {
	const { many } = await concernsWithin(db, reach)
		.where('concern.closed_at', 'is not', null)
		.select((row) => row.fn.countAll().as('many'))
		.executeTakeFirstOrThrow();
	return Number(many);
}

function countsOf(open: readonly Row[], staffId: string, closed: number, today: string): Counts {
	const standings = open.map((row) => standingOf(row, today));
	const many = (standing: Standing) => standings.filter((one) => one === standing).length;
	const mine = open.filter(({ assigned_to }) => assigned_to === staffId).length;
	return {
		overdue: many('overdue'),
		unanswered: many('unanswered'),
		unseen: many('unseen'),
		waiting: many('waiting'),
		answered: many('answered'),
		mine,
		closed
	};
}

const lateIn = ({ overdue, unanswered }: Counts) => overdue + unanswered;
const waitingIn = (counts: Counts) => lateIn(counts) + counts.unseen + counts.waiting;

/** What an actor has open now; null for whoever has nothing to look for here. */
async function openOnes(db: Database, actor: Actor, today: string): Promise<{ reach: Reach; open: Row[] } | null> {
	const reach = await reachOf(db, actor, today);
	if (!reach) return null;
	const open = await rowsWithin(db, reach).where('concern.closed_at', 'is', null).execute();
	return { reach, open: inOrder(open, today) };
}

/**
 * The board of an actor; null for whoever has no place at it: neither safeguarding lead nor worker, covering for none, and
 * nothing went up to them.
 */
export async function boardOf(
	db: Database,
	keyring: Keyring,
	actor: Actor,
	now: Date,
	{ shown, page: asked }: { shown: Shown; page: number } = { shown: 'open', page: 1 }
): Promise<Board | null> {
	const today = dayOf(now);
	const found = await openOnes(db, actor, today);
	if (!found || !('staffId' in actor)) return null;
	const { reach, open } = found;
	const closed = await countClosed(db, reach);
	const hasPlace = reach.everything || reach.workers.size > 0 || open.length + closed > 0;
	if (!hasPlace) return null;
	const pages = shown === 'closed' ? Math.max(1, Math.ceil(closed / A_PAGE)) : 1;
	const page = Math.min(Math.max(1, asked), pages);
	const rows =
		shown === 'closed'
			? await rowsWithin(db, reach)
					.where('concern.closed_at', 'is not', null)
					.orderBy('concern.closed_at', 'desc')
					.orderBy('concern.id')
					.limit(A_PAGE)
					.offset((page - 1) * A_PAGE)
					.execute()
			: open.filter(({ assigned_to }) => shown === 'open' || assigned_to === actor.staffId);
	return {
		lines: await linesOf(db, keyring, actor, rows, today),
		counts: countsOf(open, actor.staffId, closed, today),
		page,
		pages,
		seesAll: reach.everything
	};
}

/** For the first page after sign-in: how many wait for somebody to do something, and how many of them are late. */
export async function waitingFor(
	db: Database,
	actor: Actor,
	now: Date
): Promise<{ waiting: number; late: number } | null> {
	const today = dayOf(now);
	const found = await openOnes(db, actor, today);
	if (!found || !('staffId' in actor)) return null;
	const counts = countsOf(found.open, actor.staffId, 0, today);
	if (waitingIn(counts) === 0 && !found.reach.everything) return null;
	return { waiting: waitingIn(counts), late: lateIn(counts) };
}

/** The concerns of one young person whom the actor sees already, as far as these too are theirs; latest first. */
export async function concernsOf(
	db: Database,
	actor: Actor,
	youngPersonId: string,
	now: Date
): Promise<Pick<BoardLine, 'id' | 'topic' | 'madeAt' | 'standing' | 'clock'>[]> {
	const today = dayOf(now);
	const reach = await reachOf(db, actor, today);
	if (!reach) return [];
	const rows = await rowsWithin(db, reach)
		.where('concern.young_person_id', '=', youngPersonId)
		.orderBy('concern.made_at', 'desc')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		topic: row.topic as Topic,
		madeAt: row.made_at,
		standing: standingOf(row, today),
		clock: clockInWords(row, today)
	}));
}
