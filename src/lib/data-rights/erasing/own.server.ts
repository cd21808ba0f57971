/*
 * A young person takes something of theirs away: their account, their messages, or all that may go at once. What stays, and
 * why, is said before. What only staff can erase is asked for in the same go.
 */
import type { Ledger } from '#lib/audit/ledger.server.ts';
import { record } from '#lib/audit/record.server.ts';
import type { YoungPersonSignedIn } from '#lib/auth/actor.ts';
import { dayOf } from '#lib/calendar/day.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import { subjectOf } from '#lib/people/kept.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { askMyself } from '../asking.server.ts';
import { eraseWhatMayGo, thingsThatMayGo } from '../erasures.server.ts';
import type { Refusal } from '../held.ts';
import { refusalsFor } from '../holders.server.ts';

/** What can be taken away, and the table whose module has it; null for all. */
export const TAKEN_AWAY = { account: 'young_account', messages: 'concern', everything: null } as const;
export type TakenAway = keyof typeof TAKEN_AWAY;
export const isTakenAway = (text: string): text is TakenAway => Object.hasOwn(TAKEN_AWAY, text);

export interface BeforeErasing {
	/** How many of each goes at once, by table. */
	goes: Record<string, number>;
	/** What stays of what was chosen. */
	stays: Refusal[];
	/** Staff are asked for the rest: nothing stands against it, but somebody must look. */
	asksStaff: boolean;
}

/** What will go and what will stay; null when they are not in the roster any more. */
export async function beforeErasing(
	db: Database,
	{ youngPersonId }: YoungPersonSignedIn,
	what: TakenAway,
	today: string
): Promise<BeforeErasing | null> {
	const subject = await subjectOf(db, youngPersonId);
	if (!subject) return null;
	const goes: Record<string, number> = {};
	for (const { table } of await thingsThatMayGo(db, youngPersonId, TAKEN_AWAY[what] ?? undefined))
		goes[table] = (goes[table] ?? 0) + 1;
	const all = what === 'account' ? [] : await refusalsFor(db, subject, today);
	const stays = what === 'messages' ? all.filter(({ key }) => key === 'messages') : all;
	return { goes, stays, asksStaff: what === 'everything' && !subject.lookedAfter };
}

export interface OwnErased {
	rows: number;
	/** The account went, and every session with it. */
	accountGone: boolean;
	askedStaff: boolean;
}

/** Takes it away, at once. `once` is of the form. */
export async function eraseOwn(
	db: Database,
	keyring: Keyring,
	ledger: Ledger,
	who: YoungPersonSignedIn,
	{ what, once }: { what: TakenAway; once: string },
	now: Date
): Promise<OwnErased> {
	const { youngPersonId } = who;
	const before = await beforeErasing(db, who, what, dayOf(now));
	if (!before) return { rows: 0, accountGone: false, askedStaff: false };
	if (before.asksStaff) await askMyself(db, keyring, who, { kind: 'erasure', words: null, once }, now);
	const subject = { kind: 'young person', id: youngPersonId } as const;
	const told = (writing: Writing, rows: number) =>
		record(writing, who, { what: 'young person erased', subject, detail: { what, rows } }, now);
	const of = TAKEN_AWAY[what] ?? undefined;
	const { things, rows } = await eraseWhatMayGo(db, ledger, youngPersonId, now, { of, told });
	const accountGone = things.some(({ table }) => table === 'young_account');
	return { rows, accountGone, askedStaff: before.asksStaff };
}
