/*
 * Erasing: first a line in the ledger, which outlives the database, then the key, then the rows; whatever is interrupted,
 * or comes back with an older copy of the database, is erased again from the ledger. Who may ask is decided by callers.
 */
import type { Ledger } from '#lib/audit/ledger.server.ts';
import { record, type Recording } from '#lib/audit/record.server.ts';
import { THE_SERVER } from '#lib/auth/actor.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import { subjectOf } from '#lib/people/kept.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { ownersKey } from '#lib/secrets/records.server.ts';
import type { Refusal } from './held.ts';
import { KEEPERS, refusalsFor } from './holders.server.ts';
import type { Thing } from './keeper.server.ts';

async function eraseAll(writing: Writing, youngPersonId: string): Promise<number> {
	let rows = 0;
	for (const keeper of KEEPERS) rows += await keeper.eraseAll(writing, youngPersonId);
	return rows;
}

async function eraseThing(writing: Writing, { table, id }: Thing, until: string | null): Promise<number> {
	const keeper = KEEPERS.find((one) => Object.hasOwn(one.eraseThing, table));
	return (await keeper?.eraseThing[table]?.(writing, id, until)) ?? 0;
}

/** Holds what decides about somebody until the end: their row of the roster first, as nothing can be added to it then. */
async function hold(writing: Writing, youngPersonId: string): Promise<void> {
	for (const keeper of KEEPERS.toReversed()) await keeper.hold?.(writing, youngPersonId);
}

/** What may go at once of somebody who stays, from all modules or the one named by a table of its own. */
export async function thingsThatMayGo(db: Database, youngPersonId: string, of?: string): Promise<Thing[]> {
	const things: Thing[] = [];
	for (const keeper of KEEPERS)
		if (of === undefined || keeper.tables.includes(of)) things.push(...(await keeper.mayGo(db, youngPersonId)));
	return things;
}

export interface ThingsErased {
	things: Thing[];
	rows: number;
}

/**
 * Decides what may go of whom `hold` holds, and erases it. The ledger's file is written here, within the transaction: before
 * the rows go, and of nothing that will not.
 */
async function eraseHeld(
	writing: Writing,
	ledger: Ledger,
	youngPersonId: string,
	now: Date,
	of?: string
): Promise<ThingsErased> {
	const things = await thingsThatMayGo(writing, youngPersonId, of);
	for (const { table, id } of things) await ledger.append({ kind: 'row erased', table, id }, now);
	let rows = 0;
	for (const thing of things) rows += await eraseThing(writing, thing, null);
	return { things, rows };
}

/**
 * Erases what may go of somebody who stays, from all modules or the one named by `of`, so that it does not come back with an
 * older copy of the database. `told` records it, and is not called where nothing was there to go.
 */
export async function eraseWhatMayGo(
	db: Database,
	ledger: Ledger,
	youngPersonId: string,
	now: Date,
	{ of, told }: { of?: string | undefined; told?: (writing: Writing, rows: number) => Promise<void> } = {}
): Promise<ThingsErased> {
	return inTransaction(db, async (writing) => {
		await hold(writing, youngPersonId);
		const erased = await eraseHeld(writing, ledger, youngPersonId, now, of);
		if (erased.things.length > 0) await told?.(writing, erased.rows);
		return erased;
	});
}

export type PersonErased =
	/** Nothing is left: the rows are gone, and the key, without which no older copy can be read either. */
	| { kind: 'erased'; rows: number }
	/** What the law or open work keeps is there still, with their key; everything else is gone. */
	| { kind: 'erased in part'; rows: number; stays: Refusal[] }
	| { kind: 'nobody' };

/**
 * Erases a young person: altogether where nothing stands against it, otherwise all that may go. That the actor may is the
 * caller's to know. `mistake`: somebody whom no return has named was never looked after.
 */
export async function eraseYoungPerson(
	db: Database,
	keyring: Keyring,
	ledger: Ledger,
	actor: Recording,
	youngPersonId: string,
	now: Date,
	{ mistake = false } = {}
): Promise<PersonErased> {
	return inTransaction(db, async (writing): Promise<PersonErased> => {
		await hold(writing, youngPersonId);
		const subject = await subjectOf(writing, youngPersonId);
		if (!subject) return { kind: 'nobody' };
		const all = await refusalsFor(writing, subject, dayOf(now));
		const stays = mistake && subject.byHandOnly ? all.filter(({ reason }) => reason !== 'looked after') : all;
		const recorded = async (rows: number) => {
			const about = { kind: 'young person' as const, id: youngPersonId };
			const detail = { rows, stays: stays.map(({ key, reason }) => `${key}: ${reason}`).join(', ') };
			const event = { what: 'young person erased' as const, subject: about, person: youngPersonId, detail };
			await record(writing, actor, event, now);
			return rows;
		};
		if (stays.length > 0) {
			const { things, rows } = await eraseHeld(writing, ledger, youngPersonId, now);
			if (things.length > 0) await recorded(rows);
			return { kind: 'erased in part', rows, stays };
		}
		await ledger.append({ kind: 'erased', youngPersonId }, now);
		keyring.destroy(ownersKey(youngPersonId));
		return { kind: 'erased', rows: await recorded(await eraseAll(writing, youngPersonId)) };
	});
}

/**
 * Erases again whatever the ledger says was erased: after a restore, and after an interruption. Says how many people and
 * things were there still; what came after its line in the ledger is new, and stays. @throws when the ledger was changed: then nobody can say who was erased.
 */
export async function replayErasures(db: Database, keyring: Keyring, ledger: Ledger, now: Date): Promise<number> {
	const read = ledger.read();
	if (read.kind === 'changed') throw new Error(`the ledger was changed at line ${read.line}: look into that first`);
	if (read.kind === 'shortened')
		throw new Error(`the ledger had ${read.expected} lines and has ${read.lines.length}: look into that first`);
	let again = 0;
	for (const line of read.lines) {
		if (line.kind === 'erased') keyring.destroy(ownersKey(line.youngPersonId));
		if (line.kind !== 'erased' && line.kind !== 'row erased') continue;
		const rows = await inTransaction(db, (writing) =>
			line.kind === 'erased' ? eraseAll(writing, line.youngPersonId) : eraseThing(writing, line, line.at)
		);
		if (rows > 0) again += 1;
	}
	if (again === 0) return 0;
	const subject = { kind: 'record', id: 'erasures' } as const;
	await inTransaction(db, (writing) =>
		record(writing, THE_SERVER, { what: 'erasures replayed', subject, detail: { count: again } }, now)
	);
	return again;
}
