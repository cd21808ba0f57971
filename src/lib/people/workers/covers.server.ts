/*
 * Setting cover, ending it early, and who covers whom. What cover lets somebody see is decided in caseloads.server.ts.
 */
import { record } from '#lib/audit/record.server.ts';
import { actsAs, type Actor } from '#lib/auth/actor.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { CoverTable, Database, Writing } from '#lib/database/schema.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import {
	COVERED_ROLES,
	maySetCover,
	readCover,
	whoCanCover,
	type CoveredRole,
	type CoverFaults,
	type CoverGiven
} from './cover.ts';

/** A cover of today or later. */
export interface Cover {
	id: string;
	away: { id: string; name: string };
	by: { id: string; name: string };
	starts: string;
	ends: string;
	/** Whether the actor may end it. */
	mayEnd: boolean;
}

/** Covers that are not over on an ISO day, soonest first: all for the participation officer, one's own for the others. */
export async function coversFor(db: Database, actor: Actor, today: string): Promise<Cover[]> {
	const rows = await db.selectFrom('cover').selectAll().where('ends', '>=', today).orderBy('starts').execute();
	const seesAll = actsAs(actor, 'participation officer');
	const isTheirs = (row: CoverTable) =>
		'staffId' in actor && (row.staff_id === actor.staffId || row.covered_by === actor.staffId);
	const names = new Map((await colleaguesOf(db, 'council')).map(({ id, name }) => [id, name]));
	const person = (id: string) => ({ id, name: names.get(id) ?? 'somebody who left' });
	return rows
		.filter((row) => seesAll || isTheirs(row))
		.map(({ id, staff_id, covered_by, starts, ends }) => ({
			id,
			away: person(staff_id),
			by: person(covered_by),
			starts,
			ends,
			mayEnd: maySetCover(actor, staff_id)
		}));
}

interface Choice {
	id: string;
	name: string;
	roles: CoveredRole[];
}

/** Whose cover an actor may set, and who can cover for any of them. */
export async function coverChoices(db: Database, actor: Actor): Promise<{ away: Choice[]; by: Choice[] }> {
	const colleagues = await colleaguesOf(db, 'council');
	const choice = ({ id, name, roles }: (typeof colleagues)[number]): Choice => {
		return { id, name, roles: COVERED_ROLES.filter((role) => roles.includes(role)) };
	};
	const away = colleagues.map(choice).filter(({ id, roles }) => roles.length > 0 && maySetCover(actor, id));
	const able = new Set(away.flatMap(({ id }) => whoCanCover(colleagues, id).map((one) => one.id)));
	return { away, by: colleagues.filter(({ id }) => able.has(id)).map(choice) };
}

export type CoverSet =
	{ kind: 'set'; cover: CoverGiven } | { kind: 'wrong'; faults: CoverFaults } | { kind: 'not allowed' };

/** Sets cover, and records who covers whom and when. */
export async function setCover(
	db: Database,
	actor: Actor,
	given: { staffId: string; coveredBy: string; starts: string; ends: string },
	now: Date
): Promise<CoverSet> {
	if (!maySetCover(actor, given.staffId)) return { kind: 'not allowed' };
	return inTransaction(db, async (writing): Promise<CoverSet> => {
		const read = readCover(actor, given, await colleaguesOf(writing, 'council'), dayOf(now));
		if (read.kind === 'wrong') return read;
		const { staffId, coveredBy, starts, ends } = read.cover;
		const row = { id: randomId(), staff_id: staffId, covered_by: coveredBy, starts, ends };
		await writing.insertInto('cover').values(row).execute();
		const subject = { kind: 'staff', id: staffId } as const;
		await record(writing, actor, { what: 'cover set', subject, detail: { by: coveredBy, starts, ends } }, now);
		return { kind: 'set', cover: read.cover };
	});
}

async function end(writing: Writing, actor: Actor, { id, staff_id, covered_by }: CoverTable, now: Date): Promise<void> {
	await writing.deleteFrom('cover').where('id', '=', id).execute();
	const subject = { kind: 'staff', id: staff_id } as const;
	await record(writing, actor, { what: 'cover ended', subject, detail: { by: covered_by } }, now, 'council');
}

/** Ends a cover at once; false when there is none, or it is not the actor's to end. */
export async function endCover(db: Database, actor: Actor, id: string, now: Date): Promise<boolean> {
	return inTransaction(db, async (writing) => {
		const row = await writing.selectFrom('cover').selectAll().where('id', '=', id).executeTakeFirst();
		if (!row || !maySetCover(actor, row.staff_id)) return false;
		await end(writing, actor, row, now);
		return true;
	});
}

/** For how many absent colleagues somebody covers from an ISO day on; counts only. */
export async function coversHeldBy(db: Database, staffId: string, today: string): Promise<number> {
	const rows = await db
		.selectFrom('cover')
		.select('id')
		.where('covered_by', '=', staffId)
		.where('ends', '>=', today)
		.execute();
	return rows.length;
}

/**
 * Passes the covers of somebody who leaves on to a colleague, in the caller's transaction, and ends those for the one
 * who leaves and those that the colleague would hold for themself; one that the colleague cannot hold stays. Who may is for
 * the caller to know. Says how many were passed on.
 */
export async function passCovers(
	writing: Writing,
	actor: Actor,
	{ from, to }: { from: string; to: string },
	now: Date
): Promise<number> {
	const rows = await writing
		.selectFrom('cover')
		.selectAll()
		.where((where) => where.or([where('covered_by', '=', from), where('staff_id', '=', from)]))
		.where('ends', '>=', dayOf(now))
		.execute();
	const over = rows.filter((row) => row.staff_id === from || row.staff_id === to);
	for (const row of over) await end(writing, actor, row, now);
	const colleagues = await colleaguesOf(writing, 'council');
	const passed = rows.filter(
		(row) => !over.includes(row) && whoCanCover(colleagues, row.staff_id).some(({ id }) => id === to)
	);
	for (const { id, staff_id, starts, ends } of passed) {
		await writing.updateTable('cover').set({ covered_by: to }).where('id', '=', id).execute();
		const subject = { kind: 'staff', id: staff_id } as const;
		await record(writing, actor, { what: 'cover set', subject, detail: { by: to, starts, ends } }, now, 'council');
	}
	return passed.length;
}
