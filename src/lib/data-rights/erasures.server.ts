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

async function eraseThing(writing: Writing, { table, id }: Thing): Promise<number> {
	const keeper = KEEPERS.find((one) => Object.hasOwn(one.eraseThing, table));
	return (await keeper?.eraseThing[table]?.(writing, id)) ?? 0;
}

/** Erases things one by one, so that they do not come back with an older copy of the database; says how many rows went. */
export async function eraseThings(
	db: Database,
	ledger: Ledger,
	things: readonly Thing[],
	now: Date,
	told: (writing: Writing, rows: number) => Promise<void> = () => Promise.resolve()
): Promise<number> {
	if (things.length === 0) return 0;
	for (const { table, id } of things) await ledger.append({ kind: 'row erased', table, id }, now);
	return inTransaction(db, async (writing) => {
		let rows = 0;
		for (const thing of things) rows += await eraseThing(writing, thing);
		await told(writing, rows);
		return rows;
	});
}

/** What may go at once of somebody who stays, from all modules or the one named by a table of its own. */
export async function thingsThatMayGo(db: Database, youngPersonId: string, of?: string): Promise<Thing[]> {
	const things: Thing[] = [];
	for (const keeper of KEEPERS)
		if (of === undefined || keeper.tables.includes(of)) things.push(...(await keeper.mayGo(db, youngPersonId)));
	return things;
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
	const subject = await subjectOf(db, youngPersonId);
	if (!subject) return { kind: 'nobody' };
	const all = await refusalsFor(db, subject, dayOf(now));
	const stays = mistake && subject.byHandOnly ? all.filter(({ reason }) => reason !== 'looked after') : all;
	const event = (rows: number) => ({
		what: 'young person erased' as const,
		subject: { kind: 'young person' as const, id: youngPersonId },
		person: youngPersonId,
		detail: { rows, stays: stays.map(({ key, reason }) => `${key}: ${reason}`).join(', ') }
	});
	if (stays.length > 0) {
		const things = await thingsThatMayGo(db, youngPersonId);
		const told = (writing: Writing, count: number) => record(writing, actor, event(count), now);
		return { kind: 'erased in part', rows: await eraseThings(db, ledger, things, now, told), stays };
	}
	await ledger.append({ kind: 'erased', youngPersonId }, now);
	keyring.destroy(ownersKey(youngPersonId));
	const rows = await inTransaction(db, async (writing) => {
		const count = await eraseAll(writing, youngPersonId);
		await record(writing, actor, event(count), now);
		return count;
	});
	return { kind: 'erased', rows };
}

/**
 * Erases again whatever the ledger says was erased: after a restore, and after an interruption. Says how many people and
 * things were there still. @throws when the ledger was changed: then nobody can say who was erased.
 */
export async function replayErasures(db: Database, keyring: Keyring, ledger: Ledger, now: Date): Promise<number> {
	const read = ledger.read();
	if (read.kind === 'changed') throw new Error(`the ledger was changed at line ${read.line}: look into that first`);
	let again = 0;
	for (const line of read.lines) {
		if (line.kind === 'erased') keyring.destroy(ownersKey(line.youngPersonId));
		if (line.kind !== 'erased' && line.kind !== 'row erased') continue;
		const rows = await inTransaction(db, (writing) =>
			line.kind === 'erased' ? eraseAll(writing, line.youngPersonId) : eraseThing(writing, line)
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
