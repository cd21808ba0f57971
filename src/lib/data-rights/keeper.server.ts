/*
 * What a module that holds something about young people gives in its kept.server.ts: a copy of it, what of it cannot be
 * erased, and erasing. Types only; the list of all keepers is holders.server.ts.
 */
import type { Database, Writing } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import type { HeldSection, Refusal, Subject } from './held.ts';

/** One thing that can be taken away alone: the row that stands for it, by its table. */
export interface Thing {
	table: string;
	id: string;
}

export interface Keeper {
	/** The tables that it copies from and erases. */
	tables: readonly string[];
	/** Everything held about them, opened; sections that would be empty are not there. */
	heldOf(db: Database, keyring: Keyring, subject: Subject): Promise<HeldSection[]>;
	/** What would stay if they asked on that ISO day for everything to be erased, and why. */
	refusalsOf(db: Database, subject: Subject, today: string): Promise<Refusal[]>;
	/** Everybody of whom something may be refused: nobody else need be asked about one by one. */
	holdsBack?(db: Database): Promise<string[]>;
	/** Holds the rows that decide about the two above and below until the end of the transaction. */
	hold?(writing: Writing, youngPersonId: string): Promise<void>;
	/** What may go at once while they stay in the roster. */
	mayGo(db: Database, youngPersonId: string): Promise<Thing[]>;
	/**
	 * Erases one such thing with all that belongs to it, by its table; twice is as once. Says how many rows went. `until`,
	 * an instant: only what was made and changed by then, for what came after is not what they took away; null: whatever
	 * there is.
	 */
	eraseThing: Readonly<Record<string, (writing: Writing, id: string, until: string | null) => Promise<number>>>;
	/** Erases all that is held of them, whatever is refused: for when they go altogether. Twice is as once. */
	eraseAll(writing: Writing, youngPersonId: string): Promise<number>;
}

/** How many rows a deletion took. */
export const gone = ({ numDeletedRows }: { numDeletedRows: bigint }): number => Number(numDeletedRows);
